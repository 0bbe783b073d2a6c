import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { orderForUpdate } from './order-queries.ts';
import { orderView } from './order-view.ts';

/** The desk rang about a finished visit and nobody answered. Without one such call no order ends in silence. Refuses: WrongState (409) unless it waits for a word. */
export async function noteCall(ctx: Ctx, actor: Actor, orderId: string): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.confirm', order);
    if (order.state !== 'done') refuse('WrongState', { noun: 'order', state: order.state, wanted: 'done' });
    await tx.named(
      'volunteering.note-call',
      'insert into volunteering.order_calls (county_id, id, order_id, made_by, made_at) values ($1, $2, $3, $4, $5)',
      [tx.countyId, newId<'order-call'>(), orderId, actor.id, tx.at],
    );
    await audit(tx, actor, { act: 'order.note-call', noun: 'order', subjectId: orderId, placeId: order.placeId });
    return orderView(tx, actor, orderId);
  });
}
