import type { Assignment } from './assignment.ts';
import { cheapestPeople } from './greedy.ts';
import { dust, int, real } from './numbers.ts';
import { firstEdge } from './problem.ts';
import { placeItems } from './shortest-paths.ts';
import type { Places } from './shortest-paths.ts';

/** One person missing at an order: the volunteers who stay with it, and the one who was taken away (-1: nobody went). */
interface Gap {
  readonly order: number;
  readonly stay: readonly number[];
  readonly skipCost: number;
  readonly edges: readonly number[];
}

/** Betters an assignment by large neighbourhoods: of some hundred volunteers who stand near each other each gives up one visit, and these visits, with the orders nobody serves, are placed anew at once, exactly, at most one for each.
 *  The rest of every week stays, so no two new visits can overlap. It never gets worse. */
export class Improver {
  private readonly assignment: Assignment;
  private readonly random: () => number;
  /** Which edge a volunteer of the present neighbourhood gives up: -1 none, -2 not in it. */
  private readonly given: Int32Array;
  private readonly before = new Map<number, readonly number[]>();

  constructor(assignment: Assignment, random: () => number) {
    this.assignment = assignment;
    this.random = random;
    this.given = new Int32Array(assignment.problem.volunteers).fill(-2);
  }

  /** One neighbourhood of so many volunteers around an order; answers what was saved. */
  step(size: number, around: number): number {
    const { assignment } = this;
    const before = assignment.cost;
    const near = this.neighbourhood(size, around);
    if (near.length === 0) return 0;
    const gaps = this.gaps(near);
    const places = this.places(gaps, near);
    const placed = placeItems(places.network);
    if (placed) this.apply(gaps, placed.edgeOf, places.edgeFrom);
    for (const volunteer of near) this.given[volunteer] = -2;
    if (assignment.cost > before - dust) {
      if (assignment.cost > before + dust) this.undo();
      this.before.clear();
      return 0;
    }
    this.before.clear();
    return before - assignment.cost;
  }

  // Volunteers who are candidates for the same orders, starting from one order.
  private neighbourhood(size: number, around: number): number[] {
    const { problem } = this.assignment;
    const near: number[] = [];
    const add = (order: number): void => {
      const from = firstEdge(problem, order);
      const count = firstEdge(problem, order + 1) - from;
      const turn = Math.floor(this.random() * count);
      for (let n = 0; n < count && near.length < size; n += 1) {
        const edge = from + ((n + turn) % count);
        const volunteer = int(problem.edgeVolunteer, edge);
        if (!int(problem.edgeOpen, edge) || int(this.given, volunteer) !== -2) continue;
        this.given[volunteer] = -1;
        near.push(volunteer);
      }
    };
    add(around);
    for (let n = 0; n < near.length && near.length < size; n += 1) {
      const volunteer = near[n] ?? 0;
      const from = int(problem.volunteerStarts, volunteer);
      const count = int(problem.volunteerStarts, volunteer + 1) - from;
      for (let tries = 0; tries < 3 && near.length < size; tries += 1) {
        const edge = int(problem.volunteerEdges, from + Math.floor(this.random() * count));
        add(int(problem.optionOrder, int(problem.edgeOption, edge)));
      }
    }
    return near;
  }

  private gaps(near: readonly number[]): Gap[] {
    const { assignment } = this;
    const { problem } = assignment;
    const gaps: Gap[] = [];
    const met = new Set<number>();
    for (const volunteer of near) {
      const visits = assignment.ofVolunteer[volunteer] ?? [];
      if (visits.length === 0) continue;
      const edge = visits[Math.floor(this.random() * visits.length)] ?? 0;
      const order = int(problem.optionOrder, int(problem.edgeOption, edge));
      if (met.has(order)) continue;
      met.add(order);
      this.given[volunteer] = edge;
      gaps.push(this.gapOf(order, edge));
    }
    for (const volunteer of near)
      for (let n = int(problem.volunteerStarts, volunteer); n < int(problem.volunteerStarts, volunteer + 1); n += 1) {
        const order = int(problem.optionOrder, int(problem.edgeOption, int(problem.volunteerEdges, n)));
        if (met.has(order) || (assignment.ofOrder[order]?.length ?? 0) > 0) continue;
        met.add(order);
        gaps.push(...this.gapsOfUnserved(order));
      }
    return shuffled(gaps, this.random);
  }

