import type { OrderContent, Words } from '../order-content.ts';
import { stationFor } from '../people.ts';
import { placeByCode } from '../places.ts';
import type { Chance } from '../random.ts';
import { coordinatorOf } from './course.ts';

const notes: readonly Words[] = [
  { zh: '刚才按了没反应，不知道点上没有，再点一次。', en: 'I pressed and nothing happened, so once more to be sure.' },
  { zh: '刚才说过一回，怕你们没记上。', en: 'I asked a moment ago and fear it was not written down.' },
  { zh: '家里说点过了，我不放心。', en: 'They say at home it is ordered. I am not so sure.' },
];

/** Second orders for the same thing, laid together with the first one. */
export function mergedOrders(chance: Chance, orders: readonly OrderContent[]): OrderContent[] {
  const closed = orders.filter(
    ({ history }) => history.at(-1)?.state === 'closed' && history[0]?.enteredMinutesAgo === undefined,
  );
  const firsts = chance.shuffled(closed).slice(0, notes.length);
  return firsts.map((first, index) => {
    const submitted = (first.history[0]?.atMinutesAgo ?? 0) - chance.between(2, 40);
    const note = notes[index];
    const { serviceKey, villageCode, orderedBy, orderedFor, wishedWindows } = first;
    return {
      key: `merged-${index + 1}`,
      serviceKey,
      villageCode,
      orderedBy,
      orderedFor,
      wishedWindows,
      ...(note === undefined ? {} : { note }),
      channel: 'phone',
      takenDownBy: stationFor(villageCode).keeperKey,
      history: [
        { state: 'submitted', atMinutesAgo: submitted, by: { kind: 'resident' } },
        {
          state: 'merged',
          atMinutesAgo: submitted - chance.between(3, 25),
          by: { kind: 'person', key: coordinatorOf(placeByCode(villageCode)) },
          into: first.key,
        },
      ],
    };
  });
}
