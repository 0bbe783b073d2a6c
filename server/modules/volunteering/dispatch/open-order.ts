import { distanceKm, placeById } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { orderDispatched } from '../events.ts';
import { orderFacts, orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { orderView } from '../order/order-view.ts';
import { planVisit } from '../visit/plan-visit.ts';
import { assignmentsOf } from '../visit/visit-queries.ts';
import { activeVolunteers } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { mustStandAlone, mustWaitForDispatch, nowDispatched, slotOf } from './dispatch-order.ts';
import { makeOffer } from './make-offer.ts';
import { offersOfOrder } from './offer-queries.ts';
import { openTimes, quietFor } from './offer-times.ts';
import { qualify } from './qualify.ts';
import type { Slot } from './qualify.ts';

/** Open for a day unless said otherwise, until the morning where that ends in the night, and never beyond the visit. */
const openMinutes = 1_440;
/** So many of those who fit are told, the nearest first; all of them see it. */
const told = 30;

/** 抢单: opens an order to everybody who fits; the first to take it go. The nearest are told; everybody who fits sees it among what they could do.
 *  Refuses: AlreadyOpen (409), InRound (409), NobodyFits (422, with how many each rule keeps away), TimeInPast (422), WrongState (409). */
export async function openOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { startsAt: Date; endsAt?: Date | undefined; closesInMinutes?: number | undefined },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.dispatch', order);
    mustWaitForDispatch(order);
    await mustStandAlone(tx, order);
    const slot = slotOf(order, request, tx.at);
    const visit = await planVisit(tx, actor, order, slot);
    const offers = await offersOfOrder(tx, order.id);
    if (offers.some((offer) => offer.openToAll && offer.state === 'open')) refuse('AlreadyOpen');
    // Of a pair whoever leads may have promised already.
    const isLed = (await assignmentsOf(tx, [visit.id])).some((one) => one.state === 'assigned' && one.leads);
    const fit = await whoFits(tx, order, { ...slot, visitId: visit.id, order }, isLed);
    const quiet = (await quietFor(tx, order, []))();
    const times = openTimes(tx, request.closesInMinutes ?? openMinutes, { at: tx.at, before: slot.startsAt, quiet });
    const offerId = await makeOffer(tx, actor, { orderId: order.id, visitId: visit.id }, { openToAll: true }, times);
    await nowDispatched(tx, actor, order, visit.id, tx.at);
    await emit(tx, orderDispatched, actor, {
      ...orderFacts(order),
      visitId: visit.id,
      offerIds: [offerId],
      personIds: fit.slice(0, told).map((one) => one.personId),
    });
    await audit(tx, actor, { act: 'order.open', noun: 'order', subjectId: order.id, placeId: order.placeId });
    return orderView(tx, actor, order.id);
  });
}

/** Who could go, the nearest first. */
async function whoFits(tx: Tx, order: OrderRow, slot: Slot, isLed: boolean): Promise<Volunteer[]> {
  const volunteers = await activeVolunteers(tx);
  const judged = await qualify(tx, order.facts, volunteers, slot);
  const fit = volunteers.filter((one) => judged.get(one.personId)?.qualified);
  if (fit.length === 0 || !(isLed || fit.some((one) => judged.get(one.personId)?.leads))) {
    const rules: Record<string, number> = {};
    for (const { obstacles } of judged.values()) for (const rule of obstacles) rules[rule] = (rules[rule] ?? 0) + 1;
    refuse('NobodyFits', { rules });
  }
  const there = placeById(tx, order.placeId);
  const far = (one: Volunteer): number => {
    const home = placeById(tx, one.homePlaceId);
    return (home && there && distanceKm(home, there)) ?? 9_999;
  };
  return fit.toSorted((a, b) => far(a) - far(b));
}
