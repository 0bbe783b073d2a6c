import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { dataErased } from '#platform/erasure';
import { emit } from '#platform/events';
import type { ErasureAgain } from '#platform/manifest';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { closeSeries } from '../series/series-queries.ts';
import { closeNow } from './conclude-order.ts';
import { eraseContacts } from './forget-contacts.ts';
import { orderForUpdate } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { proveDigits } from './prove-digits.ts';
import { endedStates } from './states.ts';

/** Whoever ordered wants their name, phone, address and note deleted now (PIPL art. 47), and says the last four digits of the phone, so that nobody asks it for another. A visit that is confirmed ends by it; forgotten is forgotten, a second time changes nothing.
 *  Refuses: OrderStillOpen (409) while somebody may still come or nobody has said how it was: cancel or conclude it first; LastFourWrong (403). */
export async function forgetOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { lastFour: string },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.forget', order);
    if (order.forgottenAt) return orderView(tx, actor, orderId);
    if (!endedStates.has(order.state)) refuse('OrderStillOpen');
    await proveDigits(tx, order, request.lastFour);
    if (!order.endedAt) await closeNow(tx, actor, order);
    await eraseContacts(tx, orderId);
    if (order.seriesId) await closeSeries(tx, order.seriesId, 'forgotten');
    await audit(tx, actor, {
      act: 'order.forget',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
      detail: { because: 'asked' },
    });
    await emit(tx, dataErased, actor, { noun: 'order', subjectId: orderId });
    return orderView(tx, actor, orderId);
  });
}

/** An order whose contacts a backup brought back is forgotten again, whatever its state was then. */
export const orderAgain: ErasureAgain = {
  noun: 'order',
  async again(tx, actor, orderId) {
    const [order] = await tx.named<{ forgotten: boolean; placeId: string }>(
      'volunteering.order-forgotten',
      'select forgotten_at is not null as forgotten, place_id as "placeId" from volunteering.orders where county_id = $1 and id = $2 for update',
      [tx.countyId, orderId],
    );
    if (!order || order.forgotten) return false;
    await eraseContacts(tx, orderId);
    await audit(tx, actor, {
      act: 'order.forget',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
      detail: { because: 'asked' },
    });
    await emit(tx, dataErased, actor, { noun: 'order', subjectId: orderId });
    return true;
  },
};
