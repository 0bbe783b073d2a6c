import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { movesOf } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderAppeals } from '../../contract.ts';
import { orderAppealed } from '../../events.ts';
import { answerBy } from '../../service/due.ts';
import { limitsFor } from '../../service/limits.ts';
import { orderFacts, orderForUpdate } from '../order-queries.ts';
import type { OrderRow } from '../order-queries.ts';
import { appealOf } from './appeal-queries.ts';
import { appealsView } from './read-appeals.ts';

/** The desk writes an objection down for a caller. Refuses as `appealNow`. */
export async function appealOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { said: string },
): Promise<OrderAppeals> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    await appealNow(tx, actor, order, request);
    return appealsView(tx, actor, order);
  });
}

/** 申诉: whoever ordered objects to the refusal, once; answered within the time that an order is. The order is locked.
 *  Refuses: WrongState (409) where it is not refused or already forgotten, AppealMade (409) the second time. */
export async function appealNow(tx: Tx, actor: Actor, order: OrderRow, request: { said: string }): Promise<void> {
  must(tx, actor, 'order.appeal', order);
  if (await appealOf(tx, order.id)) refuse('AppealMade');
  if (order.state !== 'refused' || order.forgottenAt)
    refuse('WrongState', { noun: 'order', state: order.state, wanted: 'refused' });
  const refusal = (await movesOf(tx, 'order', [order.id])).findLast((move) => move.to === 'refused');
  const dueAt = answerBy(tx, tx.at, await limitsFor(tx, order.serviceId, order.level));
  await tx.named(
    'volunteering.appeal',
    'insert into volunteering.order_appeals (county_id, order_id, said, refused_by, made_by, made_at, due_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      tx.countyId,
      order.id,
      request.said,
      refusal?.actor.kind === 'person' ? refusal.actor.id : null,
      JSON.stringify(actorRow(actor)),
      tx.at,
      dueAt,
    ],
  );
  await emit(tx, orderAppealed, actor, orderFacts(order));
  await audit(tx, actor, { act: 'order.appeal', noun: 'order', subjectId: order.id, placeId: order.placeId });
}
