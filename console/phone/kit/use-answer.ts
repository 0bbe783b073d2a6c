import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { arrivals } from '../outbox/outbox.ts';
import { read } from './api.ts';
import { put, taken } from './device-store.ts';
import { onLanguage } from './language.ts';
import { onLine } from './line.ts';
import { Problem, isAboutSession } from './problem.ts';

/** What is known of a path: the last answer seen (`seenAt`: when, for an older one), and what went wrong with asking anew. */
export interface Answer<T> {
  readonly value: T | undefined;
  /** The value is one kept on this phone; it may be older than the record. */
  readonly kept: boolean;
  readonly problem: Problem | null;
  readonly again: () => void;
}

/** Asks a path: shows what this phone remembers at once, then what the server says; asks again when the line comes back, something of this phone has arrived, the language changes, the page is looked at again, and every `everySeconds`.
 *  A null path asks nothing. */
export function useAnswer<T>(path: string | null, options: { everySeconds?: number; keep?: boolean } = {}): Answer<T> {
  const { everySeconds = 60, keep = true } = options;
  const [state, setState] = useState<{
    path: string | null;
    value: T | undefined;
    kept: boolean;
    problem: Problem | null;
  }>({ path, value: undefined, kept: false, problem: null });
  // An answer that took long is not to lie over one that was asked for later.
  const turnsRef = useRef({ asked: 0, shown: 0 });
  const ask = useCallback(async () => {
    if (path === null || session.need.get() !== 'nothing') return;
    const turns = turnsRef.current;
    const turn = ++turns.asked;
    try {
      const value = await read<T>(path);
      if (turn < turns.shown) return;
      turns.shown = turn;
      setState({ path, value, kept: false, problem: null });
      if (keep) await put('answers', keyOf(path), value).catch(() => undefined);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      if (turn < turns.shown) return;
      setState((last) => ({
        ...(last.path === path ? last : { path, value: undefined, kept: false }),
        problem: asProblem(error),
      }));
    }
  }, [path, keep]);
  useEffect(() => {
    if (path === null) return;
    if (keep)
      void remembered<T>(path).then(
        (value) =>
          value !== undefined &&
          setState((last) =>
            last.path === path && last.value !== undefined ? last : { path, value, kept: true, problem: null },
          ),
      );
    void ask();
    const timer = setInterval(() => document.visibilityState === 'visible' && void ask(), everySeconds * 1_000);
    const look = () => document.visibilityState === 'visible' && void ask();
    document.addEventListener('visibilitychange', look);
    const unfollowLine = onLine.follow(() => onLine.get() && void ask());
    const unfollowSession = session.returned.follow(() => void ask());
    // Words of the server came in the former language.
    const unfollowLanguage = onLanguage(() => void ask());
    const unfollowArrivals = arrivals.follow(() => void ask());
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      unfollowLine();
      unfollowSession();
      unfollowArrivals();
      unfollowLanguage();
    };
  }, [ask, everySeconds, keep, path]);
  const current = state.path === path ? state : { value: undefined, kept: false, problem: null };
  return { value: current.value, kept: current.kept, problem: current.problem, again: () => void ask() };
}

const keyOf = (path: string): string => `${session.me.get()?.personId ?? ''} ${path}`;
const remembered = async <T>(path: string): Promise<T | undefined> =>
  (await taken('answers', keyOf(path)).catch(() => undefined)) as T | undefined;
const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem('Unexpected', 0, String(error));
