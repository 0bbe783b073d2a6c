import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from '../order/order-queries.ts';
import { offerStates } from '../order/states.ts';
import { assign } from '../visit/assign.ts';
import { assignmentsOf, visitById } from '../visit/visit-queries.ts';
import { lockVolunteer } from '../volunteer/volunteer-queries.ts';
import type { OfferRow } from './offer-queries.ts';
import { qualifyToAccompany } from './qualify-to-accompany.ts';
import { refuseUnfit } from './refuse-unfit.ts';

/** Comes along to a visit that others have taken: the order stays as it is, and whoever leads is told whom they take with them.
 *  Refuses: OfferEnded (409) when the visit has begun or whoever leads does not go any more, CandidateNotQualified (422). */
export async function comeAlong(tx: Tx, actor: Actor, order: OrderRow, offer: OfferRow, at: Date): Promise<void> {
  const volunteer = await lockVolunteer(tx, actor.id);
  const visit = await visitById(tx, offer.visitId);
  const goes = (await assignmentsOf(tx, [visit.id])).filter((one) => one.state === 'assigned');
  const lead = goes.find((one) => one.leads && one.personId === offer.beside);
  if (visit.state !== 'planned' || !lead) refuse('OfferEnded', { state: 'withdrawn' });
  if (goes.some((one) => one.personId === actor.id)) refuse('AlreadyAnswered');
  const judged = (await qualifyToAccompany(tx, order, visit, [volunteer])).get(actor.id);
  if (!judged?.qualified) refuseUnfit(tx, { obstacles: judged?.obstacles ?? [], missing: judged?.missing ?? [] });
  await assign(tx, actor, visit, actor.id, { leads: false, comesAlong: true }, at);
  await move(tx, offerStates, offer, 'accepted', { by: actor, happenedAt: at });
  await notify(tx, {
    personIds: [lead.personId],
    kind: 'visit.newcomer',
    subjectId: order.id,
    href: `/console/visits/${visit.id}`,
    dedupeKey: `newcomer ${offer.id}`,
  });
}
