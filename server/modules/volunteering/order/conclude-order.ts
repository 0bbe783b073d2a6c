import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { endCallBacks } from '../call-back/end-call-backs.ts';
import { orderClosed, orderConfirmed, orderDisputed, orderRated } from '../events.ts';
import { noteDifference } from '../hours/difference/note-difference.ts';
import { recordHours } from '../hours/record-hours.ts';
import { answerBy } from '../service/due.ts';
import { limitsFor } from '../service/limits.ts';
import { orderById, orderFacts, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { ratingOf } from './rating-queries.ts';
import { minutesAfter, remind, settleReminders } from './reminders.ts';
import { orderStates } from './states.ts';
import { whenHappenedTo } from './time.ts';
import { saidWords } from './words-of-record.ts';

const daysToClose = 3;

/** Nobody judges a visit they made themselves. Refuses: OwnVisit (403). */
export function mustNotBeOwn(actor: Actor, order: Pick<OrderRow, 'assignedIds'>): void {
  if (order.assignedIds.includes(actor.id)) refuse('OwnVisit');
}

const visitOf = (order: Pick<OrderRow, 'visitId' | 'state'>): string =>
  order.visitId ?? refuse('WrongState', { noun: 'order', state: order.state, wanted: 'confirmed' });

/** Whoever ordered says that it was done; only now the hours are written (志愿服务记录与证明出具办法 art. 11). The order is locked. */
export async function confirmNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  request: { settled?: string | undefined; minutes?: number | undefined; happenedAt?: Date | undefined },
): Promise<OrderRow> {
  must(tx, actor, 'order.confirm', order);
  mustNotBeOwn(actor, order);
  const at = whenHappenedTo(tx, order, request.happenedAt);
  await move(tx, orderStates, order, 'confirmed', {
    by: actor,
    happenedAt: at,
    ...(request.settled ? { reason: request.settled } : {}),
  });
  await settleReminders(tx, order.id);
  const limits = await limitsFor(tx, order.serviceId, order.level);
  await setOrder(tx, order.id, { confirmed_at: at, due_at: null });
  // A paper that is typed in weeks later leaves as much time to say how it was.
  await remind(tx, order.id, 'rate', minutesAfter(tx.at, Math.ceil(limits.rateWithinMinutes / 2)));
  await remind(tx, order.id, 'close', minutesAfter(tx.at, limits.rateWithinMinutes));
  await noteDifference(tx, actor, order, request.minutes, true);
  await recordHours(tx, actor, order, { confirmedBy: actor.kind === 'guest' ? 'resident' : 'desk' });
  await emit(tx, orderConfirmed, actor, { ...orderFacts(order), visitId: visitOf(order) });
  await audit(tx, actor, { act: 'order.confirm', noun: 'order', subjectId: order.id, placeId: order.placeId });
  return orderById(tx, order.id);
}

/** Whoever ordered says that it was not done, or not rightly. No hours are written until that is put right. The order is locked. */
export async function disputeNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  request: { reason: string; minutes?: number | undefined; happenedAt?: Date | undefined },
): Promise<OrderRow> {
  must(tx, actor, 'order.dispute', order);
  mustNotBeOwn(actor, order);
  const at = whenHappenedTo(tx, order, request.happenedAt);
  await move(tx, orderStates, order, 'disputed', { by: actor, happenedAt: at, reason: request.reason });
  await settleReminders(tx, order.id);
  const limits = await limitsFor(tx, order.serviceId, order.level);
  const dueAt = answerBy(tx, at, limits);
  await setOrder(tx, order.id, { disputed_at: at, due_at: dueAt });
  await remind(tx, order.id, 'answer', dueAt);
  await noteDifference(tx, actor, order, request.minutes, false);
  await emit(tx, orderDisputed, actor, { ...orderFacts(order), visitId: visitOf(order) });
  await audit(tx, actor, { act: 'order.dispute', noun: 'order', subjectId: order.id, placeId: order.placeId });
  return orderById(tx, order.id);
}

/** What somebody says about a visit. */
export interface Rating {
  outcome: 'done' | 'partly' | 'not-done';
  score: number;
  words: string;
  /** How long it was, as they say. */
  minutes?: number | undefined;
  happenedAt?: Date | undefined;
}

/** 评单: how it was. Said of a finished visit, it also confirms it (`done`) or disputes it (`partly`, `not-done`). The order is locked. Refuses: AlreadyRated (409), WrongState (409). */
export async function rateNow(tx: Tx, actor: Actor, before: OrderRow, rating: Rating): Promise<OrderRow> {
  must(tx, actor, 'order.rate', before);
  mustNotBeOwn(actor, before);
  if (await ratingOf(tx, before.visitId)) refuse('AlreadyRated');
  const at = whenHappenedTo(tx, before, rating.happenedAt);
  const order = await settleOutcome(tx, actor, before, rating);
  await tx.named(
    'volunteering.rate',
    `insert into volunteering.ratings (county_id, id, order_id, visit_id, outcome, score, words, given_by, entered_by, happened_at, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      newId<'rating'>(),
      order.id,
      visitOf(order),
      rating.outcome,
      rating.score,
      rating.words,
      actor.kind === 'guest' ? 'resident' : 'desk',
      JSON.stringify(actorRow(actor)),
      at,
      tx.at,
    ],
  );
  if (order.state === 'confirmed') {
    await move(tx, orderStates, order, 'rated', { by: actor, happenedAt: at });
    await settleReminders(tx, order.id, ['rate', 'close']);
    await remind(tx, order.id, 'close', minutesAfter(tx.at, daysToClose * 1_440));
    await setOrder(tx, order.id, {});
  }
  await endCallBacks(tx, order.id);
  await emit(tx, orderRated, actor, { ...orderFacts(order), visitId: visitOf(order), score: rating.score });
  await audit(tx, actor, { act: 'order.rate', noun: 'order', subjectId: order.id, placeId: order.placeId });
  return orderById(tx, order.id);
}

async function settleOutcome(tx: Tx, actor: Actor, order: OrderRow, rating: Rating): Promise<OrderRow> {
  const { minutes, happenedAt } = rating;
  if (order.state === 'confirmed') {
    await noteDifference(tx, actor, order, minutes, true);
    return order;
  }
  if (order.state !== 'done') refuse('WrongState', { noun: 'order', state: order.state, wanted: 'rated' });
  if (rating.outcome === 'done') return confirmNow(tx, actor, order, { minutes, happenedAt });
  return disputeNow(tx, actor, order, { reason: saidWords(tx, rating.outcome), minutes, happenedAt });
}

/** Nothing more is expected: the order ends. */
export async function closeNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  { reason, happenedAt }: { reason?: string; happenedAt?: Date | undefined } = {},
): Promise<void> {
  await move(tx, orderStates, order, 'closed', {
    by: actor,
    ...(reason ? { reason } : {}),
    ...(happenedAt ? { happenedAt } : {}),
  });
  await settleReminders(tx, order.id);
  await endCallBacks(tx, order.id);
  await setOrder(tx, order.id, { ended_at: tx.at, due_at: null });
  await emit(tx, orderClosed, actor, orderFacts(order));
}
