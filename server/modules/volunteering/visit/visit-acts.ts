import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { VisitLine } from '../contract.ts';
import { obstaclesSincePromised } from '../dispatch/still-may-go.ts';
import { visitBegun, visitFailed } from '../events.ts';
import { orderFacts, orderForUpdate, setOrder } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { remind, settleReminders } from '../order/reminders.ts';
import { orderStates, visitStates } from '../order/states.ts';
import { whenHappenedTo } from '../order/time.ts';
import { checkInFrom } from '../permissions.ts';
import { answerBy } from '../service/due.ts';
import { limitsFor } from '../service/limits.ts';
import { endAlarms } from './alarms.ts';
import { endAssignments } from './assign.ts';
import { giveBack } from './give-back.ts';
import { provePresence } from './prove-presence.ts';
import type { Shown } from './prove-presence.ts';
import { mayArriveToo } from './visit-abilities.ts';
import { visitById } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';
import { refuseUnfit } from '../dispatch/refuse-unfit.ts';
import { oneVisitLine } from './visit-view.ts';

/** The visit and its order, locked, for somebody who may see it; 404 otherwise. */
export async function visitAtHand(
  tx: Tx,
  actor: Actor,
  visitId: string,
): Promise<{ order: OrderRow; visit: VisitRow }> {
  const order = await orderForUpdate(tx, (await visitById(tx, visitId)).orderId);
  const visit = await visitById(tx, visitId);
  mustSee(tx, actor, 'visit.read', visit);
  if (order.visitId !== visit.id) refuse('WrongState', { noun: 'visit', state: visit.state, wanted: 'under-way' });
  return { order, visit };
}

/** Whoever goes has arrived; where two go, the first begins the visit, and the other says it for themselves; a code they were shown tells when. Of one without a phone a handler says so, who saw it or was rung up: the hours are then the organiser's to vouch for. Refuses: NotYet (422) more than two hours before the time, BadRequest (400) before the order was given, ProofWrong (422), CandidateNotQualified (422) when a paper or consent ended meanwhile, WrongState (409). */
export async function checkIn(
  ctx: Ctx,
  actor: Actor,
  visitId: string,
  request: Shown & { happenedAt?: Date | undefined },
): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const { order, visit } = await visitAtHand(tx, actor, visitId);
    must(tx, actor, 'visit.check-in', visit);
    const isSecond = visit.state === 'under-way' && mayArriveToo(actor, visit);
    if (!isSecond) mustBe(visit, 'planned', 'under-way');
    const said = whenHappenedTo(tx, order, request.happenedAt);
    const goes = visit.assignedIds.includes(actor.id);
    const shown = await provePresence(tx, actor, order, visit, goes ? request : { ...request, near: undefined }, said);
    const { at } = shown;
    const proof = goes ? shown.proof : (shown.proof ?? 'keeper');
    if (at < checkInFrom(visit.startsAt)) refuse('NotYet', {}, [{ path: '/happenedAt', code: 'invalid_value' }]);
    await mustStillBeFit(tx, order, visit, goes ? [actor.id] : visit.assignedIds);
    if (goes) await noteOwnArrival(tx, visit.id, actor.id, at);
    if (isSecond) return arrivedToo(tx, actor, order, visit);
    await move(tx, visitStates, visit, 'under-way', { by: actor, happenedAt: at });
    await move(tx, orderStates, order, 'under-way', { by: actor, happenedAt: at });
    await tx.named(
      'volunteering.check-in',
      'update volunteering.visits set checked_in_at = $3, check_in_entered_at = $4, changed_at = $4, check_in_proof = $5 where county_id = $1 and id = $2',
      [tx.countyId, visitId, at, tx.at, proof],
    );
    await settleReminders(tx, order.id, ['visit-soon', 'check-in-missing']);
    await endAlarms(tx, visit, 'arrived');
    await setOrder(tx, order.id, { due_at: visit.endsAt });
    await emit(tx, visitBegun, actor, { ...orderFacts(order), visitId });
    await audit(tx, actor, {
      act: 'visit.check-in',
      noun: 'visit',
      subjectId: visitId,
      placeId: order.placeId,
      detail: { proof: proof ?? 'nothing' },
    });
    return oneVisitLine(tx, actor, visitId);
  });
}

