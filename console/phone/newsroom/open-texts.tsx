import type { HandoverView } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { stateWords } from './standing.ts';

/** What was under way, each with where it was. */
export function OpenTexts({ open, unfolded = false }: { open: HandoverView['open']; unfolded?: boolean }) {
  const unnamed = open.filter(({ title }) => title === null).length;
  if (open.length === 0) return <p class="meta">{say('watch.nothing-open')}</p>;
  return (
    <details class="open-texts" open={unfolded}>
      <summary class="meta">{say('watch.open', { n: open.length })}</summary>
      <ul class="lines">
        {open.map(
          ({ id, title, state }) =>
            title !== null && (
              <li key={id}>
                <a href={hrefOf(`/stories/${id}`)}>{title}</a> <span class="tag info">{stateWords(state)}</span>
              </li>
            ),
        )}
        {unnamed > 0 && <li class="meta">{say('watch.unnamed', { n: unnamed })}</li>}
      </ul>
    </details>
  );
}
