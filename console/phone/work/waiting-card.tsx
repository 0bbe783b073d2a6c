import type { WaitingLine } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { lightHref } from '../kit/light-href.ts';
import { DueTag } from './due-tag.tsx';

/** One thing that waits, with its reason; the whole card opens it. What this entry has no page for opens in the large console. */
export function WaitingCard({ card }: { card: WaitingLine }) {
  const kind = kindOf(card);
  return (
    <a class="card job" href={lightHref(card.href)}>
      {(card.dueAt || kind !== '') && (
        <span class="when">
          {card.dueAt && <DueTag dueAt={card.dueAt} />}
          <span class="meta">{kind}</span>
        </span>
      )}
      <b class="name">{card.title || say('stories.untitled')}</b>
      <span class="why">{card.reason}</span>
    </a>
  );
}

function kindOf({ kind }: WaitingLine): string {
  return kind.startsWith('newsroom.') ? say('kind.story') : kind.startsWith('volunteering.') ? say('kind.order') : '';
}
