import { holdersOf } from '#access';
import { notify } from '#notices';
import { personChanged } from '#people';
import { after } from '#platform/events';
import type { Subscription } from '#platform/events';
import type { Ctx } from '#platform/transaction';
import { offerById } from './dispatch/offer-queries.ts';
import {
  applicationSent,
  callBackGiven,
  callBacksDrawn,
  gatheringCalled,
  gatheringChanged,
  licenceAnswered,
  licenceClaimed,
  certificateAsked,
  certificateIssued,
  certificateRevoked,
  hoursCorrectionAnswered,
  hoursCorrectionAsked,
  hoursDiffer,
  hoursSettled,
  offerProposed,
  orderAnswered,
  orderAppealed,
  orderBackForDispatch,
  orderCancelled,
  orderChanged,
  orderContactMended,
  orderDispatched,
  orderDisputed,
  orderSubmitted,
  orderTaken,
  reminderDue,
  visitFailed,
  visitHandedOver,
  volunteerChanged,
} from './events.ts';
import { appealOf } from './order/appeal/appeal-queries.ts';
import { coordinatorsOf, handlersOf } from './order/handlers.ts';
import { orderById } from './order/order-queries.ts';
import { referredThing } from './order/referral.ts';
import { reviewPromises } from './visit/give-back.ts';
import { isLaterStop } from './round/round-offers.ts';
import { visitById, visitsOfOrder } from './visit/visit-queries.ts';

interface Told {
  kind: string;
  orderId: string;
  dedupeKey: string;
  href: string;
  personIds: readonly string[];
  urgent?: boolean;
  /** Where the groups of those who arrange orders are told as well. */
  ofPlaceId?: string;
}
const orderHref = (id: string): string => `/console/orders/${id}`;
const offerHref = (id: string): string => `/console/offers/${id}`;
const visitHref = (id: string): string => `/console/visits/${id}`;

const tell = (ctx: Ctx, told: Told): Promise<unknown> =>
  ctx.transaction((tx) =>
    notify(tx, {
      personIds: told.personIds,
      kind: told.kind,
      subjectId: told.orderId,
      href: told.href,
      dedupeKey: told.dedupeKey,
      ...(told.urgent ? { urgent: true } : {}),
      ...(told.ofPlaceId ? { duty: { name: 'orders' as const, placeId: told.ofPlaceId } } : {}),
    }),
  );

interface Facts {
  orderId: string;
  placeId: string;
  stationId: string | null;
}
const tellHandlers = (ctx: Ctx, event: { id: string; payload: Facts }, kind: string): Promise<unknown> =>
  ctx.transaction(async (tx) =>
    tell(ctx, {
      kind,
      orderId: event.payload.orderId,
      href: orderHref(event.payload.orderId),
      dedupeKey: event.id,
      personIds: await handlersOf(tx, event.payload),
      ofPlaceId: event.payload.placeId,
    }),
  );

/** Tells those who were asked, or were to go, that the order is not as it was: at their visit while there is one, else among what is asked of them. */
const tellGoers = (
  ctx: Ctx,
  event: { id: string; payload: { orderId: string; personIds: string[] } },
  kind: string,
): Promise<unknown> =>
  ctx.transaction(async (tx) => {
    const { orderId, personIds } = event.payload;
    const visit = (await visitsOfOrder(tx, orderId)).at(-1);
    const href = visit ? visitHref(visit.id) : '/console/offers';
    return tell(ctx, { kind, orderId, href, dedupeKey: event.id, personIds });
  });

// Overdue check-outs concern somebody's safety: they override quiet hours.
const urgent = new Set(['check-in-missing', 'check-out-missing']);
const ofVisit = new Set(['visit-soon', 'check-in-missing', 'check-out-missing']);

/** A reminder leads whoever goes to their visit, and whoever arranges to the order. */
const tellReminder = (
  ctx: Ctx,
  event: {
    id: string;
    payload: { kind: string; orderId: string; placeId: string; subjectId: string; personIds: string[] };
  },
): Promise<unknown> =>
  ctx.transaction(async (tx) => {
    const { kind, orderId, subjectId, personIds } = event.payload;
    const told = { kind: `order.remind-${kind}`, orderId, dedupeKey: event.id, urgent: urgent.has(kind) };
    if (kind === 'offer-ending' && (await isLaterStop(tx, subjectId))) return undefined;
    if (kind === 'offer-ending') return tell(ctx, { ...told, href: offerHref(subjectId), personIds });
    const goers = ofVisit.has(kind) ? (await visitById(tx, subjectId)).assignedIds : [];
    const goes = (id: string): boolean => goers.includes(id);
    await tell(ctx, { ...told, href: visitHref(subjectId), personIds: personIds.filter(goes) });
    const arrangers = personIds.filter((id) => !goes(id));
    if (arrangers.length === 0) return undefined;
    const { placeId: ofPlaceId } = event.payload;
    return tell(ctx, { ...told, href: orderHref(orderId), personIds: arrangers, ofPlaceId });
  });

