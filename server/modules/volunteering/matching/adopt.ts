import type { Assignment } from './assignment.ts';
import type { Prices } from './flow.ts';
import { cheapestPeople } from './greedy.ts';
import { dust, int, real } from './numbers.ts';
import type { Mip, Part } from './mip.ts';
import type { Problem } from './problem.ts';

/** Takes over what a solver found for a part: whoever is wholly given goes, the rest is filled as a clerk would. What would be dearer than before is not taken over. Answers what was saved. */
export function adopt(assignment: Assignment, part: Part, mip: Mip, values: Float64Array): number {
  const before = assignment.cost;
  const old = new Map(part.orders.map((order) => [order, assignment.clear(order)]));
  const chosen = new Map<number, number[]>();
  for (const [column, edge] of mip.columnEdge.entries()) {
    if (real(values, column) < 0.5) continue;
    const option = int(assignment.problem.edgeOption, edge);
    const edges = chosen.get(option);
    if (edges) edges.push(edge);
    else chosen.set(option, [edge]);
  }
  const left = new Set(part.orders);
  for (const [option, edges] of chosen) {
    const order = int(assignment.problem.optionOrder, option);
    if (!left.has(order) || !isWhole(assignment, order, edges)) continue;
    assignment.give(order, edges);
    left.delete(order);
  }
  for (const order of left) assignment.give(order, cheapestPeople(assignment, order) ?? []);
  if (assignment.cost <= before - dust) return before - assignment.cost;
  for (const order of part.orders) assignment.clear(order);
  for (const [order, edges] of old) assignment.give(order, edges);
  return 0;
}

function isWhole(assignment: Assignment, order: number, edges: readonly number[]): boolean {
  const { problem } = assignment;
  return (
    edges.length === int(problem.people, order) &&
    (int(problem.lead, order) === 0 || edges.some((edge) => int(problem.edgeLeads, edge))) &&
    edges.every((edge) => assignment.isFree(edge))
  );
}

/** Prices at which nobody wishes to serve anything: from here on a part's duals are written in. */
export function dearestPrices(problem: Problem): Prices {
  const person = new Float64Array(problem.options);
  for (let option = 0; option < problem.options; option += 1) {
    const order = int(problem.optionOrder, option);
    person[option] = real(problem.unserved, order) / int(problem.people, order);
  }
  return { person, leader: new Float64Array(problem.options) };
}

/** Writes the duals of a part's relaxed program into the prices. */
export function writeDuals(prices: Prices, mip: Mip, duals: Float64Array): void {
  for (const [n, option] of mip.columnOption.entries()) {
    prices.person[option] = real(duals, mip.personRow[n] ?? 0);
    const row = mip.leaderRow[n] ?? -1;
    prices.leader[option] = row < 0 ? 0 : Math.max(0, real(duals, row));
  }
}

/** Whether a solver's values are all whole. */
export const areWhole = (values: Float64Array): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
