import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { visitHandedOver } from '../events.ts';
import { orderFacts } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { offerStates } from '../order/states.ts';
import { assign, endAssignments } from '../visit/assign.ts';
import { assignmentsOf, visitById } from '../visit/visit-queries.ts';
import { lockVolunteer } from '../volunteer/volunteer-queries.ts';
import { endOpenOffers } from './offer-queries.ts';
import type { OfferRow } from './offer-queries.ts';
import { qualify } from './qualify.ts';
import { refuseUnfit } from './refuse-unfit.ts';

/** Goes in somebody's place, who is free from now on: the order stays taken, and nobody at home notices but by the name at the door.
 *  Refuses: OfferEnded (409) when the other does not go any more, CandidateNotQualified (422). */
export async function takeOver(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  offer: OfferRow,
  insteadOf: string,
  at: Date,
): Promise<void> {
  const volunteer = await lockVolunteer(tx, actor.id);
  const visit = await visitById(tx, offer.visitId);
  const goes = (await assignmentsOf(tx, [visit.id])).filter((one) => one.state === 'assigned');
  const before = goes.find((one) => one.personId === insteadOf);
  if (visit.state !== 'planned' || !before) refuse('OfferEnded', { state: 'withdrawn' });
  if (goes.some((one) => one.personId === actor.id)) refuse('AlreadyAnswered');
  const { startsAt, endsAt, id: visitId } = visit;
  const judged = (await qualify(tx, order.facts, [volunteer], { startsAt, endsAt, visitId, order })).get(actor.id);
  if (!judged?.qualified || (before.leads && !judged.leads))
    refuseUnfit(tx, { obstacles: judged?.obstacles ?? [], missing: judged?.missing ?? [] });
  await endAssignments(tx, actor, visit.id, 'given-back', { personIds: [insteadOf], happenedAt: at });
  await assign(tx, actor, visit, actor.id, before, at);
  await move(tx, offerStates, offer, 'accepted', { by: actor, happenedAt: at });
  // Whoever was asked to come along was asked beside somebody else.
  await endOpenOffers(tx, order.id, 'withdrawn', actor, (one) => one.beside === insteadOf);
  await emit(tx, visitHandedOver, actor, { ...orderFacts(order), visitId, fromId: insteadOf, toId: actor.id });
}
