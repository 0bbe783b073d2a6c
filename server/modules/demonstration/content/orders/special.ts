import type { OrderContent } from '../order-content.ts';
import { stationFor } from '../people.ts';
import { placeByName } from '../places.ts';
import { serviceByKey } from '../services.ts';
import { actsFrom } from './course.ts';
import { differingTimes } from './special/both-sides.ts';
import { endedEarly } from './special/ended.ts';
import { waitingForResidents } from './special/for-residents.ts';
import { waitingForStaff } from './special/for-staff.ts';
import { waitingForVolunteers } from './special/for-volunteers.ts';
import type { Special } from './special/steps.ts';

/** The orders made by hand, relative to the clock. */
export function specialOrders(now: Date): OrderContent[] {
  const all = [
    ...waitingForStaff(now),
    ...waitingForVolunteers(now),
    ...waitingForResidents(now),
    ...endedEarly(now),
    ...differingTimes(now),
  ];
  return all.map((special, index) => {
    const villageCode = placeByName(special.village).code;
    const [name = '', ...pinyin] = special.who.split(' ');
    return {
      key: special.key,
      serviceKey: serviceByKey(special.service).key,
      villageCode,
      orderedBy: { name, nameEn: pinyin.join(' '), phone: `1990002${9001 + index}` },
      orderedFor: special.orderedFor ?? 'self',
      wishedWindows: special.wished,
      note: special.note,
      ...moreOf(special),
      channel: special.channel,
      ...(special.channel === 'web' ? {} : { takenDownBy: stationFor(villageCode).keeperKey }),
      history: actsFrom(special.steps),
    };
  });
}

const moreOf = ({ peopleServed, needs, repeats, urgency }: Special): Partial<OrderContent> => ({
  ...(peopleServed === undefined ? {} : { peopleServed }),
  ...(needs === undefined ? {} : { needs }),
  ...(repeats === undefined ? {} : { repeats }),
  ...(urgency === undefined ? {} : { urgency }),
});
