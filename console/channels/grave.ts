import type { Departure, PlannedTurn } from '@xiangyin/server/contract';

type Budgets = Departure['budgets'];

const isSpent = (budget: Budgets['correct']): boolean => budget !== null && budget.left === 0;

/** Whether a copy does not just leave and can be followed: beyond recall, too long there, held until tomorrow, not sent at all, or with nothing left for a correction today. */
export const goesAmiss = ({ way, beyondRecall, breaks, takenToday, dailyLimit, budgets }: Departure): boolean =>
  beyondRecall ||
  breaks.length > 0 ||
  way === 'off' ||
  way === 'stays' ||
  (dailyLimit !== null && takenToday !== null && takenToday >= dailyLimit) ||
  isSpent(budgets.correct) ||
  isSpent(budgets.withdraw);

/** Whether a copy is not simply put right: nothing or only a word can follow it there, or not today. */
export function staysWrong(
  { correct, withdraw, holdsNotice, budgets }: PlannedTurn,
  turn: 'correct' | 'withdraw' | 'hold',
): boolean {
  if (turn === 'hold') return holdsNotice !== true;
  const way = turn === 'correct' ? correct : withdraw;
  return way === 'none' || way === 'notice' || isSpent(budgets[turn]);
}
