import { placeLine, placeOrRefuse } from '#places';
import type { Tx } from '#platform/transaction';
import type { OrderState, OrderView } from '../contract.ts';
import { orderForUpdate, ordersByIds, setOrder } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';

/** A stop of a round that is still to be offered, or is. */
const waits: ReadonlySet<OrderState> = new Set<OrderState>(['accepted', 'dispatched']);

/** The orders of a round in the order in which they are visited, those that are over included. */
export async function stopsOf(tx: Tx, roundId: string): Promise<OrderRow[]> {
  const rows = await tx.named<{ id: string }>(
    'volunteering.stops-of',
    'select id from volunteering.orders where county_id = $1 and round_id = $2 order by round_position',
    [tx.countyId, roundId],
  );
  const orders = await ordersByIds(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => orders.get(id) ?? []);
}

/** What is offered together with an order, itself included, in the order in which it is visited: the stops of its round that wait for somebody, or the order alone. */
export async function offeredTogether(tx: Tx, order: OrderRow): Promise<OrderRow[]> {
  if (!order.roundId || !waits.has(order.state)) return [order];
  return (await stopsOf(tx, order.roundId)).filter((stop) => waits.has(stop.state));
}

/** As `offeredTogether`, each locked until the transaction ends. */
export async function lockTogether(tx: Tx, order: OrderRow): Promise<OrderRow[]> {
  for (const stop of await offeredTogether(tx, order)) await orderForUpdate(tx, stop.id);
  return offeredTogether(tx, order);
}

/** Locks a round until the transaction ends. */
export const lockRound = (tx: Tx, roundId: string): Promise<unknown> =>
  tx.named(
    'volunteering.lock-round',
    'select id from volunteering.rounds where county_id = $1 and id = $2 for update',
    [tx.countyId, roundId],
  );

/** The next free place in a round. */
export async function nextPosition(tx: Tx, roundId: string): Promise<number> {
  const [row] = await tx.named<{ position: number }>(
    'volunteering.next-stop',
    'select coalesce(max(round_position), 0) + 1 as position from volunteering.orders where county_id = $1 and round_id = $2',
    [tx.countyId, roundId],
  );
  return row?.position ?? 1;
}

/** How many stops these rounds have. */
export async function stopCounts(tx: Tx, roundIds: readonly string[]): Promise<Map<string, number>> {
  if (roundIds.length === 0) return new Map();
  const rows = await tx.named<{ id: string; count: number }>(
    'volunteering.stop-counts',
    'select round_id as id, count(*)::int as count from volunteering.orders where county_id = $1 and round_id = any($2::uuid[]) group by round_id',
    [tx.countyId, [...new Set(roundIds)]],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The stops of an order's round, itself included, as its page shows them; empty where it stands alone. */
export async function stopsShown(tx: Tx, order: OrderRow): Promise<OrderView['stops']> {
  const stops = order.roundId ? await stopsOf(tx, order.roundId) : [];
  if (stops.length < 2) return [];
  return stops.map((stop) => ({
    id: stop.id,
    state: stop.state,
    service: stop.facts.name,
    place: placeLine(placeOrRefuse(tx, stop.placeId)),
    startsAt: stop.visitState === 'cancelled' ? null : (stop.visitStartsAt?.toISOString() ?? null),
  }));
}

/** Counts the version of the other stops up: a plan that knew the round as it was is out of date. */
export async function touchStops(tx: Tx, roundId: string, butFor: string): Promise<void> {
  for (const stop of await stopsOf(tx, roundId)) if (stop.id !== butFor) await setOrder(tx, stop.id, {});
}
