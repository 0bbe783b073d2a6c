import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import type { Tx } from '#platform/transaction';
import { orderDispatched } from '../events.ts';
import { orderById, orderFacts } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { visitById } from '../visit/visit-queries.ts';
import type { VisitRow } from '../visit/visit-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { makeOffer } from './make-offer.ts';
import { offersOfOrder } from './offer-queries.ts';
import { offerTimes, quietFor } from './offer-times.ts';
import { qualify } from './qualify.ts';
import { waterfallOf } from './waterfall-queries.ts';
import type { WaterfallRow } from './waterfall-queries.ts';

/** Asks as many of those who come next as places are free; who does not fit any more is passed over. Answers whether anybody was asked. Lock the order first. */
export async function askNext(tx: Tx, actor: Actor, orderId: string): Promise<boolean> {
  const order = await orderById(tx, orderId);
  const waterfall = order.visitId ? await waterfallOf(tx, order.visitId) : undefined;
  if (!order.visitId || !waterfall || waterfall.reached >= waterfall.personIds.length) return false;
  const visit = await visitById(tx, order.visitId);
  const offers = (await offersOfOrder(tx, order.id)).filter((offer) => offer.visitId === visit.id);
  let free = order.facts.peopleNeeded - visit.assignedIds.length;
  free -= offers.filter((offer) => offer.state === 'open' && offer.personId).length;
  const asked = new Set(offers.flatMap((offer) => offer.personId ?? []));
  const chosen: string[] = [];
  let reached = waterfall.reached;
  for (; reached < waterfall.personIds.length && chosen.length < free; reached += 1) {
    const personId = waterfall.personIds[reached] ?? '';
    if (!asked.has(personId) && (await fits(tx, order, visit, personId))) chosen.push(personId);
  }
  await tx.named(
    'volunteering.waterfall-reached',
    'update volunteering.waterfalls set reached = $3 where county_id = $1 and visit_id = $2',
    [tx.countyId, visit.id, reached],
  );
  if (chosen.length === 0) return false;
  await ask(tx, actor, order, visit, chosen, waterfall);
  return true;
}

async function fits(tx: Tx, order: OrderRow, visit: VisitRow, personId: string): Promise<boolean> {
  const volunteers = [...(await volunteersByIds(tx, [personId])).values()];
  const { startsAt, endsAt, id: visitId } = visit;
  return (
    (await qualify(tx, order.facts, volunteers, { startsAt, endsAt, visitId, order })).get(personId)?.qualified ?? false
  );
}

async function ask(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  visit: VisitRow,
  personIds: readonly string[],
  { expiresMinutes, urgent }: WaterfallRow,
): Promise<void> {
  const quiet = await quietFor(tx, order, personIds, urgent || order.urgency === 'urgent');
  const offerIds: string[] = [];
  for (const personId of personIds) {
    const times = offerTimes(tx, expiresMinutes, { at: tx.at, before: visit.startsAt, quiet: quiet(personId) });
    offerIds.push(await makeOffer(tx, actor, { orderId: order.id, visitId: visit.id }, { personId }, times));
  }
  await emit(tx, orderDispatched, actor, {
    ...orderFacts(order),
    visitId: visit.id,
    offerIds,
    personIds: [...personIds],
  });
}
