import type { Tx } from '#platform/transaction';
import { orderById, setOrder } from '../order/order-queries.ts';
import { apart } from './apart.ts';
import { stopsOf, touchStops } from './round-queries.ts';

/** Takes an order that was changed out of its round where it could not be bundled into it any more, on another day or with another number of people: it stands by itself, so that nobody is sent there with the others. The order is locked. */
export async function leaveRoundIfApart(tx: Tx, orderId: string): Promise<void> {
  const order = await orderById(tx, orderId);
  if (!order.roundId) return;
  const others = (await stopsOf(tx, order.roundId)).filter((stop) => stop.id !== orderId && stop.endedAt === null);
  if (apart(tx, order, others) === null) return;
  await setOrder(tx, orderId, { round_id: null, round_position: null });
  await touchStops(tx, order.roundId, orderId);
}
