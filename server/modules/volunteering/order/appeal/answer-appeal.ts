import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import type { OrderAppeals } from '../../contract.ts';
import { orderAnswered } from '../../events.ts';
import { mustBeChecked } from '../check-order.ts';
import { orderFacts, orderForUpdate, setOrder } from '../order-queries.ts';
import { orderStates } from '../states.ts';
import { awaitArrangement } from '../triage-order.ts';
import { appealOf } from './appeal-queries.ts';
import { appealsView } from './read-appeals.ts';

/** The answer to an appeal, once, by somebody else than who refused. Granted, the order is taken after all and its time begins anew; upheld, the reason stands on the order's page.
 *  Refuses: OwnRefusal (403) to whoever refused, AlreadyAnswered (409), WrongState (409) where there is none, ChecksMissing (422) as taking it would be. */
export async function answerAppeal(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  answer: { verdict: 'granted' | 'upheld'; reason: string },
): Promise<OrderAppeals> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.answer-appeal', order);
    const appeal =
      (await appealOf(tx, orderId)) ?? refuse('WrongState', { noun: 'order', state: order.state, wanted: 'refused' });
    if (appeal.answeredAt) refuse('AlreadyAnswered');
    if (appeal.refusedBy === actor.id) refuse('OwnRefusal');
    await tx.named(
      'volunteering.answer-appeal',
      'update volunteering.order_appeals set answered_at = $3, answered_by = $4, verdict = $5, reason = $6 where county_id = $1 and order_id = $2',
      [tx.countyId, orderId, tx.at, actor.kind === 'person' ? actor.id : null, answer.verdict, answer.reason],
    );
    if (answer.verdict === 'granted') {
      await mustBeChecked(tx, order);
      await move(tx, orderStates, order, 'accepted', { by: actor, reason: answer.reason });
      await setOrder(tx, orderId, { ended_at: null, outcome_reason: null, next_address: '' });
      await awaitArrangement(tx, order, tx.at);
    }
    await emit(tx, orderAnswered, actor, { ...orderFacts(order), verdict: `appeal-${answer.verdict}` });
    await audit(tx, actor, {
      act: 'order.answer-appeal',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
      detail: { verdict: answer.verdict },
    });
    return appealsView(tx, actor, order);
  });
}
