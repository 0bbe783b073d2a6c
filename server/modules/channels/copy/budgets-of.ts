import type { Tx } from '#platform/transaction';
import type { PlannedTurn } from '../contract.ts';
import type { Budget } from '../kinds/kind.ts';
import { kindOf, limitsOf } from '../kinds/registry.ts';
import { quotaOpensAt } from '../send/quota.ts';
import type { Copy } from './copy-queries.ts';

/** What the channel's own day leaves for a correction and a withdrawal of a copy. The county's number for a day holds neither. Of its own calls only: what persons do there, nobody counts here. `taken`: of each channel's day, by its id (`takenToday`). */
export async function budgetsOf(
  tx: Tx,
  { settings, channelId, carrier }: Pick<Copy, 'settings' | 'channelId' | 'carrier'>,
  taken: ReadonlyMap<string, number>,
): Promise<PlannedTurn['budgets']> {
  if (settings === null || channelId === null || carrier !== 'program') return { correct: null, withdraw: null };
  const own = await kindOf(settings).budgets?.(tx, channelId, settings);
  const most = limitsOf(settings).perDay;
  const copies = most === undefined ? null : { left: Math.max(0, most - (taken.get(channelId) ?? 0)), most };
  return { correct: shown(tx, tighter(own?.correct ?? null, copies)), withdraw: shown(tx, own?.withdraw ?? null) };
}

const tighter = (one: Budget | null, other: Budget | null): Budget | null =>
  one === null || (other !== null && other.left < one.left) ? other : one;

const shown = (tx: Tx, budget: Budget | null): PlannedTurn['budgets']['correct'] =>
  budget && { ...budget, opensAt: budget.left > 0 ? null : quotaOpensAt(tx).toISOString() };
