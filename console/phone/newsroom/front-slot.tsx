import type { FrontView } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';

/** How a place of a front is called. */
export const slotWords = (slot: number): string => (slot === 1 ? say('front.head') : say('front.slot', { n: slot }));

/** A place of a front: what stands there and why, and what can be done with it. */
export function FrontSlot({
  slot: { slot, story, placement },
  last,
  busy,
  move,
  remove,
  place,
}: {
  slot: FrontView['slots'][number];
  /** The number of the last place. */
  last: number;
  busy: boolean;
  move: (placementId: string, to: number) => void;
  remove: () => void;
  place: () => void;
}) {
  return (
    <li>
      <div>
        <span class="meta">{slotWords(slot)}</span>
        <b>{story ? story.title : say('front.empty')}</b>
        <span class="meta">
          {placement
            ? [
                say('front.by', { name: placement.placedBy.name, time: momentOf(placement.fromAt) }),
                placement.untilAt ? say('front.till', { time: momentOf(placement.untilAt) }) : say('front.open'),
              ].join(' · ')
            : story && say('front.newest')}
        </span>
        <span class="takes">
          {placement && (
            <>
              <button
                type="button"
                class="btn"
                aria-label={say('front.up', { title: placement.story.title })}
                disabled={busy || slot === 1}
                onClick={() => move(placement.id, slot - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="btn"
                aria-label={say('front.down', { title: placement.story.title })}
                disabled={busy || slot === last}
                onClick={() => move(placement.id, slot + 1)}
              >
                ↓
              </button>
              <button type="button" class="btn" disabled={busy} onClick={remove}>
                {say('front.remove')}
              </button>
            </>
          )}
          <button type="button" class="btn" disabled={busy} onClick={place}>
            {say(placement ? 'front.replace' : 'front.place')}
          </button>
        </span>
      </div>
    </li>
  );
}
