import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { orderForUpdate, setOrder } from '../order/order-queries.ts';
import { touchStops } from './round-queries.ts';
import { orderView } from '../order/order-view.ts';

/** Takes an order out of its round: it stands by itself again.
 *  Refuses: NotInRound (409), WrongState (409) while the round is offered, or this stop is taken. */
export async function unbundleOrder(ctx: Ctx, actor: Actor, orderId: string): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.dispatch', order);
    if (!order.roundId) refuse('NotInRound', {});
    if (order.state !== 'accepted') refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
    await setOrder(tx, order.id, { round_id: null, round_position: null });
    await touchStops(tx, order.roundId, order.id);
    await audit(tx, actor, {
      act: 'order.unbundle',
      noun: 'order',
      subjectId: order.id,
      placeId: order.placeId,
      detail: { round: order.roundId },
    });
    return orderView(tx, actor, order.id);
  });
}
