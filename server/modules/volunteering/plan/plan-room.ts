import type { Tx } from '#platform/transaction';
import { dayAfter, midnightOf, onTheWall, weekOf } from '../county-day.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { assignmentsOf } from '../visit/visit-queries.ts';
import { countyCaps } from '../volunteer/caps.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { promisedTime } from './plan-times.ts';

/** A plan gives nobody more than so many visits, whatever their caps allow. */
const mostVisits = 4;
const mostPerDay = 2;

/** How many visits a plan may give each: what is left of their caps, and the county's, once those they have promised or made in its weeks are counted. Where days or weeks differ, the one with the least room that is left counts: on a full one the rules let nobody go. */
export async function roomOf(
  tx: Tx,
  volunteers: readonly Volunteer[],
  { startsOn, days }: { startsOn: string; days: number },
): Promise<DispatchInstance['volunteers']> {
  const county = countyCaps(tx);
  const onDays = Array.from({ length: days }, (_, n) => dayAfter(startsOn, n));
  const inWeeks = [...new Set(onDays.map(weekOf))];
  const promised = await promisedDays(tx, inWeeks);
  return volunteers.map((one) => {
    const theirs = promised.get(one.personId) ?? [];
    const perDay = Math.min(one.visitsPerDay ?? county.visitsPerDay, county.visitsPerDay);
    const perWeek = Math.min(one.visitsPerWeek ?? county.visitsPerWeek, county.visitsPerWeek);
    const onDay = onDays.map((day) => perDay - theirs.filter((their) => their === day).length);
    const inWeek = inWeeks.map((week) => perWeek - theirs.filter((their) => weekOf(their) === week).length);
    return { id: one.personId, mostVisits: least(inWeek, mostVisits), mostPerDay: least(onDay, mostPerDay) };
  });
}

const least = (left: readonly number[], most: number): number => Math.min(most, ...left.filter((room) => room > 0));

/** The days of each person's visits in these weeks (their Mondays), as the caps count them. */
async function promisedDays(tx: Tx, weeks: readonly string[]): Promise<Map<string, string[]>> {
  const { timeZone } = tx.ctx.county;
  const [first = '', last = first] = [weeks[0], weeks.at(-1)];
  const rows = await tx.named<{ personId: string; startsAt: Date }>(
    'volunteering.plan-promised-days',
    `select a.person_id as "personId", v.starts_at as "startsAt" from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id
      where a.county_id = $1 and a.state in ('assigned', 'served') and v.state in ('planned', 'under-way', 'done') and v.starts_at >= $2 and v.starts_at < $3`,
    [tx.countyId, midnightOf(first, timeZone), midnightOf(dayAfter(last, 7), timeZone)],
  );
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, theirs]) => [
      personId,
      theirs.map(({ startsAt }) => onTheWall(startsAt, timeZone).day),
    ]),
  );
}

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
