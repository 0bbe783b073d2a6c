import { notify } from '#notices';
import { after } from '#platform/events';
import type { Subscription } from '#platform/events';
import type { Ctx } from '#platform/transaction';
import {
  orderBackForDispatch,
  orderCancelled,
  orderChanged,
  orderDispatched,
  orderDisputed,
  orderSubmitted,
  orderTaken,
  reminderDue,
  visitFailed,
} from './events.ts';
import { handlersOf } from './order/sweep-reminders.ts';

interface Told {
  kind: string;
  orderId: string;
  dedupeKey: string;
  href: string;
  personIds: readonly string[];
  urgent?: boolean;
}
const orderHref = (id: string): string => `/console/orders/${id}`;

const tell = (ctx: Ctx, told: Told): Promise<unknown> =>
  ctx.transaction((tx) =>
    notify(tx, {
      personIds: told.personIds,
      kind: told.kind,
      subjectId: told.orderId,
      href: told.href,
      dedupeKey: told.dedupeKey,
      ...(told.urgent ? { urgent: true } : {}),
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
    }),
  );

// Overdue check-outs concern somebody's safety: they override quiet hours.
const urgent = new Set(['check-in-missing', 'check-out-missing']);
const forVolunteers = new Set(['offer-ending', 'visit-soon']);

/** Who is told of what. Messages hold no name, phone or address; the link opens the very item. */
export const subscriptions: readonly Subscription[] = [
  after(
    orderSubmitted,
    'volunteering.tell-submitted',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.submitted')),
  ),
  after(orderDispatched, 'volunteering.tell-offered', async (ctx, event) => {
    await tell(ctx, {
      kind: 'order.offered',
      orderId: event.payload.orderId,
      href: '/console/offers',
      dedupeKey: event.id,
      personIds: event.payload.personIds,
    });
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
  after(orderCancelled, 'volunteering.tell-cancelled', async (ctx, event) => {
    await tell(ctx, {
      kind: 'order.cancelled',
      orderId: event.payload.orderId,
      href: '/console/visits',
      dedupeKey: event.id,
      personIds: event.payload.personIds,
    });
  }),
  after(orderChanged, 'volunteering.tell-changed', async (ctx, event) => {
    await tell(ctx, {
      kind: 'order.changed',
      orderId: event.payload.orderId,
      href: '/console/visits',
      dedupeKey: event.id,
      personIds: event.payload.personIds,
    });
  }),
  after(
    orderDisputed,
    'volunteering.tell-disputed',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.disputed')),
  ),
  after(
    visitFailed,
    'volunteering.tell-failed',
    async (ctx, event) => void (await tellHandlers(ctx, event, 'order.visit-failed')),
  ),
  after(reminderDue, 'volunteering.tell-reminder', async (ctx, event) => {
    const { kind, orderId, personIds } = event.payload;
    const href =
      kind === 'offer-ending' ? '/console/offers' : forVolunteers.has(kind) ? '/console/visits' : orderHref(orderId);
    await tell(ctx, {
      kind: `order.remind-${kind}`,
      orderId,
      href,
      dedupeKey: event.id,
      personIds,
      urgent: urgent.has(kind),
    });
  }),
];
