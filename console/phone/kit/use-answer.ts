import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { arrivals } from '../outbox/outbox.ts';
import { read } from './api.ts';
import { countyNow } from './county-time.ts';
import { put, remove, taken } from './device-store.ts';
import { onLanguage } from './language.ts';
import { onLine } from './line.ts';
import { Problem, isAboutSession } from './problem.ts';

/** What is known of a path: the last answer seen, and what went wrong with asking anew. */
export interface Answer<T> {
  readonly value: T | undefined;
  /** When the value was answered, by the county's clock; null: there is none. */
  readonly seenAt: string | null;
  /** The value is one kept on this phone; it may be older than the record. */
  readonly kept: boolean;
  readonly problem: Problem | null;
  readonly again: () => void;
}

/** An answer as this phone keeps it. */
interface Kept<T> {
  readonly answer: T;
  readonly seenAt: string;
}

interface Standing<T> extends Pick<Answer<T>, 'value' | 'seenAt' | 'kept' | 'problem'> {
  readonly path: string | null;
}
const nothing = { value: undefined, seenAt: null, kept: false } as const;

/** Asks a path: shows what this phone remembers at once, then what the server says; asks again when the line comes back, something of this phone has arrived, the language changes, the page is looked at again, and every `everySeconds`.
 *  A null path asks nothing. */
export function useAnswer<T>(path: string | null, options: { everySeconds?: number; keep?: boolean } = {}): Answer<T> {
  const { everySeconds = 60, keep = true } = options;
  const [state, setState] = useState<Standing<T>>({ path, ...nothing, problem: null });
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
      const seenAt = new Date(countyNow()).toISOString();
      setState({ path, value, seenAt, kept: false, problem: null });
      if (keep) await put('answers', keyOf(path), { answer: value, seenAt }).catch(() => undefined);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      if (turn < turns.shown) return;
      // What may no longer be seen, or is gone, does not stay on the screen as if it still held.
      const problem = asProblem(error);
      setState((last) => ({ path, ...(last.path === path && !isGone(problem) ? last : nothing), problem }));
      if (isGone(problem)) await remove('answers', keyOf(path)).catch(() => undefined);
    }
  }, [path, keep]);
  useEffect(() => {
    if (path === null) return;
    if (keep)
      void remembered<T>(path).then(
        (known) =>
          known &&
          setState((last) =>
            last.path === path && (last.value !== undefined || isGone(last.problem))
              ? last
              : {
                  path,
                  value: known.answer,
                  seenAt: known.seenAt,
                  kept: true,
                  problem: last.path === path ? last.problem : null,
                },
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
  const { value, seenAt, kept, problem } = state.path === path ? state : { ...nothing, problem: null };
  return { value, seenAt, kept, problem, again: () => void ask() };
}

const keyOf = (path: string): string => `${session.me.get()?.personId ?? ''} ${path}`;
const remembered = async <T>(path: string): Promise<Kept<T> | undefined> => {
  const known = (await taken('answers', keyOf(path)).catch(() => undefined)) as Partial<Kept<T>> | undefined;
  // What an earlier program kept says no time.
  return known?.seenAt === undefined ? undefined : (known as Kept<T>);
};
const isGone = (problem: Problem | null): boolean => problem !== null && [403, 404, 410].includes(problem.status);
const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem('Unexpected', 0, String(error));
