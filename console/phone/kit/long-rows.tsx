import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from './language.ts';
import { Lacking, Older } from './parts.tsx';
import type { LongList } from './use-more.ts';

/** A list of rows that goes on at its end: what is known at once, then what was asked for, with a word when the line brought none. */
export function LongRows<T extends { readonly id: string }, A>({
  list,
  rows = list.rows,
  empty,
  more = say('list.more'),
  children,
}: {
  list: LongList<T, A>;
  /** Those of its rows that are shown. */
  rows?: readonly T[];
  empty: string;
  /** What leads on, where the list does not go back in time. */
  more?: string;
  children: (row: T) => ComponentChildren;
}) {
  const { answer, next, busy, problem, goOn } = list;
  const againRef = useRef<HTMLButtonElement>(null);
  // The word about the line pushes the button down, under the tabs: the thumb finds it where it can be seen.
  useLayoutEffect(() => {
    if (problem !== null) againRef.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (answer.value === undefined && list.rows.length === 0) return <Lacking answers={[answer]} />;
  return (
    <>
      <Older answers={[answer]} />
      {rows.length === 0 && next === null ? <p class="empty">{empty}</p> : <ul class="rows">{rows.map(children)}</ul>}
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem.message}
        </p>
      )}
      {next !== null && (
        <button type="button" class="btn wide" ref={againRef} disabled={busy} aria-busy={busy} onClick={goOn}>
          {busy ? say('list.fetching') : problem === null ? more : say('again')}
        </button>
      )}
    </>
  );
}
