import type { AssignmentStateName, AssignmentView, IdeaLine } from '@xiangyin/server/contract';

/** A card of the board: one assignment, or an idea of which nothing is wanted of anybody yet. */
export interface PlanCard {
  readonly key: string;
  readonly idea: IdeaLine;
  readonly assignment: AssignmentView | null;
  readonly column: ColumnName;
  /** By when, for the order within a column: the deadline, else the beginning, else the day. */
  readonly sortBy: string;
}

/** The columns of the board, from left to right. */
export const columnNames = ['open', 'asked', 'doing', 'submitted', 'done'] as const;
export type ColumnName = (typeof columnNames)[number];

const columnOf: Readonly<Record<Exclude<AssignmentStateName, 'cancelled'>, ColumnName>> = {
  draft: 'open',
  declined: 'open',
  assigned: 'asked',
  accepted: 'doing',
  in_progress: 'doing',
  submitted: 'submitted',
  done: 'done',
};

/** Into which state a card comes when it is brought to a column; undefined: the server would not take it. */
export function stateIn(card: PlanCard, column: ColumnName): AssignmentStateName | undefined {
  const wanted: Readonly<Record<ColumnName, readonly AssignmentStateName[]>> = {
    open: ['draft'],
    asked: ['assigned'],
    doing: ['in_progress', 'accepted'],
    submitted: ['submitted'],
    done: ['done'],
  };
  if (column === card.column) return undefined;
  return wanted[column].find((state) => card.assignment?.moves.includes(state));
}

/** The cards of ideas; cancelled assignments have none. */
export function cardsOf(ideas: readonly IdeaLine[]): PlanCard[] {
  return ideas.flatMap((idea): PlanCard[] => {
    const living = idea.assignments.filter((one) => one.state !== 'cancelled');
    const day = idea.startsAt ?? idea.fromOn ?? '9999';
    if (living.length === 0)
      return [{ key: idea.id, idea, assignment: null, column: idea.state === 'open' ? 'open' : 'done', sortBy: day }];
    return living.map((one) => ({
      key: one.id,
      idea,
      assignment: one,
      column: one.state === 'cancelled' ? 'open' : columnOf[one.state],
      sortBy: one.dueAt ?? one.startsAt ?? day,
    }));
  });
}

/** Cards by column, the most pressing first. */
export function columnsOf(cards: readonly PlanCard[]): Record<ColumnName, PlanCard[]> {
  const columns: Record<ColumnName, PlanCard[]> = { open: [], asked: [], doing: [], submitted: [], done: [] };
  for (const card of cards) columns[card.column].push(card);
  for (const name of columnNames)
    columns[name].sort((a, b) => (a.sortBy < b.sortBy ? -1 : a.sortBy > b.sortBy ? 1 : 0));
  columns.done.reverse();
  return columns;
}

/** Whether something that is not done yet should have been. */
export const isLate = (card: PlanCard, now: number): boolean =>
  card.assignment?.dueAt !== null &&
  card.assignment?.dueAt !== undefined &&
  ['draft', 'assigned', 'accepted', 'declined', 'in_progress'].includes(card.assignment.state) &&
  Date.parse(card.assignment.dueAt) < now;
