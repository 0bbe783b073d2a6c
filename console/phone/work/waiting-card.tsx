import type { WaitingLine } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { lightAddress } from '../../lead/light-address.ts';
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

function placeOf({ href }: WaitingLine): string {
  const [path = '', query] = href.split('?');
  const light = lightAddress(path);
  return light === null ? href : light + (query === undefined ? '' : `?${query}`);
}

function kindOf({ kind }: WaitingLine): string {
  return kind.startsWith('newsroom.') ? say('kind.story') : kind.startsWith('volunteering.') ? say('kind.order') : '';
}