const noteOwnArrival = (tx: Tx, visitId: string, personId: string, at: Date): Promise<unknown> =>
  tx.named(
    'volunteering.note-own-arrival',
    'update volunteering.assignments set arrived_at = $4 where county_id = $1 and visit_id = $2 and person_id = $3',
    [tx.countyId, visitId, personId, at],
  );

// The visit is under way since the first of them came: nothing of it changes but their own time.
async function arrivedToo(tx: Tx, actor: Actor, order: OrderRow, visit: VisitRow): Promise<VisitLine> {
  await audit(tx, actor, {
    act: 'visit.check-in',
    noun: 'visit',
    subjectId: visit.id,
    placeId: order.placeId,
    detail: { proof: 'nothing' },
  });
  return oneVisitLine(tx, actor, visit.id);
}

/** What was arrived at already is told so before its code is looked at. */
export function mustBe(visit: VisitRow, state: VisitRow['state'], wanted: VisitRow['state']): void {
  if (visit.state !== state) refuse('WrongState', { noun: 'visit', state: visit.state, wanted });
}

// A paper or consent may have ended since the promise: then the desk has to send somebody else.
async function mustStillBeFit(tx: Tx, order: OrderRow, visit: VisitRow, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    const obstacles = await obstaclesSincePromised(tx, order, visit, personId);
    if (obstacles.length > 0) refuseUnfit(tx, { obstacles, missing: [] });
  }
}

/** Nobody could be helped this time: closed door, wrong address, missing part. Whoever went has gone in vain, and goes no more; the order waits for somebody to decide. */
export async function failVisit(
  ctx: Ctx,
  actor: Actor,
  visitId: string,
  request: { reason: string; happenedAt?: Date | undefined },
): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const { order, visit } = await visitAtHand(tx, actor, visitId);
    must(tx, actor, 'visit.fail', visit);
    const at = whenHappenedTo(tx, order, request.happenedAt);
    await move(tx, visitStates, visit, 'failed', { by: actor, reason: request.reason, happenedAt: at });
    await move(tx, orderStates, order, 'visit-failed', { by: actor, reason: request.reason, happenedAt: at });
    await endAssignments(tx, actor, visitId, 'in-vain', { happenedAt: at });
    await settleReminders(tx, order.id);
    await endAlarms(tx, visit, 'over');
    const dueAt = answerBy(tx, at, await limitsFor(tx, order.serviceId, order.level));
    await remind(tx, order.id, 'answer', dueAt);
    await setOrder(tx, order.id, { due_at: dueAt });
    await emit(tx, visitFailed, actor, { ...orderFacts(order), visitId });
    await audit(tx, actor, { act: 'visit.fail', noun: 'visit', subjectId: visitId, placeId: order.placeId });
    return oneVisitLine(tx, actor, visitId);
  });
}

/** Whoever cannot come gives the visit back in time (志愿服务条例 art. 22); no reason is asked. The other of a pair stays, and the order waits for dispatch again. Refuses: WrongState (409), TimeInFuture (422): from when it happened the time for finding somebody else counts. */
export async function releaseVisit(
  ctx: Ctx,
  actor: Actor,
  visitId: string,
  request: { happenedAt?: Date | undefined },
): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const { order, visit } = await visitAtHand(tx, actor, visitId);
    must(tx, actor, 'visit.release', visit);
    mustBe(visit, 'planned', 'cancelled');
    await giveBack(tx, actor, order, visit, actor.id, whenHappenedTo(tx, order, request.happenedAt));
    await audit(tx, actor, { act: 'visit.release', noun: 'visit', subjectId: visitId, placeId: order.placeId });
    return oneVisitLine(tx, actor, visitId);
  });
}
