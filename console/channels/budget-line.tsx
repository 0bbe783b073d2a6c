import type { PlannedTurn } from '@xiangyin/server/contract';
import { Tag } from '../kit/tag.tsx';
import { useTimes } from '../kit/time.ts';

type Budget = PlannedTurn['budgets']['correct'];

/** What is left of the channel's own day for an act, or, in loud, what it means that nothing is. Nothing where it counts none. */
export function BudgetLine({
  budget,
  left,
  gone,
}: {
  budget: Budget;
  left: (left: number, most: number) => string;
  gone: (most: number, at: string) => string;
}) {
  const times = useTimes('real');
  if (!budget) return null;
  return (
    <div>
      {budget.left > 0 ? (
        <span className="second">{left(budget.left, budget.most)}</span>
      ) : (
        <Tag tone="hot">{gone(budget.most, budget.opensAt ? times.at(budget.opensAt) : '')}</Tag>
      )}
    </div>
  );
}
