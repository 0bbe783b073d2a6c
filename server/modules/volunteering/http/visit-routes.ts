import { z } from 'zod';
import { route } from '#platform/http/route';
import { mustSee } from '#platform/permits';
import {
  candidateList,
  candidateQuery,
  checkIn as checkInBody,
  completion,
  failure,
  newAlong,
  newHandOver,
  newOpening,
  newProposal,
  newWaterfall,
  offerAnswer,
  offerLine,
  offerList,
  offerQuery,
  orderView,
  ownTime,
  pastVisit,
  personRelease,
  release,
  roster,
  rosterWeek,
  rosterWeekQuery,
  standInList,
  visitCode,
  visitLine,
  visitList,
  visitQuery,
} from '../contract.ts';
import { answerOffer } from '../dispatch/answer-offer.ts';
import { candidatesFor } from '../dispatch/candidates.ts';
import { offerById } from '../dispatch/offer-queries.ts';
import { openOffersFor } from '../dispatch/open-offers.ts';
import { openOrder } from '../dispatch/open-order.ts';
import { askInTurn } from '../dispatch/waterfall.ts';
import { proposeMembers } from '../dispatch/propose-members.ts';
import { rosterOf } from '../dispatch/roster.ts';
import { rosterWeekOf } from '../dispatch/roster-week.ts';
import { myOffers, oneOfferLine } from '../dispatch/offer-view.ts';
import { askAlong, newcomersFor } from '../visit/ask-along.ts';
import { completeVisit } from '../visit/complete-visit.ts';
import { enterPastVisit } from '../visit/enter-past-visit.ts';
import { endHandOver, handOver, standInsFor } from '../visit/hand-over.ts';
import { showCode } from '../visit/show-code.ts';
import { releasePerson } from '../visit/release-person.ts';
import { sayOwnTime } from '../visit/say-own-time.ts';
import { checkIn, failVisit, releaseVisit } from '../visit/visit-acts.ts';
import { visitById } from '../visit/visit-queries.ts';
import { myVisits, oneVisitLine } from '../visit/visit-view.ts';

const params = z.strictObject({ id: z.uuid() });

