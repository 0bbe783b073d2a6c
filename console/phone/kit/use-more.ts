import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { read } from './api.ts';
import { allKnown, withPart, type Known, type Part } from './known-rows.ts';
import { onLine } from './line.ts';
import { cameBackTo } from './navigate.ts';
import { isAboutSession, Problem } from './problem.ts';
import { useAnswer, type Answer } from './use-answer.ts';

/** A list that goes on. `rows`: all that are known; `next`: whether there are more; `problem`: why the last try brought none. */
export interface LongList<T, A> {
  readonly answer: Answer<A>;
  readonly rows: readonly T[];
  readonly next: string | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly goOn: () => void;
}

// How far somebody had gone through a list when they opened one of its rows. In memory alone, gone with the page and with whoever signs out.
const fetched = new Map<string, Known<{ id: string }>>();
session.me.follow(() => session.me.get() === null && fetched.clear());

/** Asks a list and, when told to, its next part. The first part is remembered on this phone like every answer; whoever comes back from a row finds the list as long as it was and stands where they stood.
 *  On a bad line what was fetched stays, and what was asked for comes when the line is back. `cursor`: how the path calls where it goes on. */
export function useMore<T extends { readonly id: string }, A extends Part<T> = Part<T>>(
  path: string,
  options: { everySeconds?: number; keep?: boolean; cursor?: 'after' | 'before' | 'cursor' } = {},
): LongList<T, A> {
  const { cursor = 'after', ...asking } = options;
  const answer = useAnswer<A>(path, asking);
  const key = `${session.me.get()?.personId ?? ''} ${path}`;
  const [top] = useState(cameBackTo);
  const [known, setKnown] = useState(() =>
    top === null ? null : ((fetched.get(key) as Known<T> | undefined) ?? null),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const head = answer.value?.items ?? [];
  const rows = allKnown(head, known);
  const next = known ? known.next : (answer.value?.next ?? null);
  const goOn = async (): Promise<void> => {
    if (next === null || busy) return;
    setBusy(true);
    try {
      const part = await read<Part<T>>(`${path}&${cursor}=${encodeURIComponent(next)}`);
      setKnown((last) => withPart(head, last, part));
      setProblem(null);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error : new Problem('Unexpected', 0, String(error)));
    } finally {
      setBusy(false);
    }
  };
  const isOffline = problem?.status === 0;
  useEffect(() => (isOffline ? onLine.follow(() => onLine.get() && void goOn()) : undefined));
  const [stood] = useState(known === null ? null : top);
  useLayoutEffect(() => {
    if (stood !== null) scrollTo(0, stood);
  }, [stood]);
  useLayoutEffect(() => {
    if (rows.length > 0) fetched.set(key, { rows, next });
  });
  return { answer, rows, next, busy, problem, goOn: () => void goOn() };
}
