import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { backForDispatch } from '../dispatch/back-for-dispatch.ts';
import { freeEverybody } from './cancel-order.ts';
import { orderForUpdate } from './order-queries.ts';
import { orderView } from './order-view.ts';

const states = new Set(['dispatched', 'taken', 'visit-failed', 'disputed']);

/** Takes an order back to where it waits for dispatch: offers are withdrawn, a planned visit is cancelled, a failed or disputed one is done again. Refuses: WrongState (409). */
export async function reopenOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { reason: string; happenedAt?: Date | undefined },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.reopen', order);
    if (!states.has(order.state)) refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
    await freeEverybody(tx, actor, order);
    await backForDispatch(tx, actor, orderId, order.state === 'visit-failed' ? 'visit-failed' : 'reopened', request);
    await audit(tx, actor, { act: 'order.reopen', noun: 'order', subjectId: orderId, placeId: order.placeId });
    return orderView(tx, actor, orderId);
  });
}
