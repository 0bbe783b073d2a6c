import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import { lastMoveOf } from '#platform/states';
import type { MoveRow } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { takeBackMinutes } from '../contract.ts';
import type { OrderState } from '../contract.ts';
import type { OrderRow } from './order-queries.ts';
import type { BeforeAnswer } from './triage-order.ts';

// Answers that nobody outside the house has heard of: an order that was refused, referred or merged says so to whoever ordered, and one that was put off to whoever had promised to go.
const takenBackTo: Readonly<Partial<Record<OrderState, readonly string[]>>> = {
  accepted: ['submitted', 'paused'],
  paused: ['accepted'],
};

/** Until when whoever asks may take back what they did last: their answer, or that it is no machine's. Undefined: nothing. */
export const takeBackUntil = async (tx: Tx, actor: Actor, order: OrderRow): Promise<Date | undefined> =>
  (await answerToTakeBack(tx, actor, order))?.until ?? (await clearingToTakeBack(tx, actor, order));

/** Until when whoever asks may say that it may be a machine's after all, having said themselves that it is none; undefined: not, or it was answered by now. */
export async function clearingToTakeBack(tx: Tx, actor: Actor, order: OrderRow): Promise<Date | undefined> {
  if (order.state !== 'submitted' || order.suspect || !may(tx, actor, 'order.triage', order)) return undefined;
  const [row] = await tx.named<{ at: Date }>(
    'volunteering.suspicion-cleared',
    'select suspect_cleared_at as at from volunteering.orders where county_id = $1 and id = $2 and suspect_cleared_by = $3',
    [tx.countyId, order.id, actor.id],
  );
  const until = row && takenBackBy(row.at);
  return until && tx.at <= until ? until : undefined;
}

const takenBackBy = (at: Date): Date => new Date(at.getTime() + takeBackMinutes * 60_000);

/** The answer that whoever asks gave themselves and may still take back, and until when; undefined: none. */
export async function answerToTakeBack(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
): Promise<{ move: MoveRow; before: BeforeAnswer; until: Date } | undefined> {
  const from = takenBackTo[order.state];
  if (!from || !may(tx, actor, 'order.triage', order)) return undefined;
  const last = await lastMoveOf(tx, 'order', order.id);
  const before = last?.detail['before'] as BeforeAnswer | undefined;
  if (!last || !before || before.told) return undefined;
  const until = takenBackBy(last.enteredAt);
  return tx.at <= until && from.includes(last.from ?? '') && last.actor.id === actor.id
    ? { move: last, before, until }
    : undefined;
}
