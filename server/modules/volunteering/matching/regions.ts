import { int } from './numbers.ts';
import { firstEdge } from './problem.ts';
import type { Problem } from './problem.ts';

/** Orders that share volunteers, gathered around one: at most so many, and none that is taken. */
export function regionAround(
  problem: Problem,
  order: number,
  most: number,
  random: () => number,
  taken: Set<number> = new Set(),
): number[] {
  if (taken.has(order)) return [];
  const region = [order];
  taken.add(order);
  for (let n = 0; n < region.length && region.length < most; n += 1) {
    const from = firstEdge(problem, region[n] ?? 0);
    const to = firstEdge(problem, (region[n] ?? 0) + 1);
    for (let edge = from; edge < to && region.length < most; edge += 1)
      addOrders(problem, edge, { region, most, random, taken });
  }
  return region;
}

// Two orders of this edge's volunteer, by chance: all of them would make a thin star.
function addOrders(
  problem: Problem,
  edge: number,
  into: { region: number[]; most: number; random: () => number; taken: Set<number> },
): void {
  const volunteer = int(problem.edgeVolunteer, edge);
  const from = int(problem.volunteerStarts, volunteer);
  const count = int(problem.volunteerStarts, volunteer + 1) - from;
  for (let tries = 0; tries < 2 && into.region.length < into.most; tries += 1) {
    const other = int(problem.volunteerEdges, from + Math.floor(into.random() * count));
    const order = int(problem.optionOrder, int(problem.edgeOption, other));
    if (into.taken.has(order)) continue;
    into.taken.add(order);
    into.region.push(order);
  }
}

/** All orders in regions of about so many; what is left over between them is put together. */
export function allRegions(problem: Problem, most: number, random: () => number): number[][] {
  const taken = new Set<number>();
  const regions: number[][] = [];
  const start = Math.floor(random() * problem.orders);
  for (let n = 0; n < problem.orders; n += 1) {
    const region = regionAround(problem, (start + n) % problem.orders, most, random, taken);
    const last = regions.at(-1);
    if (last && last.length + region.length <= most) last.push(...region);
    else if (region.length > 0) regions.push(region);
  }
  return regions;
}
