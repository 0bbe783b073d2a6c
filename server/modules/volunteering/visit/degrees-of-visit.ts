import type { Degrees } from '#places/contract';
import { stationsByIds } from '#stations';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from '../order/order-queries.ts';

/** Where the visits of an order are, if somebody noted it: its station, or the door of whoever is served; null otherwise. The door's is for those alone who may look at the address. */
export async function degreesOfVisit(
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'facts' | 'stationId'>,
): Promise<Degrees | null> {
  return order.facts.where === 'station' ? degreesOfStation(tx, order) : degreesOfDoor(tx, order.id);
}

/** Of the station where the order is met; null elsewhere. */
export async function degreesOfStation(
  tx: Tx,
  { facts, stationId }: Pick<OrderRow, 'facts' | 'stationId'>,
): Promise<Degrees | null> {
  if (facts.where !== 'station' || stationId === null) return null;
  return (await stationsByIds(tx, [stationId])).get(stationId)?.degrees ?? null;
}

async function degreesOfDoor(tx: Tx, orderId: string): Promise<Degrees | null> {
  const [row] = await tx.named<{ degrees: Degrees | null }>(
    'volunteering.degrees-of-door',
    'select degrees from volunteering.order_details where county_id = $1 and order_id = $2',
    [tx.countyId, orderId],
  );
  return row?.degrees ?? null;
}
