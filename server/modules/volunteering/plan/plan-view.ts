import { displayNames } from '#people';
import { placeById, placeLine, placeOrRefuse, rootPlace, subtree } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn, atOrBelowSql, mustSee, mustSomewhere, rangesFor, withinSql } from '#platform/permits';
import { cursorOf, readCursor } from '#platform/keyset';
import type { Ctx, Tx } from '#platform/transaction';
import type { DispatchPlanLine, DispatchPlanQuery, DispatchPlanView, PlannedOrder } from '../contract.ts';
import { spotOf } from '../map-ground.ts';
import { atHome } from '../dispatch/gates/gate.ts';
import type { PlannedVisit } from '../matching/plan.ts';
import { ordersByIds } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { servicesInOrder } from '../service/service-queries.ts';
import { stopCounts } from '../round/round-queries.ts';
import { midnightOf } from '../county-day.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { planMap } from './plan-map.ts';
import { ordersOfPlan, planById, planColumns } from './plan-queries.ts';
import type { PlanRow } from './plan-queries.ts';

/** Plans at places one may see, the newest first or the oldest. */
export async function listDispatchPlans(
  ctx: Ctx,
  actor: Actor,
  query: DispatchPlanQuery,
): Promise<{ items: DispatchPlanLine[]; next: string | null; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'dispatch-plan.list');
    const { ranges } = rangesFor(tx, actor, 'dispatch-plan.list');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi)];
    const parts = [`p.county_id = $1 and ${withinSql('p.place_id', 2)}`];
    if (query.state) parts.push(`p.state = $${values.push(query.state)}`);
    if (query.placeId) parts.push(atOrBelowSql(tx, 'p.place_id', query.placeId, values));
    if (query.serviceId)
      parts.push(`(p.service_ids = '{}' or $${values.push(query.serviceId)}::uuid = any(p.service_ids))`);
    if (query.q) parts.push(`p.place_id = any($${values.push(placesCalled(tx, query.q))}::uuid[])`);
    const where = parts.join(' and ');
    const total = await tx.client.query<{ count: number }>(
      `select count(*)::int as count from volunteering.dispatch_plans p where ${where}`,
      values,
    );
    const [order, beyond] = query.sort === 'oldest' ? ['asc', '>'] : ['desc', '<'];
    const after = query.cursor ? `p.id ${beyond} $${values.push(readCursor(query.cursor, 'cursor').id)}::uuid` : 'true';
    const { rows } = await tx.client.query(
      `select ${planColumns} from volunteering.dispatch_plans p where ${where} and ${after} order by p.id ${order} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const shown = (rows as PlanRow[]).slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await lines(tx, actor, shown),
      next: rows.length > query.limit && last ? cursorOf(null, last.id) : null,
      total: total.rows[0]?.count ?? 0,
    };
  });
}

const placesCalled = (tx: Tx, words: string): string[] =>
  subtree(tx, rootPlace(tx).id)
    .filter(({ name }) => Object.values(name).some((said) => said?.toLowerCase().includes(words.toLowerCase())))
    .map(({ id }) => id);

/** One plan with its orders. */
export const readDispatchPlan = (ctx: Ctx, actor: Actor, id: string): Promise<DispatchPlanView> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'dispatch-plan.list', await planById(tx, id));
    return oneDispatchPlan(tx, actor, id);
  });

/** A plan for whoever may see it. */
export async function oneDispatchPlan(tx: Tx, actor: Actor, id: string): Promise<DispatchPlanView> {
  const row = await planById(tx, id);
  const [line] = await lines(tx, actor, [row]);
  if (!line) throw new Error('a plan without a line');
  const { plan } = row;
  const volunteers = await volunteersByIds(tx, plan?.visits.flatMap((visit) => visit.volunteers) ?? []);
  const items = await plannedOrders(tx, row, volunteers);
  return {
    ...line,
    items,
    map: planMap(tx, row.placeId, items, volunteers),
    greedy: plan?.greedy ?? null,
    method: plan?.method ?? null,
    stoppedBy: plan?.stoppedBy ?? null,
    seed: row.seed,
    digest: row.digest,
    read:
      row.readOrders === null || row.waitingOrders === null
        ? null
        : { orders: row.readOrders, waiting: row.waitingOrders },
    followsId: row.followsId,
  };
}

async function lines(tx: Tx, actor: Actor, rows: readonly PlanRow[]): Promise<DispatchPlanLine[]> {
  const makers = rows.filter((row) => row.madeBy.kind === 'person').map((row) => row.madeBy.id);
  const names = await displayNames(tx, makers);
  const services = rows.some((row) => row.serviceIds.length > 0) ? await servicesInOrder(tx, true) : [];
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    place: placeLine(placeOrRefuse(tx, row.placeId)),
    startsOn: row.startsOn,
    days: row.days,
    services: services
      .filter(({ id }) => row.serviceIds.includes(id))
      .map(({ id, facts }) => ({ id, name: facts.name })),
    madeAt: row.madeAt.toISOString(),
    madeBy: names.get(row.madeBy.id) ?? null,
    signedAt: row.signedAt?.toISOString() ?? null,
    orders: (row.plan?.visits.length ?? 0) + (row.plan?.unserved.length ?? 0),
    served: row.plan?.visits.length ?? 0,
    cost: row.plan?.cost ?? null,
    bound: row.plan?.bound ?? null,
    gap: row.plan?.gap ?? null,
    progress: row.progress,
    failure: row.failure,
    version: row.version,
    abilities: abilitiesOn(tx, actor, 'dispatch-plan', row).filter((ability) => leadsAnywhere(ability, row.state)),
  }));
}

// A button that could only be refused is not shown.
function leadsAnywhere(ability: string, state: PlanRow['state']): boolean {
  if (ability === 'dispatch-plan.sign') return state === 'proposed' || state === 'signed';
  return ability !== 'dispatch-plan.make' || state === 'solving' || state === 'proposed' || state === 'failed';
}

async function plannedOrders(
  tx: Tx,
  row: PlanRow,
  volunteers: ReadonlyMap<string, Volunteer>,
): Promise<PlannedOrder[]> {
  const { plan, instance, wish } = row;
  if (!plan || !instance) return [];
  const ids = instance.orders.map((order) => order.id);
  const orders = await ordersByIds(tx, ids);
  const stops = await stopCounts(
    tx,
    [...orders.values()].flatMap(({ roundId }) => roundId ?? []),
  );
  const kept = new Map((await ordersOfPlan(tx, row.id)).map((one) => [one.orderId, one]));
  const visits = new Map(plan.visits.map((visit) => [visit.order, visit]));
  const names = await displayNames(
    tx,
    plan.visits.flatMap((visit) => visit.volunteers),
  );
  const pinned = new Set((wish.pinned ?? []).map((pin) => pin.order));
  return instance.orders.flatMap((planned) => {
    const order = orders.get(planned.id);
    if (!order) return [];
    const visit = visits.get(planned.id);
    const then = kept.get(planned.id);
    const offeredAt = then?.offeredAt?.toISOString() ?? null;
    return {
      ...orderPart(tx, order),
      stops: stops.get(order.roundId ?? '') ?? 1,
      ...timePart(tx, row, planned.times, visit),
      people: (visit?.volunteers ?? []).map((personId) => ({
        personId,
        name: names.get(personId) ?? '',
        newcomer: atHome(order.facts) && (volunteers.get(personId)?.needsMentor ?? false),
      })),
      pinned: pinned.has(planned.id),
      changed: offeredAt === null && (then?.orderVersion !== order.version || order.state !== 'accepted'),
      offeredAt,
    };
  });
}

const orderPart = (
  tx: Tx,
  order: OrderRow,
): Pick<PlannedOrder, 'orderId' | 'service' | 'place' | 'peopleNeeded' | 'at'> => ({
  orderId: order.id,
  service: { slug: order.slug, name: order.facts.name },
  place: placeLine(placeOrRefuse(tx, order.placeId)),
  peopleNeeded: order.facts.peopleNeeded,
  at: spotOf(placeById(tx, order.placeId)),
});

function timePart(
  tx: Tx,
  row: PlanRow,
  times: readonly { startsAt: number; endsAt: number }[],
  visit: PlannedVisit | undefined,
): Pick<PlannedOrder, 'startsAt' | 'endsAt'> {
  const time = visit ? times[visit.time] : undefined;
  if (!time) return { startsAt: null, endsAt: null };
  const midnight = midnightOf(row.startsOn, tx.ctx.county.timeZone).getTime();
  const at = (minutes: number): string => new Date(midnight + minutes * 60_000).toISOString();
  return { startsAt: at(time.startsAt), endsAt: at(time.endsAt) };
}
