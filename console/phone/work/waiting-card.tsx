import type { WaitingLine } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { DueTag } from './due-tag.tsx';

/** One thing that waits, with its reason; the whole card opens it. What this entry has no page for opens in the large console. */
export function WaitingCard({ card }: { card: WaitingLine }) {
  return (
    <a class="card job" href={placeOf(card)}>
      <span class="when">
        {card.dueAt ? <DueTag dueAt={card.dueAt} /> : <span />}
        <span class="meta">{kindOf(card)}</span>
      </span>
      <b class="name">{card.title || say('stories.untitled')}</b>
      <span class="why">{card.reason}</span>
    </a>
  );
}

function placeOf({ kind, subjectId, href }: WaitingLine): string {
  if (/^newsroom\..*assignment$/.test(kind)) return hrefOf(href.replace(/^\/console(?=\/ideas\/)/, ''));
  if (kind.startsWith('newsroom.') && !/report|suspect|failed|handover/.test(kind))
    return hrefOf(`/stories/${subjectId}`);
  if (kind.startsWith('volunteering.offer')) return hrefOf(`/offers/${subjectId}`);
  if (kind.startsWith('volunteering.visit')) return hrefOf(`/visits/${subjectId}`);
  return href;
}

function kindOf({ kind }: WaitingLine): string {
  return kind.startsWith('newsroom.') ? say('kind.story') : kind.startsWith('volunteering.') ? say('kind.order') : '';
}
