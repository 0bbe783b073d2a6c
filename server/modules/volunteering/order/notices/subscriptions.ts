import { after } from '#platform/events';
import type { Subscription } from '#platform/events';
import type { Ctx } from '#platform/transaction';
import { takeBackMinutes } from '../../contract.ts';
import {
  orderAnswered,
  orderBackForDispatch,
  orderCancelled,
  orderDone,
  orderSubmitted,
  orderTaken,
  visitBegun,
} from '../../events.ts';
import { orderById } from '../order-queries.ts';
import type { OrderRow } from '../order-queries.ts';
import { minutesAfter } from '../reminders.ts';
import { dropAccepted, tellAccepted, tellContacts } from './tell-contacts.ts';
import type { Told } from './tell-contacts.ts';

// Until it can be taken back no more, nobody outside hears that an order was taken on.
const accepted = async (ctx: Ctx, event: { id: string; payload: { orderId: string } }): Promise<void> =>
  ctx.transaction(async (tx) => {
    const order = await orderById(tx, event.payload.orderId);
    // Something has followed from it already, of which they hear instead.
    if (order.state === 'accepted') await tellAccepted(tx, order, event.id, minutesAfter(tx.at, takeBackMinutes));
  });

const verdicts: Readonly<Record<string, Told>> = {
  refuse: 'refused',
  refer: 'referred',
  help: 'helped',
  merge: 'merged',
  'appeal-granted': 'accepted',
  'appeal-upheld': 'upheld',
};

/** Tells the contacts of the order, with the time that goes with it. */
const tell = (
  ctx: Ctx,
  event: { id: string; payload: { orderId: string } },
  told: Told,
  at: (order: OrderRow) => Date | null = () => null,
  ordererKnows = false,
): Promise<void> =>
  ctx.transaction(async (tx) => {
    const order = await orderById(tx, event.payload.orderId);
    await tellContacts(tx, order, told, event.id, at(order), ordererKnows);
  });

// Where nobody had said yes, nothing was promised that could change.
const undone = new Set(['given-back', 'reopened', 'visit-failed', 'wish-changed']);

/** Who ordered, and whom else they named, is told what they agreed to be told. */
export const noticeSubscriptions: readonly Subscription[] = [
  after(orderSubmitted, 'volunteering.letter-received', (ctx, event) =>
    tell(ctx, event, 'received', (order) => order.dueAt),
  ),
  after(orderAnswered, 'volunteering.letter-answered', async (ctx, event) => {
    const { verdict, orderId } = event.payload;
    if (verdict === 'accept') await accepted(ctx, event);
    if (verdict === 'take-back') await ctx.transaction((tx) => dropAccepted(tx, orderId));
    const told = verdicts[verdict];
    if (told) await tell(ctx, event, told);
  }),
  after(orderTaken, 'volunteering.letter-booked', (ctx, event) =>
    tell(ctx, event, 'booked', (order) => order.visitStartsAt),
  ),
  after(orderBackForDispatch, 'volunteering.letter-changed', async (ctx, event) => {
    // Whoever undid it themselves knows; whom they named besides does not.
    if (undone.has(event.payload.because)) await tell(ctx, event, 'changed', () => null, event.actor.kind === 'guest');
  }),
  after(visitBegun, 'volunteering.letter-arrived', (ctx, event) => tell(ctx, event, 'arrived')),
  after(orderDone, 'volunteering.letter-done', (ctx, event) => tell(ctx, event, 'done')),
  after(orderCancelled, 'volunteering.letter-cancelled', (ctx, event) => tell(ctx, event, 'cancelled')),
];
