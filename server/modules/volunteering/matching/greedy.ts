import { Assignment } from './assignment.ts';
import { int, real } from './numbers.ts';
import type { Problem } from './problem.ts';

/** What a careful clerk does: the dearest order to leave out first, each to whoever is cheapest at that moment. To compare with, and to fill what is left. */
export function solveGreedily(problem: Problem): Assignment {
  const assignment = new Assignment(problem);
  const orders = Array.from({ length: problem.orders }, (_, n) => n).sort(
    (a, b) => real(problem.unserved, b) - real(problem.unserved, a) || a - b,
  );
  for (const order of orders) assignment.give(order, cheapestPeople(assignment, order) ?? []);
  return assignment;
}

/** The cheapest people who are free for an order and cost less than leaving it out; null where there are none. */
export function cheapestPeople(assignment: Assignment, order: number): readonly number[] | null {
  const { problem } = assignment;
  let least = real(problem.unserved, order);
  let best: readonly number[] | null = null;
  for (let option = int(problem.orderOptions, order); option < int(problem.orderOptions, order + 1); option += 1) {
    const found = peopleAt(assignment, order, option);
    if (found && found.cost < least) {
      least = found.cost;
      best = found.edges;
    }
  }
  return best;
}

function peopleAt(assignment: Assignment, order: number, option: number): { cost: number; edges: number[] } | null {
  const { problem } = assignment;
  const people = int(problem.people, order);
  const free: { edge: number; cost: number }[] = [];
  for (let edge = int(problem.optionEdges, option); edge < int(problem.optionEdges, option + 1); edge += 1) {
    if (!int(problem.edgeOpen, edge) || !assignment.isFree(edge)) continue;
    free.push({ edge, cost: real(problem.edgeCost, edge) + assignment.nextStep(int(problem.edgeVolunteer, edge)) });
  }
  if (free.length < people) return null;
  free.sort((a, b) => a.cost - b.cost || a.edge - b.edge);
  const lead = int(problem.lead, order) ? free.find((one) => int(problem.edgeLeads, one.edge) === 1) : free[0];
  if (!lead) return null;
  const chosen = [lead, ...free.filter((one) => one !== lead).slice(0, people - 1)];
  return { cost: chosen.reduce((sum, one) => sum + one.cost, 0), edges: chosen.map((one) => one.edge) };
}
