import { displayNames } from '#people';
import { distanceKm, placeById, placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { must, mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { z } from 'zod';
import type { CandidateView, candidateList } from '../contract.ts';
import { dayAfter, onTheWall } from '../county-day.ts';
import { orderById } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { minutesAfter } from '../order/reminders.ts';
import { offeredTogether } from '../round/round-queries.ts';
import { qualifyForAll, timedStops } from '../round/round-times.ts';
import { goesSql } from '../visit/assignment-states.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import { activeVolunteers } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import type { Qualification, Slot } from './qualify.ts';

const most = 60;
const busyWeek = 3;

/** Who could be asked for an order, or for the round of which it is a stop: qualified first, near first, with what speaks against each. Asking again somebody who declined is only remarked: a refusal lowers nothing. */
export async function candidatesFor(
  ctx: Ctx,
  actor: Actor,
  asked: { orderId: string; startsAt?: Date | undefined; all?: boolean | undefined },
): Promise<z.infer<typeof candidateList>> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, asked.orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.dispatch', order);
    const startsAt = asked.startsAt ?? likelyStart(tx, order);
    const slot: Slot = {
      startsAt,
      endsAt: minutesAfter(startsAt, order.facts.durationMinutes),
      visitId: order.visitId,
      order,
    };
    const volunteers = await activeVolunteers(tx);
    const stops = timedStops(tx, await offeredTogether(tx, order), { startsAt });
    const judged = await qualifyForAll(tx, volunteers, stops);
    const known = await knownOf(tx, order, slot);
    const names = await displayNames(
      tx,
      volunteers.map((one) => one.personId),
    );
    const views = volunteers.flatMap((one) => {
      const judgement = judged.get(one.personId);
      return judgement ? [viewOf(tx, order, one, judgement, { ...known, name: names.get(one.personId) ?? '' })] : [];
    });
    const items = views
      .filter((view) => asked.all || view.qualified)
      .toSorted(better)
      .slice(0, most);
    return { items, total: items.length, teams: await teamViews(tx, judged) };
  });
}

// Without a time given: the wish's day at nine or two, or tomorrow at nine.
function likelyStart(tx: Tx, order: OrderRow): Date {
  if (order.visitStartsAt && order.visitStartsAt > tx.at) return order.visitStartsAt;
  const today = onTheWall(tx.at, tx.ctx.county.timeZone);
  const wish = order.wishes[0];
  const hour = wish?.part === 'afternoon' ? 14 : wish?.part === 'evening' ? 18 : 9;
  const day = wish?.on && wish.on > today.day ? wish.on : dayAfter(today.day, 1);
  const days = (Date.parse(day) - Date.parse(today.day)) / 86_400_000;
  return new Date(
    Math.floor(tx.at.getTime() / 60_000) * 60_000 + (days * 1_440 + hour * 60 - today.minuteOfDay) * 60_000,
  );
}

interface Known {
  declined: ReadonlySet<string>;
  before: ReadonlySet<string>;
  week: ReadonlyMap<string, number>;
}

async function knownOf(tx: Tx, order: OrderRow, slot: Slot): Promise<Known> {
  const declined = await tx.named<{ id: string }>(
    'volunteering.declined-this',
    `select n.person_id as id from volunteering.offer_answers n join volunteering.offers f on f.county_id = n.county_id and f.id = n.offer_id where n.county_id = $1 and f.order_id = $2 and n.answer = 'decline'
        and not exists (select 1 from volunteering.offer_answers y where y.county_id = n.county_id and y.offer_id = n.offer_id and y.person_id = n.person_id and y.answer = 'accept')`,
    [tx.countyId, order.id],
  );
  const before = await tx.named<{ id: string }>(
    'volunteering.was-there',
    `select distinct a.person_id as id from volunteering.assignments a join volunteering.orders o on o.county_id = a.county_id and o.id = a.order_id
      where a.county_id = $1 and a.state = 'served' and o.phone_hash = (select phone_hash from volunteering.orders where county_id = $1 and id = $2)`,
    [tx.countyId, order.id],
  );
  const week = await tx.named<{ id: string; visits: number }>(
    'volunteering.visits-in-week',
    `select a.person_id as id, count(*)::int as visits from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id
      where a.county_id = $1 and ${goesSql()} and v.starts_at between $2::timestamptz - interval '3 days' and $2::timestamptz + interval '4 days' group by a.person_id`,
    [tx.countyId, slot.startsAt],
  );
  return {
    declined: new Set(declined.map((row) => row.id)),
    before: new Set(before.map((row) => row.id)),
    week: new Map(week.map((row) => [row.id, row.visits])),
  };
}

function viewOf(
  tx: Tx,
  order: OrderRow,
  one: Volunteer,
  judged: Qualification,
  known: Known & { name: string },
): CandidateView {
  const home = placeOrRefuse(tx, one.homePlaceId);
  const there = placeById(tx, order.placeId);
  const far = there ? distanceKm(home, there) : null;
  const visits = known.week.get(one.personId) ?? 0;
  const remarks: CandidateView['remarks'] = [];
  if (known.declined.has(one.personId)) remarks.push('declined-this');
  if (visits >= busyWeek) remarks.push('busy-week');
  if (known.before.has(one.personId)) remarks.push('was-there-before');
  return {
    personId: one.personId,
    name: known.name,
    homePlace: placeLine(home),
    distanceKm: far,
    qualified: judged.qualified,
    leads: judged.leads,
    obstacles: [...judged.obstacles],
    remarks,
    missing: [...judged.missing],
    visitsThisWeek: visits,
  };
}

const rank = (view: CandidateView): number =>
  (view.leads ? 0 : view.qualified ? 1 : 2) * 1_000 +
  view.remarks.filter((remark) => remark !== 'was-there-before').length * 100 -
  (view.remarks.includes('was-there-before') ? 50 : 0);
const better = (a: CandidateView, b: CandidateView): number =>
  rank(a) - rank(b) ||
  (a.distanceKm ?? 999) - (b.distanceKm ?? 999) ||
  a.visitsThisWeek - b.visitsThisWeek ||
  a.name.localeCompare(b.name);

async function teamViews(
  tx: Tx,
  judged: ReadonlyMap<string, Qualification>,
): Promise<z.infer<typeof candidateList>['teams']> {
  return (await teamsOf(tx)).map((team) => ({
    id: team.id,
    name: team.name,
    place: placeLine(placeOrRefuse(tx, team.placeId)),
    members: team.memberIds.length,
    qualified: team.memberIds.filter((id) => judged.get(id)?.qualified).length,
  }));
}
