import { minutesTo, withinHours } from '../county-time.ts';
import type { OrderContent } from '../order-content.ts';
import { stationFor } from '../people.ts';
import { demonstrationPlaces } from '../places.ts';
import type { PlaceContent } from '../places.ts';
import { serviceByKey } from '../services.ts';
import { actsFrom, coordinatorOf, intake } from './course.ts';
import type { Step } from './course.ts';
import { channelFrom, takenDown } from './making.ts';
import type { Making } from './making.ts';
import { helpedCases, referredCases, refusedCases } from './turned-away.ts';
import type { TurnedAway } from './turned-away.ts';

const villages = demonstrationPlaces.filter(({ level }) => level === 'village');

function turnedAwayOrder(
  making: Making,
  kind: 'refused' | 'referred' | 'helped',
  turned: TurnedAway,
  index: number,
): OrderContent {
  const { chance, now } = making;
  const village: PlaceContent = chance.pick(villages);
  const service = serviceByKey(turned.serviceKey);
  const channel = kind === 'helped' ? chance.pick(['desk', 'phone'] as const) : channelFrom(chance.fraction());
  const at = withinHours(now, -chance.between(1, 57) * 1440 + chance.between(-300, 300), '08:15', '16:30');
  const [placed, answered] = intake(chance, now, { service, village }, at, channel, coordinatorOf(village));
  const by = {
    kind: 'person',
    key: kind === 'helped' ? stationFor(village.code).keeperKey : coordinatorOf(village),
  } as const;
  const end: Step =
    kind === 'helped'
      ? { state: 'helped', at: placed.at + chance.between(4, 25), by, how: turned.answer }
      : kind === 'referred'
        ? { state: 'referred', at: answered.at, by, nextAddress: turned.answer }
        : {
            state: 'refused',
            at: answered.at,
            by,
            reason: turned.answer,
            nextAddress: turned.nextAddress ?? turned.answer,
          };
  const day = Math.ceil(answered.at / 1440) + chance.between(1, 3);
  const start = minutesTo(now, day, chance.pick(['09:00', '14:00', '16:00']));
  return {
    key: index === 0 ? kind : `${kind}-${String(index + 1).padStart(2, '0')}`,
    serviceKey: service.key,
    villageCode: village.code,
    orderedBy: making.residentIn(village.code),
    orderedFor: service.group === 'children' ? 'child' : 'self',
    wishedWindows: kind === 'helped' ? [] : [{ startsInMinutes: start, endsInMinutes: start + 180 }],
    note: turned.note,
    ...takenDown(channel, village.code),
    history: actsFrom([placed, end]),
  };
}

/** The orders that did not become a visit, each with its reason and where to turn. */
export function turnedAwayOrders(making: Making): OrderContent[] {
  return [
    ...refusedCases.map((turned, index) => turnedAwayOrder(making, 'refused', turned, index)),
    ...referredCases.map((turned, index) => turnedAwayOrder(making, 'referred', turned, index)),
    ...helpedCases.map((turned, index) => turnedAwayOrder(making, 'helped', turned, index)),
  ];
}
