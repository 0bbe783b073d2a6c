import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import { stationOfKiosk, stationsByIds } from '#stations';
import type { Station } from '#stations';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { Need, OrderLine, OrderView } from '../contract.ts';
import { offersOfOrder } from '../dispatch/offer-queries.ts';
import { waterfallOf } from '../dispatch/waterfall-queries.ts';
import { maySeeContact, orderAbilities } from '../permissions.ts';
import { assignmentsOf, visitsOfOrder } from '../visit/visit-queries.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import { stopCounts, stopsShown } from '../round/round-queries.ts';
import { callsSince } from './calls-since.ts';
import { checksOf } from './check-queries.ts';
import { orderById } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { partsOfOrder } from './parts-of-order.ts';
import { priorityOf } from './priority.ts';
import { takeBackUntil } from './may-take-back.ts';
import { mayTakeOn } from './referral.ts';
import { ratingOf } from './rating-queries.ts';
import { waitsForPeople } from './states.ts';
import { visitViews } from './visit-views.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const stationRef = (station: Station | undefined): OrderLine['station'] =>
  station ? { id: station.id, name: station.name, phone: station.phone } : null;

/** Orders as lists show them. */
export async function orderLines(tx: Tx, actor: Actor, orders: readonly OrderRow[]): Promise<OrderLine[]> {
  const stations = await stationsByIds(
    tx,
    orders.flatMap((order) => order.stationId ?? []),
  );
  const open = await openOffers(
    tx,
    orders.map((order) => order.id),
  );
  const stops = await stopCounts(
    tx,
    orders.flatMap((order) => order.roundId ?? []),
  );
  return orders.map((order) => ({
    id: order.id,
    state: order.state,
    service: { id: order.serviceId, slug: order.slug, name: order.facts.name },
    place: placeLine(placeOrRefuse(tx, order.placeId)),
    station: stationRef(stations.get(order.stationId ?? '')),
    channel: order.channel,
    wishes: [...order.wishes],
    orderedAt: order.happenedAt.toISOString(),
    enteredAt: order.enteredAt.toISOString(),
    dueAt: iso(order.dueAt),
    overdue: Boolean(order.dueAt && order.dueAt < tx.at),
    suspect: order.suspect,
    visitStartsAt: order.visitState === 'cancelled' ? null : iso(order.visitStartsAt),
    peopleServed: order.peopleServed,
    urgency: order.urgency,
    priority: waitsForPeople.has(order.state) ? priorityOf(order, tx.at) : null,
    peopleNeeded: order.facts.peopleNeeded,
    // Whoever comes along to learn fills no place.
    peopleTaken: isOver(order) ? 0 : Math.min(order.assignedIds.length, order.facts.peopleNeeded),
    offersOpen: open.get(order.id) ?? 0,
    roundStops: stops.get(order.roundId ?? '') ?? 1,
    version: order.version,
    abilities: orderAbilities(tx, actor, order),
  }));
}

// Of an order for which somebody is sought again, the visit that was made, or came to nothing, counts no more.
const isOver = ({ state, visitState }: OrderRow): boolean =>
  waitsForPeople.has(state) && (visitState === 'failed' || visitState === 'done');

