import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { MoveRow } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderState, OrderView } from '../contract.ts';
import { orderAnswered } from '../events.ts';
import { answerToTakeBack, clearingToTakeBack } from './may-take-back.ts';
import { orderFacts, orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { orderStates } from './states.ts';
import type { BeforeAnswer } from './triage-order.ts';

/** Takes back one's own answer, or that an order is no machine's: it stands as before, with the times it had. Only for ten minutes, by whoever gave it, and while nothing has happened since.
 *  Refuses: StaleVersion (409) where something has, TooLateToTakeBack (409), NotFound (404). */
export async function takeBackAnswer(
  ctx: Ctx,
  actor: Actor,
  request: { orderId: string; version: number },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, request.orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.triage', order);
    mustBeAsRead(order.version, request.version);
    const answer = await answerToTakeBack(tx, actor, order);
    if (answer) {
      await putBack(tx, actor, order, answer);
      await emit(tx, orderAnswered, actor, { ...orderFacts(order), verdict: 'take-back' });
    } else {
      if (!(await clearingToTakeBack(tx, actor, order))) refuse('TooLateToTakeBack');
      const uncleared = { suspect_cleared_at: null, suspect_cleared_by: null };
      await setOrder(tx, order.id, { suspect: true, suspect_why: 'honeypot', ...uncleared });
    }
    await audit(tx, actor, { act: 'order.take-back', noun: 'order', subjectId: order.id, placeId: order.placeId });
    return orderView(tx, actor, order.id);
  });
}

async function putBack(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  { move: last, before }: { move: MoveRow; before: BeforeAnswer },
): Promise<void> {
  await move(tx, orderStates, order, last.from as OrderState, { by: actor });
  await tx.named(
    'volunteering.unremind',
    'update volunteering.reminders set settled_at = $3 where county_id = $1 and order_id = $2 and done_at is null and settled_at is null',
    [tx.countyId, order.id, tx.at],
  );
  // What the answer had settled is waited for again.
  await tx.named(
    'volunteering.remind-again',
    'update volunteering.reminders set settled_at = null where county_id = $1 and order_id = $2 and done_at is null and settled_at = $3',
    [tx.countyId, order.id, last.enteredAt],
  );
  await setOrder(tx, order.id, {
    due_at: before.dueAt,
    answered_at: before.answeredAt,
    suspect: before.suspect,
    suspect_why: before.suspect ? 'honeypot' : null,
    outcome_reason: before.reason ?? null,
  });
}