/** Tells volunteers of a training or a meeting: where they read when and where. */
const tellGuests = async (
  ctx: Ctx,
  event: { id: string; payload: { gatheringId: string; personIds: string[] } },
  kind: string,
): Promise<void> => {
  const { gatheringId, personIds } = event.payload;
  await tell(ctx, { kind, orderId: gatheringId, href: '/console/gatherings', dedupeKey: event.id, personIds });
};

/** Tells the station to which an order was referred: its keepers, or else those who coordinate there. */
const tellReferred = (ctx: Ctx, dedupeKey: string, orderId: string): Promise<unknown> =>
  ctx.transaction(async (tx) => {
    const there = await referredThing(tx, await orderById(tx, orderId));
    if (!there) return undefined;
    const { placeId, unitId } = there;
    const keepers = await holdersOf(tx, { roles: ['station-keeper'], placeId, unitId });
    const personIds = keepers.length > 0 ? keepers : await handlersOf(tx, { placeId, stationId: unitId });
    const href = orderHref(orderId);
    return tell(ctx, { kind: 'order.referred', orderId, href, dedupeKey, personIds, ofPlaceId: placeId });
  });

/** Tells those who have calls to make about finished visits, once for each draw; whom to ring stands on their sheet alone. */
const tellCallers = async (
  ctx: Ctx,
  dedupeKey: string,
  about: { subjectId: string; personIds: readonly string[] },
): Promise<void> => {
  await ctx.transaction((tx) =>
    notify(tx, { ...about, kind: 'call-back.given', href: '/console/call-backs?mine=true', dedupeKey }),
  );
};

