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
  const until = new Date(last.enteredAt.getTime() + takeBackMinutes * 60_000);
  return tx.at <= until && from.includes(last.from ?? '') && last.actor.id === actor.id
    ? { move: last, before, until }
    : undefined;
}
