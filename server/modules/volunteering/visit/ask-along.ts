import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { atHome } from '../dispatch/gates/gate.ts';
import { makeOffer } from '../dispatch/make-offer.ts';
import { offersOfOrder } from '../dispatch/offer-queries.ts';
import { offerTimes, quietFor } from '../dispatch/offer-times.ts';
import { qualifyToAccompany } from '../dispatch/qualify-to-accompany.ts';
import { refuseUnfit } from '../dispatch/refuse-unfit.ts';
import { orderDispatched } from '../events.ts';
import { orderById, orderFacts, orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { limitsFor } from '../service/limits.ts';
import { activeVolunteers, volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { assignmentsOf, visitById } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';

/** Newcomers who could come along to this visit and learn, by name; why others could not is not said. */
export async function newcomersFor(
  ctx: Ctx,
  actor: Actor,
  visitId: string,
): Promise<{ items: { personId: string; name: string }[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const visit = await visitById(tx, visitId);
    const order = await orderById(tx, visit.orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'visit.ask-along', visit);
    if (!atHome(order.facts)) return { items: [], total: 0 };
    const newcomers = (await activeVolunteers(tx)).filter((one) => one.needsMentor);
    const judged = await qualifyToAccompany(tx, order, visit, newcomers);
    const fit = newcomers.map((one) => one.personId).filter((id) => judged.get(id)?.qualified);
    const names = await displayNames(tx, fit);
    const items = fit.map((personId) => ({ personId, name: names.get(personId) ?? '' }));
    return { items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')), total: items.length };
  });
}

/** Asks a newcomer to come along to a home visit that somebody leads; at most one, and nobody has to. The desk has told the household before.
 *  Refuses: WrongState (409) unless the visit is taken and has not begun, NewcomerThere (409) where one comes or is asked, NotNewcomer (422) for somebody who needs nobody beside them or a visit that is in no home, CandidateNotQualified (422). */
export async function askAlong(ctx: Ctx, actor: Actor, visitId: string, personId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, (await visitById(tx, visitId)).orderId);
    mustSee(tx, actor, 'order.read', order);
    const visit = await visitById(tx, visitId);
    must(tx, actor, 'visit.ask-along', visit);
    if (visit.state !== 'planned' || order.state !== 'taken' || order.visitId !== visitId)
      refuse('WrongState', { noun: 'visit', state: visit.state, wanted: 'planned' });
    const lead = await leadAlone(tx, order, visit);
    await mustFit(tx, order, visit, personId);
    const { offerExpiresMinutes } = await limitsFor(tx, order.serviceId, order.level);
    const quiet = (await quietFor(tx, order, [personId]))(personId);
    const times = offerTimes(tx, offerExpiresMinutes, { at: tx.at, before: visit.startsAt, quiet });
    const at = { orderId: order.id, visitId };
    const offerId = await makeOffer(tx, actor, at, { personId, beside: lead }, times);
    await emit(tx, orderDispatched, actor, {
      ...orderFacts(order),
      visitId,
      offerIds: [offerId],
      personIds: [personId],
    });
    await audit(tx, actor, { act: 'visit.ask-along', noun: 'visit', subjectId: visitId, placeId: order.placeId });
  });
}

// Who leads, unless a newcomer comes already or is asked.
async function leadAlone(tx: Tx, order: OrderRow, visit: VisitRow): Promise<string> {
  const goes = (await assignmentsOf(tx, [visit.id])).filter((one) => one.state === 'assigned');
  const asked = (await offersOfOrder(tx, order.id)).some((offer) => offer.state === 'open' && offer.beside !== null);
  if (asked || goes.some((one) => one.comesAlong)) refuse('NewcomerThere');
  return (
    goes.find((one) => one.leads)?.personId ??
    refuse('WrongState', { noun: 'visit', state: visit.state, wanted: 'taken' })
  );
}

async function mustFit(tx: Tx, order: OrderRow, visit: VisitRow, personId: string): Promise<void> {
  const volunteers = await volunteersByIds(tx, [personId]);
  if (!atHome(order.facts) || !volunteers.get(personId)?.needsMentor) refuse('NotNewcomer');
  const judged = (await qualifyToAccompany(tx, order, visit, [...volunteers.values()])).get(personId);
  if (!judged?.qualified) refuseUnfit(tx, { obstacles: judged?.obstacles ?? [], missing: judged?.missing ?? [] });
}
