import { Assignment, faultOf } from './assignment.ts';
import type { Prices } from './flow.ts';
import { int } from './numbers.ts';
import type { Problem } from './problem.ts';
import { gapOf } from './weekly.ts';
import type { Found } from './weekly.ts';

/** Who goes to an order: at which of its times, whoever leads first. */
export interface PlannedVisit {
  readonly order: string;
  readonly time: number;
  readonly volunteers: readonly string[];
}

/** A plan as it is kept and written to files. */
export interface Plan {
  readonly form: 'xiangyin-plan-1';
  readonly visits: readonly PlannedVisit[];
  readonly unserved: readonly string[];
  readonly cost: number;
  /** No plan of this instance costs less: anyone can ask the Lagrangian again with `prices`. */
  readonly bound: number;
  /** (cost - bound) / cost. */
  readonly gap: number;
  readonly method: Found['method'];
  readonly stoppedBy: Found['stoppedBy'];
  readonly seed: number;
  /** Rounds of improvement that were done: with the same seed and as many rounds the plan comes out again. */
  readonly rounds: number;
  /** What a careful clerk would have reached, one order after the other. */
  readonly greedy: { readonly cost: number; readonly served: number };
  readonly prices: { readonly person: readonly number[]; readonly leader: readonly number[] };
}

/** The plan of what a solver found. Throws where it breaks a rule: such a plan must not leave. */
export function planOf(problem: Problem, found: Found, seed: number): Plan {
  const { assignment, bound, method, stoppedBy, rounds, greedy } = found;
  const fault = faultOf(problem, assignment.ofOrder, assignment.cost);
  if (fault) throw new Error(`the plan is not possible: ${fault}`);
  return {
    form: 'xiangyin-plan-1',
    ...visitsOf(assignment),
    cost: tidy(assignment.cost),
    bound: tidy(bound),
    gap: gapOf(assignment.cost, bound),
    method,
    stoppedBy,
    seed,
    rounds,
    greedy: { cost: tidy(greedy.cost), served: greedy.served },
    prices: { person: [...found.prices.person].map(tidy), leader: [...found.prices.leader].map(tidy) },
  };
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Visits and the orders without any, in the order of the orders. */
export function visitsOf(assignment: Assignment): Pick<Plan, 'visits' | 'unserved'> {
  const { problem } = assignment;
  const visits: PlannedVisit[] = [];
  const unserved: string[] = [];
  for (const [order, edges] of assignment.ofOrder.entries()) {
    const id = problem.orderIds[order] ?? '';
    const [first] = edges;
    if (first === undefined) unserved.push(id);
    else
      visits.push({
        order: id,
        time: int(problem.edgeOption, first) - int(problem.orderOptions, order),
        volunteers: edges.map((edge) => problem.volunteerIds[int(problem.edgeVolunteer, edge)] ?? ''),
      });
  }
  return { visits, unserved };
}

/** The assignment of a plan; what is not possible in this problem (any more) is left out. */
export function assignmentOf(problem: Problem, visits: readonly PlannedVisit[]): Assignment {
  const assignment = new Assignment(problem);
  const orderAt = new Map(problem.orderIds.map((id, n) => [id, n]));
  for (const visit of visits) {
    const order = orderAt.get(visit.order);
    const edges = order === undefined ? null : edgesOf(problem, order, visit);
    if (order === undefined || !edges || !edges.every((edge) => assignment.isFree(edge))) continue;
    const leads = int(problem.lead, order) === 0 || edges.some((edge) => int(problem.edgeLeads, edge));
    if (leads && edges.length === int(problem.people, order)) assignment.give(order, edges);
  }
  return assignment;
}

/** The open edges of these volunteers at this time of the order; null where one is missing. */
export function edgesOf(problem: Problem, order: number, visit: Omit<PlannedVisit, 'order'>): number[] | null {
  const option = int(problem.orderOptions, order) + visit.time;
  if (option >= int(problem.orderOptions, order + 1)) return null;
  const edges: number[] = [];
  for (const volunteer of new Set(visit.volunteers)) {
    let found = -1;
    for (let edge = int(problem.optionEdges, option); edge < int(problem.optionEdges, option + 1); edge += 1)
      if (int(problem.edgeOpen, edge) && problem.volunteerIds[int(problem.edgeVolunteer, edge)] === volunteer)
        found = edge;
    if (found < 0) return null;
    edges.push(found);
  }
  return edges;
}

/** Prices as the Lagrangian reads them. */
export const pricesOf = (problem: Problem, plan: Plan): Prices => ({
  person: Float64Array.from({ length: problem.options }, (_, n) => plan.prices.person[n] ?? 0),
  leader: Float64Array.from({ length: problem.options }, (_, n) => plan.prices.leader[n] ?? 0),
});
