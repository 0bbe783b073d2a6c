import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OfferLine } from '../contract.ts';
import { orderTaken } from '../events.ts';
import { orderById, orderFacts, orderForUpdate, setOrder } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { minutesAfter, remind, settleReminders } from '../order/reminders.ts';
import { offerStates, orderStates } from '../order/states.ts';
import { isBefore, whenAnswered } from '../order/time.ts';
import { alarmTimes } from '../visit/alarms.ts';
import { assign } from '../visit/assign.ts';
import { assignmentsOf, visitById } from '../visit/visit-queries.ts';
import { lockVolunteer, volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { comeAlong } from './come-along.ts';
import { fallBackWhenNobodyIsLeft } from './back-for-dispatch.ts';
import { nowDispatched } from './dispatch-order.ts';
import { endOpenOffers, offerById } from './offer-queries.ts';
import type { OfferRow } from './offer-queries.ts';
import { oneOfferLine } from './offer-view.ts';
import { qualify } from './qualify.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { takeOver } from './take-over.ts';
import { offersTogether } from '../round/round-offers.ts';

interface Answer {
  readonly answer: 'accept' | 'decline';
  readonly happenedAt?: Date | undefined;
}

/** 接单, or not. Accepting takes a place in the visit, of a round in each of its stops or in none: of many who are asked the first win. Declining needs no reason and lowers nothing (志愿服务条例 art. 25); while the offer stands, a later yes counts.
 *  Refuses: OfferEnded (409) when it was taken, withdrawn or has expired, AlreadyAnswered (409), CandidateNotQualified (422), Forbidden (403) for whoever is not asked, or is no volunteer, BadRequest (400) for an answer from before the order or the offer. */
export async function answerOffer(ctx: Ctx, actor: Actor, offerId: string, request: Answer): Promise<OfferLine> {
  return ctx.transaction(async (tx) => {
    const seen = await offerById(tx, offerId);
    mustSee(tx, actor, 'offer.read', seen);
    // Of hundreds who reach for one order most come too late: they hear it without waiting for each other.
    if (!seen.stands) refuse('OfferEnded', { state: seen.state });
    if (seen.openToAll) await mustBeVolunteer(tx, actor);
    for (const asked of await offersTogether(tx, seen)) await answerStop(tx, actor, asked, request);
    return oneOfferLine(tx, actor, offerId);
  });
}

// What is open to all is so to all volunteers.
async function mustBeVolunteer(tx: Tx, actor: Actor): Promise<void> {
  const volunteer = (await volunteersByIds(tx, [actor.id])).get(actor.id);
  if (!volunteer || volunteer.state === 'left') refuse('Forbidden', { ability: 'offer.answer' });
}

async function answerStop(
  tx: Tx,
  actor: Actor,
  asked: { id: string; orderId: string },
  { answer, happenedAt }: Answer,
): Promise<void> {
  const { order, offer, at } = await asItStands(tx, actor, asked, answer, happenedAt);
  const awaited =
    order.state === 'dispatched' || ((offer.insteadOf !== null || offer.beside !== null) && order.state === 'taken');
  if (offer.state !== 'open' || !awaited || offer.expiresAt <= at)
    refuse('OfferEnded', { state: offer.state === 'open' ? 'expired' : offer.state });
  await writeAnswer(tx, actor, offer, answer, at);
  if (answer === 'accept' && offer.insteadOf) await takeOver(tx, actor, order, offer, offer.insteadOf, at);
  else if (answer === 'accept' && offer.beside) await comeAlong(tx, actor, order, offer, at);
  else if (answer === 'accept') await takePlace(tx, actor, order, offer, at);
  else await stepBack(tx, actor, offer, at);
  await audit(tx, actor, {
    act: `offer.${answer}`,
    noun: 'offer',
    subjectId: offer.id,
    placeId: order.placeId,
    detail: { order: order.id },
  });
}

// Who declined and says yes after all is asked as before, as long as they could still be asked now, whenever they say they said it: nobody waits for the end of what was declined.
async function asItStands(
  tx: Tx,
  actor: Actor,
  asked: { id: string; orderId: string },
  answer: Answer['answer'],
  happenedAt: Date | undefined,
): Promise<{ order: OrderRow; offer: OfferRow; at: Date }> {
  const order = await orderForUpdate(tx, asked.orderId);
  const offer = await offerById(tx, asked.id);
  mustSee(tx, actor, 'offer.read', offer);
  must(tx, actor, 'offer.answer', offer);
  const at = whenAnswered(tx, order, offer, happenedAt);
  if (offer.state !== 'declined' || answer !== 'accept' || !offer.stands || offer.expiresAt <= tx.at)
    return { order, offer, at };
  await move(tx, offerStates, offer, 'open', { by: actor, happenedAt: at });
  if (!offer.insteadOf && !offer.beside) await nowDispatched(tx, actor, order, offer.visitId, at);
  // Its end was not waited for any more; one to a team may stay open for a second one of it.
  if (order.state === 'accepted') await remind(tx, order.id, 'offer-ended', offer.expiresAt, offer.id);
  return { order: await orderById(tx, order.id), offer: await offerById(tx, offer.id), at };
}

// A yes is the last word; a no before it stays as it was said, and a yes from before it, told by a phone that comes late, is not said anew.
async function writeAnswer(tx: Tx, actor: Actor, offer: OfferRow, answer: Answer['answer'], at: Date): Promise<void> {
  const said = await tx.named<{ answer: Answer['answer']; happenedAt: Date }>(
    'volunteering.said-to-offer',
    'select answer, happened_at as "happenedAt" from volunteering.offer_answers where county_id = $1 and offer_id = $2 and person_id = $3',
    [tx.countyId, offer.id, actor.id],
  );
  if (said.some((one) => one.answer === 'accept' || answer === 'decline' || isBefore(at, one.happenedAt)))
    refuse('AlreadyAnswered');
  const rows = await tx.named(
    'volunteering.answer-offer',
    'insert into volunteering.offer_answers (county_id, offer_id, person_id, answer, happened_at, entered_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1',
    [tx.countyId, offer.id, actor.id, answer, at, tx.at],
  );
  if (rows.length === 0) refuse('AlreadyAnswered');
}

async function takePlace(tx: Tx, actor: Actor, order: OrderRow, offer: OfferRow, at: Date): Promise<void> {
  const volunteer = await lockVolunteer(tx, actor.id);
  const visit = await visitById(tx, offer.visitId);
  const goes = (await assignmentsOf(tx, [visit.id])).filter((one) => one.state === 'assigned');
  if (goes.some((one) => one.personId === actor.id)) refuse('AlreadyAnswered');
  const taken = goes.filter((one) => !one.comesAlong);
  const judged = (
    await qualify(tx, order.facts, [volunteer], {
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      visitId: visit.id,
      order,
    })
  ).get(actor.id);
  const lastPlace = taken.length + 1 >= order.facts.peopleNeeded;
  const leads = Boolean(judged?.leads && !taken.some((one) => one.leads));
  // Somebody has to lead: the last place is kept for one who can, while nobody does.
  if (!judged?.qualified || (lastPlace && !leads && !taken.some((one) => one.leads)))
    refuseUnfit(tx, { obstacles: judged?.obstacles ?? [], missing: judged?.missing ?? [] });
  await assign(tx, actor, visit, actor.id, { leads }, at);
  if (offer.personId || lastPlace) await move(tx, offerStates, offer, 'accepted', { by: actor, happenedAt: at });
  if (lastPlace) await allPlacesTaken(tx, actor, order, at);
  else await fallBackWhenNobodyIsLeft(tx, actor, order.id, 'declined');
}

async function allPlacesTaken(tx: Tx, actor: Actor, order: OrderRow, at: Date): Promise<void> {
  await endOpenOffers(tx, order.id, 'withdrawn', actor);
  const filled = await orderById(tx, order.id);
  await move(tx, orderStates, filled, 'taken', { by: actor, happenedAt: at });
  const { assignedIds, visitId, visitStartsAt, visitEndsAt } = filled;
  // The guard of the move has seen the visit, and a visit has its times.
  if (!visitId || !visitStartsAt || !visitEndsAt) throw new Error(`order ${order.id} was taken without a visit`);
  await settleReminders(tx, order.id, ['arrange', 'offer-ended', 'offer-ending']);
  await setOrder(tx, order.id, { taken_at: at, due_at: visitStartsAt });
  const late = alarmTimes(tx);
  const dayBefore = minutesAfter(visitStartsAt, -1_440);
  await remind(tx, order.id, 'visit-soon', dayBefore > tx.at ? dayBefore : minutesAfter(visitStartsAt, -60), visitId);
  await remind(tx, order.id, 'check-in-missing', minutesAfter(visitStartsAt, late.arrive), visitId);
  await remind(tx, order.id, 'check-out-missing', minutesAfter(visitEndsAt, late.leave), visitId);
  await emit(tx, orderTaken, actor, { ...orderFacts(order), visitId, personIds: [...assignedIds] });
}

async function stepBack(tx: Tx, actor: Actor, offer: OfferRow, at: Date): Promise<void> {
  // What is open to all only leaves this one's list.
  if (offer.openToAll) return;
  const everybody = offer.candidateIds.every((id) => id === actor.id || offer.answeredIds.includes(id));
  if (!everybody) return;
  await move(tx, offerStates, offer, 'declined', { by: actor, happenedAt: at });
  await fallBackWhenNobodyIsLeft(tx, actor, offer.orderId, 'declined');
}
