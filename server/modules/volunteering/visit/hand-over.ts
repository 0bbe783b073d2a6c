import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { VisitLine } from '../contract.ts';
import { makeOffer } from '../dispatch/make-offer.ts';
import { endOpenOffers, offersOfOrder } from '../dispatch/offer-queries.ts';
import { offerTimes, quietFor } from '../dispatch/offer-times.ts';
import { qualify } from '../dispatch/qualify.ts';
import { refuseUnfit } from '../dispatch/refuse-unfit.ts';
import { orderDispatched } from '../events.ts';
import { orderById, orderFacts } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { limitsFor } from '../service/limits.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { visitAtHand } from './visit-acts.ts';
import { assignmentsOf, visitById } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';
import { oneVisitLine } from './visit-view.ts';

/** A team-mate who could go instead. */
export interface StandIn {
  readonly personId: string;
  readonly name: string;
}

/** Team-mates of mine who fit and could go in my place, by name. Whoever does not fit is not shown, and why is not said. */
export async function standInsFor(
  ctx: Ctx,
  actor: Actor,
  visitId: string,
): Promise<{ items: StandIn[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const visit = await visitById(tx, visitId);
    mustSee(tx, actor, 'visit.read', visit);
    must(tx, actor, 'visit.hand-over', visit);
    const fit = await fitting(tx, actor, await orderById(tx, visit.orderId), visit);
    const names = await displayNames(tx, fit);
    const items = fit.map((personId) => ({ personId, name: names.get(personId) ?? '' }));
    return { items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')), total: items.length };
  });
}

async function fitting(tx: Tx, actor: Actor, order: OrderRow, visit: VisitRow): Promise<string[]> {
  const mates = await teamMates(tx, actor.id);
  const goes = await assignmentsOf(tx, [visit.id]);
  const leads = goes.some((one) => one.personId === actor.id && one.leads);
  const volunteers = [...(await volunteersByIds(tx, mates)).values()];
  const { startsAt, endsAt, id: visitId } = visit;
  const judged = await qualify(tx, order.facts, volunteers, { startsAt, endsAt, visitId, order });
  return mates.filter((id) => {
    const one = judged.get(id);
    return one?.qualified && (!leads || one.leads) && !visit.assignedIds.includes(id);
  });
}

async function teamMates(tx: Tx, personId: string): Promise<string[]> {
  const mine = (await teamsOf(tx)).filter((team) => team.memberIds.includes(personId));
  return [...new Set(mine.flatMap((team) => team.memberIds))].filter((id) => id !== personId);
}

/** Asks nobody any more to go in my place: I go. Refuses: OfferEnded (409) when nobody is asked, or somebody has answered. */
export async function endHandOver(ctx: Ctx, actor: Actor, visitId: string): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const { order, visit } = await visitAtHand(tx, actor, visitId);
    must(tx, actor, 'visit.hand-over', visit);
    const mine = await endOpenOffers(tx, order.id, 'withdrawn', actor, (offer) => offer.insteadOf === actor.id);
    if (mine.length === 0) refuse('OfferEnded', { state: 'expired' });
    await audit(tx, actor, { act: 'visit.end-hand-over', noun: 'visit', subjectId: visitId, placeId: order.placeId });
    return oneVisitLine(tx, actor, visitId);
  });
}

/** Asks a team-mate to go in my place. Until they accept, I go; no reason is asked.
 *  Refuses: WrongState (409) once it has begun, HandOverAsked (409) while another is asked, CandidateNotQualified (422), NotFound (404) for somebody of no team of mine. */
export async function handOver(ctx: Ctx, actor: Actor, visitId: string, personId: string): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const { order, visit } = await visitAtHand(tx, actor, visitId);
    must(tx, actor, 'visit.hand-over', visit);
    if (visit.state !== 'planned' || order.state !== 'taken')
      refuse('WrongState', { noun: 'visit', state: visit.state, wanted: 'planned' });
    found((await teamMates(tx, actor.id)).find((id) => id === personId));
    const open = (await offersOfOrder(tx, order.id)).filter((offer) => offer.state === 'open');
    if (open.some((offer) => offer.insteadOf === actor.id)) refuse('HandOverAsked');
    if (!(await fitting(tx, actor, order, visit)).includes(personId)) refuseUnfit(tx, { obstacles: [], missing: [] });
    const { offerExpiresMinutes } = await limitsFor(tx, order.serviceId, order.level);
    const quiet = (await quietFor(tx, order, [personId]))(personId);
    const times = offerTimes(tx, offerExpiresMinutes, { at: tx.at, before: visit.startsAt, quiet });
    const at = { orderId: order.id, visitId };
    const offerId = await makeOffer(tx, actor, at, { personId, insteadOf: actor.id }, times);
    await emit(tx, orderDispatched, actor, {
      ...orderFacts(order),
      visitId,
      offerIds: [offerId],
      personIds: [personId],
    });
    await audit(tx, actor, { act: 'visit.hand-over', noun: 'visit', subjectId: visitId, placeId: order.placeId });
    return oneVisitLine(tx, actor, visitId);
  });
}
