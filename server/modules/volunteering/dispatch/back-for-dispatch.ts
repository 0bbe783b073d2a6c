import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { orderBackForDispatch } from '../events.ts';
import { orderById, orderFacts, setOrder } from '../order/order-queries.ts';
import { settleReminders } from '../order/reminders.ts';
import { orderStates } from '../order/states.ts';
import { awaitArrangement } from '../order/triage-order.ts';
import { becauseWords } from '../order/words-of-record.ts';
import { askNext } from './ask-next.ts';
import { offersOfOrder } from './offer-queries.ts';

/** Why an order waits for dispatch again. */
export type BackBecause = 'declined' | 'expired' | 'given-back' | 'reopened' | 'visit-failed' | 'wish-changed';

/** Leads an order back to where it waits for dispatch. Whoever of a pair has accepted stays with the visit until it is planned anew. */
export async function backForDispatch(
  tx: Tx,
  actor: Actor,
  orderId: string,
  because: BackBecause,
  note: { reason?: string | undefined; happenedAt?: Date | undefined } = {},
): Promise<void> {
  const order = await orderById(tx, orderId);
  await move(tx, orderStates, order, 'accepted', {
    by: actor,
    detail: { because },
    reason: note.reason ?? becauseWords(tx, because),
    ...(note.happenedAt ? { happenedAt: note.happenedAt } : {}),
  });
  await settleReminders(tx, orderId);
  await setOrder(tx, orderId, {
    taken_at: null,
    ...(because === 'reopened' || because === 'visit-failed' ? { reopened: order.reopened + 1, done_at: null } : {}),
  });
  await awaitArrangement(tx, order, note.happenedAt ?? tx.at);
  await emit(tx, orderBackForDispatch, actor, { ...orderFacts(order), because });
}

/** After an offer ended: where people are asked in turn, the next is; if nobody is asked any more and somebody is still missing, the order waits for dispatch again. */
export async function fallBackWhenNobodyIsLeft(
  tx: Tx,
  actor: Actor,
  orderId: string,
  because: 'declined' | 'expired',
): Promise<void> {
  const order = await orderById(tx, orderId);
  if (order.state !== 'dispatched') return;
  if (await askNext(tx, actor, orderId)) return;
  if ((await offersOfOrder(tx, orderId)).some((offer) => offer.state === 'open')) return;
  await backForDispatch(tx, actor, orderId, because);
}
