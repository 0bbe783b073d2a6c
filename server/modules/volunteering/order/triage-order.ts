import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { stationById } from '#stations';
import type { OrderState, OrderView, Triage } from '../contract.ts';
import { orderAnswered } from '../events.ts';
import { promisedTime } from '../plan/plan-times.ts';
import { arrangeBy } from '../service/due.ts';
import { limitsFor } from '../service/limits.ts';
import { letEverybodyGo } from './cancel-order.ts';
import { mustBeChecked } from './check-order.ts';
import { orderFacts, orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { remind, settleReminders } from './reminders.ts';
import { answerable, orderStates } from './states.ts';
import { whenHappenedTo } from './time.ts';

/** A verdict as it arrives: times already read. */
export type Verdict = Triage extends infer One
  ? One extends { happenedAt?: unknown }
    ? Omit<One, 'happenedAt'> & { happenedAt?: Date | undefined }
    : One
  : never;

/** Those that move the order on. */
type Moving = Exclude<Verdict, { verdict: 'clear-suspicion' | 'urgency' }>;

const target: Readonly<Record<Moving['verdict'], OrderState>> = {
  accept: 'accepted',
  resume: 'accepted',
  refuse: 'refused',
  refer: 'referred',
  merge: 'merged',
  help: 'helped',
  pause: 'paused',
};

/** 审单: the station's answer. A refusal and a referral carry a reason and where else to go, for the resident's eyes (志愿服务条例 art. 13).
 *  Refuses: WrongState (409) also once somebody is asked, ChecksMissing (422) where the service asks for more than was checked, NotFound (404) for a station or order that is not here. */
export async function triageOrder(ctx: Ctx, actor: Actor, orderId: string, verdict: Verdict): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, verdict.verdict === 'urgency' ? 'order.change-urgency' : 'order.triage', order);
    if (verdict.verdict === 'clear-suspicion') await clearSuspicion(tx, actor, order);
    else if (verdict.verdict === 'urgency') await setOrder(tx, order.id, { urgency: verdict.urgency });
    else await answerOrder(tx, actor, order, verdict);
    await audit(tx, actor, {
      act: `order.${verdict.verdict}`,
      noun: 'order',
      subjectId: order.id,
      placeId: order.placeId,
    });
    return orderView(tx, actor, orderId);
  });
}

// Said twice it is not said anew: whoever said it first may take it back.
async function clearSuspicion(tx: Tx, actor: Actor, order: OrderRow): Promise<void> {
  if (!order.suspect) return;
  const cleared = { suspect_cleared_at: tx.at, suspect_cleared_by: actor.id };
  await setOrder(tx, order.id, { suspect: false, suspect_why: null, ...cleared });
}

async function answerOrder(tx: Tx, actor: Actor, order: OrderRow, verdict: Moving): Promise<void> {
  const happenedAt = whenHappenedTo(tx, order, verdict.happenedAt);
  const reason = 'reason' in verdict ? verdict.reason : undefined;
  if (verdict.verdict === 'resume' && order.state !== 'paused')
    refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
  const to = target[verdict.verdict];
  if (verdict.verdict === 'accept') await mustBeChecked(tx, order);
  // On a page that was read before: somebody is asked by now, has promised, or it is over.
  if (!answerable.has(order.state)) refuse('WrongState', { noun: 'order', state: order.state, wanted: to });
  await move(tx, orderStates, order, to, {
    by: actor,
    happenedAt,
    // What an answer that is taken back puts right again.
    detail: { before: beforeAnswer(order) },
    ...(reason ? { reason } : {}),
  });
  // Of a pair one may have said yes before the other declined or gave it back.
  if (to !== 'accepted') await letEverybodyGo(tx, actor, order);
  await settleReminders(tx, order.id);
  await setOrder(tx, order.id, await changesOf(tx, actor, order, verdict, happenedAt));
  if (to === 'accepted') await awaitArrangement(tx, order, happenedAt);
  await emit(tx, orderAnswered, actor, { ...orderFacts(order), verdict: verdict.verdict });
}

/** What an answer changes beside the state: times, whether it looked like a machine's, and why it was put off. */
const beforeAnswer = (order: OrderRow): BeforeAnswer => ({
  dueAt: order.dueAt?.toISOString() ?? null,
  answeredAt: order.answeredAt?.toISOString() ?? null,
  suspect: order.suspect,
  reason: order.outcomeReason,
  ...(promisedTime(order) ? { told: true } : {}),
});

/** How an order stood before it was answered, as the move keeps it. */
export interface BeforeAnswer {
  readonly dueAt: string | null;
  readonly answeredAt: string | null;
  readonly suspect: boolean;
  /** Why it was put off. */
  readonly reason?: string | null;
  /** Somebody had promised to go, and was told that they need not. */
  readonly told?: boolean;
}

async function changesOf(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  verdict: Moving,
  at: Date,
): Promise<Record<string, unknown>> {
  const answered = { answered_at: order.answeredAt ?? at, suspect: false, suspect_why: null };
  switch (verdict.verdict) {
    case 'accept':
    case 'resume':
      // Why it was put off holds no more.
      return { ...answered, outcome_reason: null };
    case 'pause':
      return { ...answered, due_at: null, outcome_reason: verdict.reason };
    case 'refuse':
      return {
        ...answered,
        due_at: null,
        ended_at: at,
        outcome_reason: verdict.reason,
        next_address: verdict.nextAddress ?? '',
      };
    case 'refer':
      return {
        ...answered,
        due_at: null,
        ended_at: at,
        outcome_reason: verdict.reason,
        next_address: verdict.nextAddress ?? '',
        referred_to: verdict.stationId ? found(await stationById(tx, verdict.stationId)).id : null,
      };
    case 'help':
      return { ...answered, due_at: null, ended_at: at, outcome_reason: verdict.reason };
    case 'merge':
      return {
        ...answered,
        due_at: null,
        ended_at: at,
        merged_into: await mergeTarget(tx, actor, order, verdict.intoId),
      };
  }
}

// Only into another order of the same county that whoever merges answers too, and that is still open: merging two into each other would lose both.
async function mergeTarget(tx: Tx, actor: Actor, order: OrderRow, intoId: string): Promise<string> {
  const into = intoId === order.id ? undefined : await orderForUpdate(tx, intoId);
  if (into) mustSee(tx, actor, 'order.read', into);
  if (into) must(tx, actor, 'order.triage', into);
  if (!into || into.mergedInto || into.endedAt)
    refuse('MergeNotPossible', {}, [{ path: '/intoId', code: 'invalid_value' }]);
  return into.id;
}

/** From now on somebody has to be found: sets the time for it. */
export async function awaitArrangement(
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'serviceId' | 'level' | 'urgency'>,
  from: Date,
): Promise<void> {
  const limits = await limitsFor(tx, order.serviceId, order.level);
  const dueAt = arrangeBy(tx, from, limits, order.urgency);
  await setOrder(tx, order.id, { due_at: dueAt });
  await remind(tx, order.id, 'arrange', dueAt);
}
