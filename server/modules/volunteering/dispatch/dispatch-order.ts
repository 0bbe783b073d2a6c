import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { orderDispatched } from '../events.ts';
import { orderFacts, orderForUpdate, setOrder } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { orderView } from '../order/order-view.ts';
import { minutesAfter } from '../order/reminders.ts';
import { orderStates } from '../order/states.ts';
import { whenHappenedTo } from '../order/time.ts';
import { lockTogether, offeredTogether } from '../round/round-queries.ts';
import { timedStops } from '../round/round-times.ts';
import type { TimedStop } from '../round/round-times.ts';
import { limitsFor } from '../service/limits.ts';
import { planVisit } from '../visit/plan-visit.ts';
import { teamById } from '../volunteer/team-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { makeOffer } from './make-offer.ts';
import { offersOfOrder } from './offer-queries.ts';
import { offerTimes, quietFor } from './offer-times.ts';
import { qualify } from './qualify.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import type { Slot } from './qualify.ts';

/** Whom to ask, for when. */
export interface Dispatch {
  readonly candidates: readonly { kind: 'volunteer' | 'team'; id: string }[];
  readonly startsAt: Date;
  readonly endsAt?: Date | undefined;
  readonly expiresInMinutes?: number | undefined;
  readonly happenedAt?: Date | undefined;
}

/** 派单: offers an ordered service to volunteers, or to a team whose first takers win; each offer expires by itself, and its time stands still while whoever is asked has quiet hours, else at night, unless the order is urgent. While offers are out, more candidates may be asked for the same time.
 *  An order of a round is offered with all its stops that wait, one after the other from `startsAt` on.
 *  Refuses: CandidateNotQualified (422, with what is missing), NotEnoughCandidates (422), TimeInPast (422), WrongState (409). */
export async function dispatchOrder(ctx: Ctx, actor: Actor, orderId: string, request: Dispatch): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.dispatch', order);
    mustWaitForDispatch(order);
    const at = whenHappenedTo(tx, order, request.happenedAt);
    const { minutes, ...times } = await timesAsked(tx, order, request, at);
    for (const stop of timedStops(tx, await lockTogether(tx, order), times)) {
      must(tx, actor, 'order.dispatch', stop.order);
      await offerStop(tx, actor, stop, request.candidates, { minutes, at, before: times.startsAt });
    }
    return orderView(tx, actor, order.id);
  });
}

/** When it begins, and how long those who are asked may think. Refuses as `slotOf`. */
async function timesAsked(
  tx: Tx,
  order: OrderRow,
  request: Dispatch,
  at: Date,
): Promise<{ startsAt: Date; endsAt: Date; minutes: number }> {
  const limits = await limitsFor(tx, order.serviceId, order.level);
  return { ...slotOf(order, request, at), minutes: request.expiresInMinutes ?? limits.offerExpiresMinutes };
}

async function offerStop(
  tx: Tx,
  actor: Actor,
  { order, slot }: TimedStop,
  candidates: Dispatch['candidates'],
  times: { minutes: number; at: Date; before: Date },
): Promise<void> {
  const visit = await planVisit(tx, actor, order, slot);
  await mustBeAble(tx, order, candidates, { ...slot, visitId: visit.id }, visit.assignedIds.length);
  const asked = await makeOffers(tx, actor, order, candidates, { ...times, visitId: visit.id });
  await nowDispatched(tx, actor, order, visit.id, times.at);
  await emit(tx, orderDispatched, actor, {
    ...orderFacts(order),
    visitId: visit.id,
    offerIds: asked.offerIds,
    personIds: asked.personIds,
  });
  await audit(tx, actor, {
    act: 'order.dispatch',
    noun: 'order',
    subjectId: order.id,
    placeId: order.placeId,
    detail: { offers: asked.offerIds.length },
  });
}

/** Somebody was asked: the order waits for them. */
export async function nowDispatched(tx: Tx, actor: Actor, order: OrderRow, visitId: string, at: Date): Promise<void> {
  if (order.state === 'accepted') await move(tx, orderStates, order, 'dispatched', { by: actor, happenedAt: at });
  await setOrder(tx, order.id, { visit_id: visitId, arranged_at: order.arrangedAt ?? at });
}

/** Refuses WrongState (409) unless the order waits for somebody. */
export function mustWaitForDispatch(order: OrderRow): void {
  if (order.state !== 'accepted' && order.state !== 'dispatched')
    refuse('WrongState', { noun: 'order', state: order.state, wanted: 'dispatched' });
}

