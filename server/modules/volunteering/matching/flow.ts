import { Assignment } from './assignment.ts';
import { int, real } from './numbers.ts';
import { firstEdge, isCompatible } from './problem.ts';
import type { Problem } from './problem.ts';
import { placeItems } from './shortest-paths.ts';
import type { Places } from './shortest-paths.ts';

/** Whether min-cost flow answers this problem exactly: everybody goes alone, and where two visits of one person do not go together, they are on a day on which that person goes once, and nobody's room for a stretch can be too small. */
export function isFlow(problem: Problem): boolean {
  for (let order = 0; order < problem.orders; order += 1) if (int(problem.people, order) > 1) return false;
  for (let volunteer = 0; volunteer < problem.volunteers; volunteer += 1)
    if (!goTogether(problem, volunteer)) return false;
  return true;
}

function goTogether(problem: Problem, volunteer: number): boolean {
  if (int(problem.mostVisits, volunteer) <= 1) return true;
  if (int(problem.roomStarts, volunteer) < int(problem.roomStarts, volunteer + 1)) return false;
  const to = int(problem.volunteerStarts, volunteer + 1);
  for (let a = int(problem.volunteerStarts, volunteer); a < to; a += 1) {
    const one = int(problem.edgeOption, int(problem.volunteerEdges, a));
    for (let b = a + 1; b < to; b += 1) {
      const other = int(problem.edgeOption, int(problem.volunteerEdges, b));
      const sameDay = int(problem.day, one) === int(problem.day, other) && int(problem.mostPerDay, volunteer) <= 1;
      const sameOrder = int(problem.optionOrder, one) === int(problem.optionOrder, other);
      if (!sameDay && !sameOrder && !isCompatible(problem, one, other)) return false;
    }
  }
  return true;
}

/** Prices of the Lagrangian (lagrange.ts): of each option for each of its people, and on top for its leader. */
export interface Prices {
  readonly person: Float64Array;
  readonly leader: Float64Array;
}

/** The flow's network: an item for each person an order needs, a bin for each day of each volunteer. Overlaps are not in it. */
interface Network extends Places {
  readonly itemOrder: Int32Array;
  readonly itemLeads: Int32Array;
  /** The candidate behind an edge of the network. */
  readonly edgeFrom: Int32Array;
}

/** The exact optimum where `isFlow`; elsewhere overlaps are not looked at, and only the prices are of use. */
export function solveFlow(
  problem: Problem,
  isStopped?: () => boolean,
): { assignment: Assignment; prices: Prices } | null {
  const network = networkOf(problem);
  const placed = placeItems(network, isStopped);
  if (!placed) return null;
  const prices = pricesOf(problem, network, placed.price);
  const assignment = new Assignment(problem);
  if (problem.people.every((people) => people === 1))
    for (let item = 0; item < network.items; item += 1) {
      const edge = int(placed.edgeOf, item);
      if (edge >= 0) assignment.give(int(network.itemOrder, item), [int(network.edgeFrom, edge)]);
    }
  return { assignment, prices };
}

function networkOf(problem: Problem): Network {
  const days = problem.day.reduce((most, day) => Math.max(most, day), 0) + 1;
  const binAt = new Int32Array(problem.volunteers * days).fill(-1);
  const binOwner: number[] = [];
  const ownerBins = [0];
  const steps: number[] = [];
  const ownerSteps = [0];
  for (let volunteer = 0; volunteer < problem.volunteers; volunteer += 1) {
    for (let n = int(problem.volunteerStarts, volunteer); n < int(problem.volunteerStarts, volunteer + 1); n += 1) {
      const key = volunteer * days + int(problem.day, int(problem.edgeOption, int(problem.volunteerEdges, n)));
      if (int(binAt, key) >= 0) continue;
      binAt[key] = binOwner.length;
      binOwner.push(volunteer);
    }
    ownerBins.push(binOwner.length);
    for (let k = 0; k < int(problem.mostVisits, volunteer); k += 1) steps.push(real(problem.fairness, k));
    ownerSteps.push(steps.length);
  }
  const items = itemsOf(problem, (volunteer, day) => int(binAt, volunteer * days + day));
  return {
    ...items,
    binOwner: Int32Array.from(binOwner),
    binRoom: Int32Array.from(binOwner, (owner) => int(problem.mostPerDay, owner)),
    ownerBins: Int32Array.from(ownerBins),
    ownerSteps: Int32Array.from(ownerSteps),
    steps: Float64Array.from(steps),
  };
}

function itemsOf(
  problem: Problem,
  binOf: (volunteer: number, day: number) => number,
): Pick<Network, 'items' | 'itemEdges' | 'edgeBin' | 'edgeCost' | 'skipCost' | 'itemOrder' | 'itemLeads' | 'edgeFrom'> {
  const items = problem.people.reduce((sum, one) => sum + one, 0);
  let most = 0;
  for (let order = 0; order < problem.orders; order += 1)
    most += int(problem.people, order) * (firstEdge(problem, order + 1) - firstEdge(problem, order));
  const made = {
    items,
    itemEdges: new Int32Array(items + 1),
    itemOrder: new Int32Array(items),
    itemLeads: new Int32Array(items),
    skipCost: new Float64Array(items),
    edgeBin: new Int32Array(most),
    edgeCost: new Float64Array(most),
    edgeFrom: new Int32Array(most),
  };
  let item = 0;
  let to = 0;
  for (let order = 0; order < problem.orders; order += 1) {
    const people = int(problem.people, order);
    for (let n = 0; n < people; n += 1) {
      const leads = n === 0 && int(problem.lead, order) === 1;
      made.itemOrder[item] = order;
      made.itemLeads[item] = Number(leads);
      made.skipCost[item] = real(problem.unserved, order) / people;
      for (let edge = firstEdge(problem, order); edge < firstEdge(problem, order + 1); edge += 1) {
        if (!int(problem.edgeOpen, edge) || (leads && !int(problem.edgeLeads, edge))) continue;
        made.edgeBin[to] = binOf(int(problem.edgeVolunteer, edge), int(problem.day, int(problem.edgeOption, edge)));
        made.edgeCost[to] = real(problem.edgeCost, edge);
        made.edgeFrom[to] = edge;
        to += 1;
      }
      item += 1;
      made.itemEdges[item] = to;
    }
  }
  return made;
}

function pricesOf(problem: Problem, network: Network, price: Float64Array): Prices {
  const person = new Float64Array(problem.options);
  const leader = new Float64Array(problem.options);
  const followers = new Float64Array(problem.orders);
  const leaders = new Float64Array(problem.orders);
  for (let item = 0; item < network.items; item += 1) {
    const order = int(network.itemOrder, item);
    if (int(network.itemLeads, item)) leaders[order] = real(price, item);
    else followers[order] = real(followers, order) + real(price, item);
  }
  for (let option = 0; option < problem.options; option += 1) {
    const order = int(problem.optionOrder, option);
    const lead = int(problem.lead, order);
    const others = int(problem.people, order) - lead;
    // Who leads may only be paid more: where the only one to go costs less than nothing, everybody is asked for it.
    const perPerson = others > 0 ? real(followers, order) / others : Math.min(0, real(leaders, order));
    person[option] = perPerson;
    leader[option] = lead ? Math.max(0, real(leaders, order) - perPerson) : 0;
  }
  return { person, leader };
}