async function openOffers(tx: Tx, orderIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.named<{ id: string; count: number }>(
    'volunteering.open-offers',
    `select order_id as id, count(*)::int as count from volunteering.offers where county_id = $1 and order_id = any($2::uuid[]) and state = 'open' group by order_id`,
    [tx.countyId, orderIds],
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** One order with its visits and offers; who was asked and declined is for those who dispatch alone. The note is shown to those who may look at the contact now; name, phone and address only by a logged look. */
export async function orderView(tx: Tx, actor: Actor, id: string): Promise<OrderView> {
  const order = await orderById(tx, id);
  const [line] = await orderLines(tx, actor, [order]);
  const { facts } = order;
  const visits = await visitsOfOrder(tx, id);
  const details = maySeeContact(tx, actor, order) ? await detailsOf(tx, id) : null;
  const stations = await stationsByIds(tx, order.referredTo ? [order.referredTo] : []);
  const names = await displayNames(tx, order.takenDownBy ? [order.takenDownBy] : []);
  if (!line) throw new Error('an order has no line');
  return {
    ...line,
    abilities: [...line.abilities, ...((await mayTakeOn(tx, actor, order)) ? ['order.take-on'] : [])],
    facts: {
      where: facts.where,
      durationMinutes: facts.durationMinutes,
      skills: facts.skills,
      licences: [...new Set([...facts.licences, ...facts.licencesOfAll])],
      pair: facts.pair,
      riskClass: facts.riskClass,
      groupUpTo: facts.groupUpTo ?? 1,
    },
    orderedFor: order.orderedFor,
    servedAgreedAt: iso(order.servedAgreedAt),
    kioskAt: order.kioskId ? ((await stationOfKiosk(tx, order.kioskId))?.name ?? null) : null,
    language: order.language,
    note: details?.note ?? null,
    needs: [...(details?.needs ?? [])],
    checks: [...(facts.checks ?? [])],
    check: details ? await checkView(tx, order) : null,
    seriesId: order.seriesId,
    parts: await partsOfOrder(tx, order),
    stops: await stopsShown(tx, order),
    visits: await visitViews(
      tx,
      actor,
      order,
      visits,
      await assignmentsOf(
        tx,
        visits.map((visit) => visit.id),
      ),
    ),
    offers: may(tx, actor, 'order.dispatch', order) ? await offerViews(tx, id) : [],
    askedNext: may(tx, actor, 'order.dispatch', order) ? await askedNext(tx, order) : null,
    outcomeReason: order.outcomeReason,
    nextAddress: order.nextAddress,
    referredTo: stationRef(stations.get(order.referredTo ?? '')),
    mergedInto: order.mergedInto,
    confirmedAt: iso(order.confirmedAt),
    disputedAt: iso(order.disputedAt),
    rating: await ratingOf(tx, order.visitId),
    takenDownBy: order.takenDownBy ? (names.get(order.takenDownBy) ?? null) : null,
    forgottenAt: iso(order.forgottenAt),
    reopened: order.reopened,
    calls: await callsSince(tx, order),
    takeBackUntil: iso((await takeBackUntil(tx, actor, order)) ?? null),
  };
}

async function checkView(tx: Tx, order: OrderRow): Promise<OrderView['check']> {
  const check = await checksOf(tx, order.id);
  if (!check?.checkedAt) return null;
  const names = await displayNames(tx, check.checkedBy ? [check.checkedBy] : []);
  return {
    checked: [...check.checked],
    risk: check.risk,
    riskReason: check.riskReason,
    twoNeeded: order.twoNeeded,
    by: names.get(check.checkedBy ?? '') ?? null,
    at: check.checkedAt.toISOString(),
  };
}

/** The resident's words and needs, or null when they have been erased. */
export async function detailsOf(tx: Tx, orderId: string): Promise<{ note: string; needs: readonly Need[] } | null> {
  const [row] = await tx.named<{ note: string; needs: Need[] }>(
    'volunteering.note',
    'select note, needs from volunteering.order_details where county_id = $1 and order_id = $2',
    [tx.countyId, orderId],
  );
  return row ?? null;
}

async function offerViews(tx: Tx, orderId: string): Promise<OrderView['offers']> {
  const offers = await offersOfOrder(tx, orderId);
  const names = await displayNames(
    tx,
    offers.flatMap((offer) => [offer.personId, offer.insteadOf, offer.beside].filter((one) => one !== null)),
  );
  const teams = new Map((await teamsOf(tx)).map((team) => [team.id, team.name]));
  const visits = new Map((await visitsOfOrder(tx, orderId)).map((visit) => [visit.id, visit]));
  return offers.map((offer) => ({
    id: offer.id,
    state: offer.state,
    personId: offer.personId,
    personName: offer.personId ? (names.get(offer.personId) ?? null) : null,
    teamId: offer.teamId,
    teamName: offer.teamId ? (teams.get(offer.teamId) ?? null) : null,
    openToAll: offer.openToAll,
    insteadOfName: offer.insteadOf ? (names.get(offer.insteadOf) ?? '') : null,
    besideName: offer.beside ? (names.get(offer.beside) ?? '') : null,
    startsAt: (visits.get(offer.visitId)?.startsAt ?? offer.madeAt).toISOString(),
    expiresAt: offer.expiresAt.toISOString(),
    madeAt: offer.madeAt.toISOString(),
  }));
}

async function askedNext(tx: Tx, order: OrderRow): Promise<string[] | null> {
  const waterfall = order.state === 'dispatched' && order.visitId ? await waterfallOf(tx, order.visitId) : undefined;
  if (!waterfall) return null;
  const next = waterfall.personIds.slice(waterfall.reached);
  const names = await displayNames(tx, next);
  return next.map((id) => names.get(id) ?? '');
}