/** Who is told of what. Messages hold no name, phone or address; the link opens the very item. */
export const subscriptions: readonly Subscription[] = [
  after(
    orderSubmitted,
    'volunteering.tell-submitted',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.submitted')),
  ),
  after(orderAnswered, 'volunteering.tell-referred', async (ctx, event) => {
    if (event.payload.verdict === 'refer') await tellReferred(ctx, event.id, event.payload.orderId);
  }),
  after(orderDispatched, 'volunteering.tell-offered', async (ctx, event) => {
    const { orderId, offerIds } = event.payload;
    await ctx.transaction(async (tx) => {
      for (const offerId of offerIds) {
        // A round is one message.
        if (await isLaterStop(tx, offerId)) continue;
        const { candidateIds, openToAll } = await offerById(tx, offerId);
        await tell(ctx, {
          kind: openToAll ? 'order.opened' : 'order.offered',
          orderId,
          href: offerHref(offerId),
          dedupeKey: event.id,
          personIds: openToAll ? event.payload.personIds : candidateIds,
        });
      }
    });
  }),
  after(offerProposed, 'volunteering.tell-proposed', async (ctx, event) => {
    const { orderId, offerId, personIds } = event.payload;
    await tell(ctx, { kind: 'offer.proposed', orderId, href: offerHref(offerId), dedupeKey: event.id, personIds });
  }),
  after(
    orderTaken,
    'volunteering.tell-taken',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.taken')),
  ),
  after(
    orderBackForDispatch,
    'volunteering.tell-back',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.back-for-dispatch')),
  ),
  after(
    orderCancelled,
    'volunteering.tell-cancelled',
    async (ctx, event) => void (await tellGoers(ctx, event, 'order.cancelled')),
  ),
  after(
    orderChanged,
    'volunteering.tell-changed',
    async (ctx, event) => void (await tellGoers(ctx, event, 'order.changed')),
  ),
  after(
    orderContactMended,
    'volunteering.tell-mended',
    async (ctx, event) => void (await tellGoers(ctx, event, 'order.contact-mended')),
  ),
  after(
    orderDisputed,
    'volunteering.tell-disputed',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.disputed')),
  ),
  after(orderAppealed, 'volunteering.tell-appealed', async (ctx, event) => {
    const { orderId } = event.payload;
    await ctx.transaction(async (tx) => {
      const appeal = await appealOf(tx, orderId);
      const handlers = await handlersOf(tx, event.payload);
      await tell(ctx, {
        kind: 'order.appealed',
        orderId,
        href: orderHref(orderId),
        dedupeKey: event.id,
        personIds: handlers.filter((id) => id !== appeal?.refusedBy),
      });
    });
  }),
  after(
    visitFailed,
    'volunteering.tell-failed',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.visit-failed')),
  ),
  after(applicationSent, 'volunteering.tell-applied', async (ctx, event) => {
    const { applicationId, placeId } = event.payload;
    const personIds = await ctx.transaction((tx) => holdersOf(tx, { roles: ['coordinator'], placeId }));
    await tell(ctx, {
      kind: 'application.sent',
      orderId: applicationId,
      href: '/console/applications',
      dedupeKey: event.id,
      personIds,
      ofPlaceId: placeId,
    });
  }),
  after(visitHandedOver, 'volunteering.tell-handed-over', async (ctx, event) => {
    const { orderId, visitId, fromId } = event.payload;
    await tellHandlers(ctx, event, 'visit.handed-over');
    await tell(ctx, {
      kind: 'visit.handed-over',
      orderId,
      href: visitHref(visitId),
      dedupeKey: event.id,
      personIds: [fromId],
    });
  }),
  after(volunteerChanged, 'volunteering.review-promises', (ctx, event) => reviewPromises(ctx, event.payload.personId)),
  after(personChanged, 'volunteering.review-promises-of-person', (ctx, event) =>
    reviewPromises(ctx, event.payload.personId),
  ),
  after(gatheringCalled, 'volunteering.tell-called-together', (ctx, event) =>
    tellGuests(ctx, event, 'gathering.called'),
  ),
  after(gatheringChanged, 'volunteering.tell-gathering-changed', (ctx, event) =>
    tellGuests(ctx, event, 'gathering.changed'),
  ),
  after(licenceClaimed, 'volunteering.tell-claimed', async (ctx, event) => {
    const { claimId, checkerId } = event.payload;
    await tell(ctx, {
      kind: 'licence.claimed',
      orderId: claimId,
      href: '/console/licence-claims',
      dedupeKey: event.id,
      personIds: [checkerId],
    });
  }),
  after(licenceAnswered, 'volunteering.tell-answered', async (ctx, event) => {
    const { claimId, personId } = event.payload;
    await tell(ctx, {
      kind: 'licence.answered',
      orderId: claimId,
      href: '/console/phone/mine',
      dedupeKey: event.id,
      personIds: [personId],
    });
  }),
  after(reminderDue, 'volunteering.tell-reminder', async (ctx, event) => void (await tellReminder(ctx, event))),
  after(hoursCorrectionAsked, 'volunteering.tell-correction-asked', async (ctx, { id, payload }) => {
    await ctx.transaction(async (tx) =>
      notify(tx, {
        personIds: await coordinatorsOf(tx, { placeId: payload.placeId, stationId: payload.unitId }),
        kind: 'hours.correction-asked',
        subjectId: payload.hourId,
        href: '/console/hour-corrections',
        dedupeKey: id,
      }),
    );
  }),
  after(hoursCorrectionAnswered, 'volunteering.tell-correction-answered', async (ctx, { id, payload }) => {
    await ctx.transaction((tx) =>
      notify(tx, {
        personIds: [payload.personId],
        kind: 'hours.correction-answered',
        subjectId: payload.hourId,
        href: '/console/hours?mine=true',
        dedupeKey: id,
      }),
    );
  }),
  after(hoursDiffer, 'volunteering.tell-hours-differ', async (ctx, { id, payload }) => {
    await ctx.transaction(async (tx) => {
      const about = { kind: 'hours.differ', subjectId: payload.orderId, dedupeKey: id };
      await notify(tx, { ...about, personIds: payload.personIds, href: '/console/hours?mine=true' });
      await notify(tx, {
        ...about,
        personIds: await coordinatorsOf(tx, { placeId: payload.placeId, stationId: payload.unitId }),
        href: '/console/hour-differences',
      });
    });
  }),
  after(hoursSettled, 'volunteering.tell-hours-settled', async (ctx, { id, payload }) => {
    await ctx.transaction((tx) =>
      notify(tx, {
        personIds: payload.personIds,
        kind: 'hours.settled',
        subjectId: payload.orderId,
        href: '/console/hours?mine=true',
        dedupeKey: id,
      }),
    );
  }),
  after(callBacksDrawn, 'volunteering.tell-call-backs', (ctx, { id, payload }) =>
    tellCallers(ctx, id, { subjectId: payload.drawId, personIds: payload.personIds }),
  ),
  after(callBackGiven, 'volunteering.tell-call-back', (ctx, { id, payload }) =>
    tellCallers(ctx, id, { subjectId: payload.callBackId, personIds: [payload.personId] }),
  ),
  after(certificateAsked, 'volunteering.tell-certificate-asked', async (ctx, { id, payload }) => {
    await ctx.transaction(async (tx) =>
      notify(tx, {
        personIds: await handlersOf(tx, { placeId: payload.placeId, stationId: payload.unitId }),
        kind: 'certificate.asked',
        subjectId: payload.requestId,
        href: '/console/certificates',
        dedupeKey: id,
      }),
    );
  }),
  ...([certificateIssued, certificateRevoked] as const).map((kind) =>
    after(kind, `volunteering.tell-${kind.name.replace('.', '-')}`, async (ctx, { id, payload }) => {
      await ctx.transaction((tx) =>
        notify(tx, {
          personIds: [payload.personId],
          kind: kind.name,
          subjectId: payload.certificateId,
          href: '/console/certificates?mine=true',
          dedupeKey: id,
        }),
      );
    }),
  ),
];
