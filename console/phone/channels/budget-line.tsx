import type { PlannedTurn } from '@xiangyin/server/contract';
import { clockOf } from '../kit/county-time.ts';
import { say, type TextKey } from '../kit/language.ts';

/** What is left of the channel's own day for an act, or, in loud, what it means that nothing is. Nothing where it counts none. */
export function BudgetLine({
  budget,
  left,
  gone,
}: {
  budget: PlannedTurn['budgets']['correct'];
  left: TextKey;
  gone: TextKey;
}) {
  if (!budget) return null;
  const values = { n: budget.left, most: budget.most, time: budget.opensAt ? clockOf(budget.opensAt) : '' };
  return <p class={budget.left > 0 ? 'meta' : 'hot'}>{say(budget.left > 0 ? left : gone, values)}</p>;
}
