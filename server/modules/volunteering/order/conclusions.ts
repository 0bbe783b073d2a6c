import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { differenceOf } from '../hours/difference/difference-queries.ts';
import { recordHours } from '../hours/record-hours.ts';
import { limitsFor } from '../service/limits.ts';
import { closeNow, confirmNow, disputeNow, mustNotBeOwn, rateNow } from './conclude-order.ts';
import type { Rating } from './conclude-order.ts';
import { orderForUpdate } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { callsSince } from './calls-since.ts';
import { orderView } from './order-view.ts';
import { minutesAfter } from './reminders.ts';
import { whenHappenedTo } from './time.ts';

async function onOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  act: (tx: Tx, order: OrderRow) => Promise<unknown>,
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    await act(tx, order);
    return orderView(tx, actor, orderId);
  });
}

/** The desk heard by telephone that it was done, or put a dispute right. */
export const confirmOrder = (
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { settled?: string | undefined; minutes?: number | undefined; happenedAt?: Date | undefined },
): Promise<OrderView> => onOrder(ctx, actor, orderId, (tx, order) => confirmNow(tx, actor, order, request));

/** The desk heard that it was not done. */
export const disputeOrder = (
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { reason: string; minutes?: number | undefined; happenedAt?: Date | undefined },
): Promise<OrderView> => onOrder(ctx, actor, orderId, (tx, order) => disputeNow(tx, actor, order, request));

/** The desk writes down what the caller says about the visit. */
export const rateOrder = (ctx: Ctx, actor: Actor, orderId: string, rating: Rating): Promise<OrderView> =>
  onOrder(ctx, actor, orderId, (tx, order) => rateNow(tx, actor, order, rating));

/** Nobody answered: the organiser vouches for the visit, in its own class of evidence, and the order ends unconfirmed. Refuses: TooEarly (422) while the resident still has time to say it, CallFirst (422) when nobody rang, AttestationNotAllowed (422) by the service's rule, HoursDiffer (409) while both sides say different times, WrongState (409) once somebody has said that it was done. */
export const attestOrder = (
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { reason: string; happenedAt?: Date | undefined },
): Promise<OrderView> =>
  onOrder(ctx, actor, orderId, async (tx, order) => {
    must(tx, actor, 'order.attest', order);
    mustNotBeOwn(actor, order);
    mustWaitForWord(order);
    whenHappenedTo(tx, order, request.happenedAt);
    if (order.facts.evidenceRule !== 'confirmed-or-attested') refuse('AttestationNotAllowed');
    await mustHaveWaited(tx, order);
    const difference = await differenceOf(tx, order.visitId);
    if (difference && difference.way === null) refuse('HoursDiffer');
    await closeNow(tx, actor, order, request);
    await recordHours(tx, actor, order, { confirmedBy: 'organiser' });
    await audit(tx, actor, { act: 'order.attest', noun: 'order', subjectId: order.id, placeId: order.placeId });
  });

/** Nobody answered, or a dispute could not be put right: the order ends without a word about whether it was done, and no hours are written (silence is not confirmation). Half a year later its contacts are forgotten as any other's.
 *  Refuses: TooEarly (422) while the resident still has time to say it, CallFirst (422) when nobody rang, OwnVisit (403), WrongState (409) where another ending fits. */
export const closeOrder = (ctx: Ctx, actor: Actor, orderId: string, request: { reason: string }): Promise<OrderView> =>
  onOrder(ctx, actor, orderId, async (tx, order) => {
    must(tx, actor, 'order.close', order);
    mustNotBeOwn(actor, order);
    mustWaitForWord(order);
    await mustHaveWaited(tx, order);
    await closeNow(tx, actor, order, request);
    await audit(tx, actor, { act: 'order.close', noun: 'order', subjectId: order.id, placeId: order.placeId });
  });

// A confirmed or rated order is closed by the clock, with its hours: not by the station's word. Whoever ordered still has time to say how it was.
function mustWaitForWord({ state }: OrderRow): void {
  if (state !== 'done' && state !== 'disputed') refuse('WrongState', { noun: 'order', state, wanted: 'closed' });
}

async function mustHaveWaited(tx: Tx, order: OrderRow): Promise<void> {
  const limits = await limitsFor(tx, order.serviceId, order.level);
  // Of a visit that was typed in afterwards they were asked only then.
  const askedUntil = [order.dueAt, order.doneAt && minutesAfter(order.doneAt, limits.confirmWithinMinutes)];
  if (order.state === 'done' && askedUntil.some((until) => until !== null && until > tx.at)) refuse('TooEarly');
  if (order.state === 'done' && (await callsSince(tx, order)) === 0) refuse('CallFirst');
}