/** Offers and visits, for those who go; candidates for those who ask them. */
export const visitRoutes = [
  route({
    method: 'GET',
    path: '/candidates',
    ability: 'order.dispatch',
    summary: 'Who could be asked, near and qualified first, with what speaks against it.',
    query: candidateQuery,
    answer: candidateList,
    handle: ({ ctx, actor, query }) =>
      candidatesFor(ctx, actor, {
        orderId: query.orderId,
        all: query.all,
        startsAt: query.startsAt ? new Date(query.startsAt) : undefined,
      }),
  }),
  route({
    method: 'GET',
    path: '/offers',
    ability: 'own-data.see',
    summary: 'Offers to me and my teams.',
    query: offerQuery,
    answer: offerList,
    handle: ({ ctx, actor, query }) =>
      ctx.transaction(async (tx) => {
        const items = await myOffers(tx, actor, query);
        return { items, total: items.length };
      }),
  }),
  route({
    method: 'GET',
    path: '/open-offers',
    ability: 'own-data.see',
    summary: 'What is open to everybody and fits me.',
    answer: offerList,
    handle: ({ ctx, actor }) => openOffersFor(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/orders/:id/openings',
    ability: 'order.dispatch',
    summary: 'Opens an order to everybody who fits: the first to take it go.',
    params,
    body: newOpening,
    answer: orderView,
    refuses: ['AlreadyOpen', 'NobodyFits', 'InRound', 'TimeInPast'],
    handle: ({ ctx, actor, params: { id }, body }) => openOrder(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/orders/:id/waterfalls',
    ability: 'order.dispatch',
    summary: 'Asks volunteers one after the other.',
    params,
    body: newWaterfall,
    answer: orderView,
    refuses: ['CandidateNotQualified', 'NotEnoughCandidates', 'AlreadyAsked', 'InRound', 'TimeInPast'],
    handle: ({ ctx, actor, params: { id }, body }) => askInTurn(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/visits/:id/stand-ins',
    ability: 'visit.hand-over',
    summary: 'Team-mates who could go in my place.',
    params,
    answer: standInList,
    handle: ({ ctx, actor, params: { id } }) => standInsFor(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/hand-overs',
    ability: 'visit.hand-over',
    summary: 'Asks a team-mate to go in my place; until they accept, I go.',
    params,
    body: newHandOver,
    answer: visitLine,
    refuses: ['HandOverAsked', 'CandidateNotQualified'],
    handle: ({ ctx, actor, params: { id }, body }) => handOver(ctx, actor, id, body.personId),
  }),
  route({
    method: 'DELETE',
    path: '/visits/:id/hand-overs',
    ability: 'visit.hand-over',
    summary: 'Asks nobody any more to go in my place: I go.',
    params,
    answer: visitLine,
    refuses: ['OfferEnded'],
    handle: ({ ctx, actor, params: { id } }) => endHandOver(ctx, actor, id),
  }),
  route({
    method: 'GET',
    path: '/visits/:id/newcomers',
    ability: 'visit.ask-along',
    summary: 'Newcomers who could come along to this visit and learn.',
    params,
    answer: standInList,
    handle: ({ ctx, actor, params: { id } }) => newcomersFor(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/newcomers',
    ability: 'visit.ask-along',
    summary: 'Asks a newcomer to come along to a visit that somebody leads.',
    params,
    body: newAlong,
    answer: null,
    refuses: ['NewcomerThere', 'NotNewcomer', 'CandidateNotQualified'],
    handle: ({ ctx, actor, params: { id }, body }) => askAlong(ctx, actor, id, body.personId),
  }),
  route({
    method: 'GET',
    path: '/offers/:id',
    ability: 'offer.read',
    summary: 'One offer.',
    params,
    answer: offerLine,
    handle: ({ ctx, actor, params: { id } }) =>
      ctx.transaction(async (tx) => {
        mustSee(tx, actor, 'offer.read', await offerById(tx, id));
        return oneOfferLine(tx, actor, id);
      }),
  }),
  route({
    method: 'GET',
    path: '/rosters',
    ability: 'offer.propose',
    summary: 'What teams are asked for in a week: who goes, who was asked.',
    query: rosterWeekQuery,
    answer: rosterWeek,
    handle: ({ ctx, actor, query }) => rosterWeekOf(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/offers/:id/roster',
    ability: 'offer.propose',
    summary: 'The people of my team for an offer that went to it.',
    params,
    answer: roster,
    handle: ({ ctx, actor, params: { id } }) => rosterOf(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/offers/:id/proposals',
    ability: 'offer.propose',
    summary: 'Whom of my team I would send; each still answers for themself.',
    params,
    body: newProposal,
    answer: roster,
    refuses: ['NotFound', 'OfferEnded', 'CandidateNotQualified'],
    handle: ({ ctx, actor, params: { id }, body }) => proposeMembers(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/offers/:id/answers',
    ability: 'offer.answer',
    summary: 'Accepts or declines; declining needs no reason.',
    params,
    body: offerAnswer,
    answer: offerLine,
    refuses: ['OfferEnded', 'AlreadyAnswered', 'CandidateNotQualified', 'TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => answerOffer(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/visits',
    ability: 'own-data.see',
    summary: 'My visits: to come, under way, past.',
    query: visitQuery,
    answer: visitList,
    handle: ({ ctx, actor, query }) => myVisits(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/visits/:id',
    ability: 'visit.read',
    summary: 'One visit.',
    params,
    answer: visitLine,
    handle: ({ ctx, actor, params: { id } }) =>
      ctx.transaction(async (tx) => {
        mustSee(tx, actor, 'visit.read', await visitById(tx, id));
        return oneVisitLine(tx, actor, id);
      }),
  }),
  route({
    method: 'POST',
    path: '/orders/:id/past-visits',
    ability: 'order.enter-visit',
    summary: 'Somebody was there although nobody had planned it: typed in afterwards, for a second person to sign.',
    params,
    body: pastVisit,
    answer: orderView,
    refuses: ['InRound', 'OwnVisit', 'ElsewhereThen', 'TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => enterPastVisit(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/check-ins',
    ability: 'visit.check-in',
    summary: 'I have arrived.',
    params,
    body: checkInBody,
    answer: visitLine,
    refuses: ['NotYet', 'TimeInFuture', 'ProofWrong', 'CandidateNotQualified'],
    handle: ({ ctx, actor, params: { id }, body }) => checkIn(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/visits/:id/code',
    ability: 'visit.show-code',
    summary: 'The code that the station shows to whoever comes to help there.',
    params,
    answer: visitCode,
    refuses: ['CodeNotShown', 'OwnVisit'],
    handle: ({ ctx, actor, params: { id } }) => showCode(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/completions',
    ability: 'visit.complete',
    summary: 'The visit is over.',
    params,
    body: completion,
    answer: visitLine,
    refuses: ['MinutesMissing', 'NotYet', 'TimeInFuture', 'ProofWrong'],
    handle: ({ ctx, actor, params: { id }, body }) => completeVisit(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/own-times',
    ability: 'visit.say-own-time',
    summary: 'How long I was there, of a visit that somebody has said to be over.',
    params,
    body: ownTime,
    answer: visitLine,
    refuses: ['HoursStand', 'OwnTimeOver', 'WrongState'],
    handle: ({ ctx, actor, params: { id }, body }) => sayOwnTime(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/failures',
    ability: 'visit.fail',
    summary: 'Nobody could be helped this time.',
    params,
    body: failure,
    answer: visitLine,
    refuses: ['TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => failVisit(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/releases',
    ability: 'visit.release',
    summary: 'I cannot come; no reason is asked.',
    params,
    body: release,
    answer: visitLine,
    refuses: ['TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => releaseVisit(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/person-releases',
    ability: 'visit.release-person',
    summary: 'Somebody telephoned that they cannot come: they go no more, the others stay.',
    params,
    body: personRelease,
    answer: visitLine,
    refuses: ['TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => releasePerson(ctx, actor, id, body),
  }),
];