  private gapOf(order: number, edge: number): Gap {
    const { problem, ofOrder } = this.assignment;
    const stay = (ofOrder[order] ?? []).filter((other) => other !== edge);
    const saved = stay.reduce(
      (sum, other) => sum + real(problem.edgeCost, other) + this.lastStep(int(problem.edgeVolunteer, other)),
      0,
    );
    const needsLead = int(problem.lead, order) === 1 && !stay.some((other) => int(problem.edgeLeads, other));
    const from =
      stay.length === 0 ? firstEdge(problem, order) : int(problem.optionEdges, int(problem.edgeOption, edge));
    const to =
      stay.length === 0 ? firstEdge(problem, order + 1) : int(problem.optionEdges, int(problem.edgeOption, edge) + 1);
    return {
      order,
      stay,
      skipCost: real(problem.unserved, order) - saved,
      edges: this.usable(from, to, needsLead),
    };
  }

  private lastStep(volunteer: number): number {
    return real(this.assignment.problem.fairness, Math.max(0, this.assignment.load(volunteer) - 1));
  }

  // All people of an order nobody serves, at one of its times; each bears an equal part of what it costs to leave it.
  private gapsOfUnserved(order: number): Gap[] {
    const { problem } = this.assignment;
    const people = int(problem.people, order);
    const first = int(problem.orderOptions, order);
    const options = int(problem.orderOptions, order + 1) - first;
    const option = first + Math.floor(this.random() * options);
    const from = people === 1 ? firstEdge(problem, order) : int(problem.optionEdges, option);
    const to = people === 1 ? firstEdge(problem, order + 1) : int(problem.optionEdges, option + 1);
    const skipCost = real(problem.unserved, order) / people;
    return Array.from({ length: people }, (_, n) => ({
      order,
      stay: [],
      skipCost,
      edges: this.usable(from, to, n === 0 && int(problem.lead, order) === 1),
    }));
  }

  private usable(from: number, to: number, needsLead: boolean): number[] {
    const { problem } = this.assignment;
    const edges: number[] = [];
    for (let edge = from; edge < to; edge += 1) {
      if (int(this.given, int(problem.edgeVolunteer, edge)) === -2 || !int(problem.edgeOpen, edge)) continue;
      if (!needsLead || int(problem.edgeLeads, edge)) edges.push(edge);
    }
    return edges;
  }

  // One bin with one place for each volunteer of the neighbourhood. Who gives up what is known only now: an edge is free or not by then.
  private places(gaps: readonly Gap[], near: readonly number[]): { network: Places; edgeFrom: readonly number[] } {
    const { assignment } = this;
    const { problem } = assignment;
    const binOf = new Map(near.map((volunteer, n) => [volunteer, n]));
    const itemEdges = new Int32Array(gaps.length + 1);
    const edgeFrom: number[] = [];
    for (const [item, gap] of gaps.entries()) {
      for (const edge of gap.edges)
        if (assignment.isFree(edge, int(this.given, int(problem.edgeVolunteer, edge)))) edgeFrom.push(edge);
      itemEdges[item + 1] = edgeFrom.length;
    }
    const line = Int32Array.from({ length: near.length + 1 }, (_, n) => n);
    const network: Places = {
      items: gaps.length,
      itemEdges,
      edgeBin: Int32Array.from(edgeFrom, (edge) => binOf.get(int(problem.edgeVolunteer, edge)) ?? 0),
      edgeCost: Float64Array.from(edgeFrom, (edge) => real(problem.edgeCost, edge)),
      skipCost: Float64Array.from(gaps, (gap) => gap.skipCost),
      binRoom: new Int32Array(near.length).fill(1),
      binOwner: line.subarray(0, near.length),
      ownerBins: line,
      ownerSteps: line,
      steps: Float64Array.from(near, (volunteer) =>
        assignment.nextStep(volunteer, int(this.given, volunteer) >= 0 ? 1 : 0),
      ),
    };
    return { network, edgeFrom };
  }

  private apply(gaps: readonly Gap[], edgeOf: Int32Array, edgeFrom: readonly number[]): void {
    const { assignment } = this;
    const next = new Map<number, number[]>();
    for (const [item, gap] of gaps.entries()) {
      const edges = next.get(gap.order) ?? [...gap.stay];
      next.set(gap.order, edges);
      const at = int(edgeOf, item);
      if (at >= 0) edges.push(edgeFrom[at] ?? 0);
    }
    for (const order of next.keys()) this.before.set(order, assignment.clear(order));
    const left: number[] = [];
    for (const [order, edges] of next) {
      if (edges.length === int(assignment.problem.people, order)) assignment.give(order, edges);
      else left.push(order);
    }
    for (const order of left) assignment.give(order, cheapestPeople(assignment, order) ?? []);
  }

  private undo(): void {
    for (const order of this.before.keys()) this.assignment.clear(order);
    for (const [order, edges] of this.before) this.assignment.give(order, edges);
  }
}

function shuffled<One>(list: One[], random: () => number): One[] {
  for (let n = list.length - 1; n > 0; n -= 1) {
    const other = Math.floor(random() * (n + 1));
    const one = list[n] as One;
    list[n] = list[other] as One;
    list[other] = one;
  }
  return list;
}