/** Refuses InRound (409) for an order that is offered with other stops: one way of asking knows rounds. */
export async function mustStandAlone(tx: Tx, order: OrderRow): Promise<void> {
  if ((await offeredTogether(tx, order)).length > 1) refuse('InRound', {});
}

/** The time asked for, of the service's usual length unless said. Refuses: TimeInPast (422), BadRequest (400) for an end before the beginning or more than a day later. */
export function slotOf(order: OrderRow, request: Pick<Dispatch, 'startsAt' | 'endsAt'>, at: Date): Slot {
  const endsAt = request.endsAt ?? minutesAfter(request.startsAt, order.facts.durationMinutes);
  if (request.startsAt <= at) refuse('TimeInPast', {}, [{ path: '/startsAt', code: 'in_past' }]);
  if (endsAt <= request.startsAt || endsAt.getTime() - request.startsAt.getTime() > 86_400_000)
    refuse('BadRequest', {}, [{ path: '/endsAt', code: 'invalid_value' }]);
  return { startsAt: request.startsAt, endsAt };
}

/** Refuses candidates who cannot go (CandidateNotQualified, 422), and fewer than are needed (NotEnoughCandidates, 422). */
export async function mustBeAble(
  tx: Tx,
  order: OrderRow,
  candidates: Dispatch['candidates'],
  slot: Slot,
  alreadyTaken: number,
): Promise<void> {
  let leaders = alreadyTaken;
  let people = alreadyTaken;
  for (const [at, candidate] of candidates.entries()) {
    const ids = candidate.kind === 'team' ? await membersOf(tx, candidate.id) : [candidate.id];
    const volunteers = [...(await volunteersByIds(tx, ids)).values()];
    if (candidate.kind === 'volunteer' && volunteers.length === 0) refuse('NotFound');
    const judged = [...(await qualify(tx, order.facts, volunteers, slot)).values()];
    const able = judged.filter((one) => one.qualified);
    if (able.length === 0)
      refuseUnfit(
        tx,
        { obstacles: judged[0]?.obstacles ?? [], missing: judged[0]?.missing ?? [] },
        { fields: [{ path: `/candidates/${at}`, code: 'not_qualified' }], toldAll: true },
      );
    leaders += able.filter((one) => one.leads).length;
    people += able.length;
  }
  if (leaders === 0)
    refuseUnfit(
      tx,
      { obstacles: ['skill'], missing: order.facts.skills },
      { fields: [{ path: '/candidates', code: 'not_qualified' }] },
    );
  const stillOpen = (await offersOfOrder(tx, order.id))
    .filter((offer) => offer.state === 'open')
    .reduce((sum, offer) => sum + (offer.teamId ? offer.candidateIds.length : 1), 0);
  if (people + stillOpen < order.facts.peopleNeeded)
    refuse('NotEnoughCandidates', { needed: order.facts.peopleNeeded }, [
      { path: '/candidates', code: 'too_small', detail: { minimum: order.facts.peopleNeeded } },
    ]);
}

// A closed team has nobody to ask.
async function membersOf(tx: Tx, teamId: string): Promise<readonly string[]> {
  const team = await teamById(tx, teamId);
  return team.closed ? [] : team.memberIds;
}

async function makeOffers(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  candidates: Dispatch['candidates'],
  ask: { visitId: string; minutes: number; at: Date; before: Date },
): Promise<{ offerIds: string[]; personIds: string[] }> {
  const people = candidates.flatMap((one) => (one.kind === 'volunteer' ? [one.id] : []));
  const quiet = await quietFor(tx, order, people);
  const open = (await offersOfOrder(tx, order.id)).filter((offer) => offer.state === 'open');
  const offerIds: string[] = [];
  const personIds: string[] = [];
  for (const candidate of candidates) {
    if (open.some((offer) => offer.personId === candidate.id || offer.teamId === candidate.id)) continue;
    const teamId = candidate.kind === 'team' ? candidate.id : null;
    const id = await makeOffer(
      tx,
      actor,
      { orderId: order.id, visitId: ask.visitId },
      teamId ? { teamId } : { personId: candidate.id },
      offerTimes(tx, ask.minutes, { ...ask, quiet: quiet(teamId ? undefined : candidate.id) }),
    );
    offerIds.push(id);
    personIds.push(...(teamId ? (await teamById(tx, teamId)).memberIds : [candidate.id]));
  }
  return { offerIds, personIds: [...new Set(personIds)] };
}
