import type { Tx } from '#platform/transaction';
import { dayAfter, midnightOf, weekOf } from '../county-day.ts';
import type { Whom } from '../dispatch/gates/gate.ts';
import { minutesLeftInWeek, visitsLeftInWeek, visitsLeftOn } from '../dispatch/gates/room-left.ts';
import { whomOf } from '../dispatch/qualify.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { assignmentsOf } from '../visit/visit-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { promisedTime } from './plan-times.ts';

/** A plan gives nobody more than so many visits, or rounds, whatever their caps allow. */
const mostVisits = 4;
const mostPerDay = 2;

type Room = NonNullable<DispatchInstance['volunteers'][number]['rooms']>[number];

/** What a plan may give each: on each of its days and in each of its weeks what the caps and a minor's minutes leave, asked as a dispatch asks (`dispatch/gates/room-left.ts`). What a plan of rounds of `mostStops` at most never fills is left out. */
export async function roomOf(
  tx: Tx,
  volunteers: readonly Volunteer[],
  { startsOn, days, mostStops }: { startsOn: string; days: number; mostStops: number },
): Promise<DispatchInstance['volunteers']> {
  const rooms = new Map(volunteers.map((one): [string, Room[]] => [one.personId, []]));
  const onDays = Array.from({ length: days }, (_, n) => ({ day: dayAfter(startsOn, n), from: n * dayMinutes }));
  for (const inWeek of Map.groupBy(onDays, ({ day }) => weekOf(day)).values()) {
    const [first, last] = [inWeek[0], inWeek.at(-1)];
    if (!first || !last) continue;
    const until = last.from + dayMinutes;
    const midnight = midnightOf(first.day, tx.ctx.county.timeZone);
    // Whoever has a birthday in it is as old all week as on its first day.
    const around = { from: midnight, until: midnightOf(dayAfter(last.day, 1), tx.ctx.county.timeZone) };
    for (const whom of await whomOf(tx, volunteers, { ...around, day: first.day, visitId: null }))
      rooms
        .get(whom.volunteer.personId)
        ?.push(
          { startsAt: first.from, endsAt: until, ...weekRoom(whom, first.day) },
          ...inWeek.flatMap(({ day, from }) => dayRoom(whom, day, from)),
        );
  }
  return volunteers.map(({ personId }) => ({
    id: personId,
    mostVisits,
    mostPerDay,
    rooms: (rooms.get(personId) ?? []).filter(
      (room) => room.minutes !== undefined || (room.visits ?? 0) < mostStops * mostIn(room),
    ),
  }));
}

const dayMinutes = 1_440;

const mostIn = ({ startsAt, endsAt }: Room): number =>
  Math.min(mostVisits, ((endsAt - startsAt) / dayMinutes) * mostPerDay);

function weekRoom(whom: Whom, day: string): Pick<Room, 'visits' | 'minutes'> {
  const minutes = minutesLeftInWeek(whom, day);
  return {
    visits: Math.max(0, visitsLeftInWeek(whom, day)),
    ...(minutes === null ? {} : { minutes: Math.max(0, Math.floor(minutes)) }),
  };
}

const dayRoom = (whom: Whom, day: string, from: number): Room => ({
  startsAt: from,
  endsAt: from + dayMinutes,
  visits: Math.max(0, visitsLeftOn(whom, day)),
});

/** Of orders that wait for the other of a pair: how many have promised to come, and whether one of them leads. */
export async function promisedFor(
  tx: Tx,
  orders: readonly OrderRow[],
): Promise<Map<string, { people: number; led: boolean }>> {
  const orderOf = new Map(
    orders.flatMap((order) => (promisedTime(order) && order.visitId ? [[order.visitId, order.id] as const] : [])),
  );
  const going = (await assignmentsOf(tx, [...orderOf.keys()])).filter(
    (one) => one.state === 'assigned' && !one.comesAlong,
  );
  const found = new Map<string, { people: number; led: boolean }>();
  for (const { visitId, leads } of going) {
    const id = orderOf.get(visitId) ?? '';
    const before = found.get(id) ?? { people: 0, led: false };
    found.set(id, { people: before.people + 1, led: before.led || leads });
  }
  return found;
}
