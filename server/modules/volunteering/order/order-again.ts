import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { PlacedOrder, Wish } from '../contract.ts';
import { copyOrder } from './copy-order.ts';
import { orderForUpdate } from './order-queries.ts';
import { endedStates } from './states.ts';

/** 照样再点一张: what has ended, by a slip of the hand or because it is needed once more, becomes an order of its own for the same people at the same place; nobody has to say it all again. Whoever has the first one's code sees this one there too. Of two at the desk who do it at once, the second is told.
 *  Refuses: WrongState (409) while the order goes on, NotFound (404) where names and phones are deleted, and as `placeOrder`: OrderRepeated (409) too, unless `again` says that it is meant. */
export async function orderAgain(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  { wishes, again }: { wishes: readonly Wish[]; again: boolean },
): Promise<PlacedOrder> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.again', order);
    if (!endedStates.has(order.state)) refuse('WrongState', { noun: 'order', state: order.state, wanted: 'closed' });
    const placed = await copyOrder(tx, actor, order, { wishes, again, splitFrom: order.splitFrom ?? order.id });
    await audit(tx, actor, {
      act: 'order.again',
      noun: 'order',
      subjectId: order.id,
      placeId: order.placeId,
      detail: { order: placed.orderId },
    });
    return placed;
  });
}
