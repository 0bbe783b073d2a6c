import type { ModelData } from 'highs';
import type { Assignment } from './assignment.ts';
import { int, real } from './numbers.ts';
import { firstEdge, isCompatible } from './problem.ts';
import type { Problem } from './problem.ts';
import { isInRoom } from './rooms.ts';

/** Which orders are decided; of all others the visits stand as they are. */
export interface Part {
  readonly orders: readonly number[];
  /** The open edges of these orders that are free beside the visits that stand. */
  readonly edges: readonly number[];
  /** The edges of a volunteer's visits that stand. */
  standing(volunteer: number): readonly number[];
}

/** A part as a mixed-integer program. Columns: its edges, then the options (is it served at this time), then the steps of fairness. */
export interface Mip {
  readonly model: ModelData;
  /** The edge behind each of the first columns, and the option behind each of those that follow. */
  readonly columnEdge: readonly number[];
  readonly columnOption: readonly number[];
  /** Of each option in turn: its row that asks for people, and the one that asks for a leader, or -1. Their duals are prices. */
  readonly personRow: readonly number[];
  readonly leaderRow: readonly number[];
  /** The first column of a volunteer's steps. */
  readonly firstStep: ReadonlyMap<number, number>;
}

const infinity = Number.POSITIVE_INFINITY;

/** The part that is everything. */
export const wholePart = (problem: Problem): Part => ({
  orders: Array.from({ length: problem.orders }, (_, n) => n),
  edges: Array.from({ length: problem.edges }, (_, n) => n).filter((edge) => int(problem.edgeOpen, edge)),
  standing: () => [],
});

/** Some orders of an assignment, all others as they stand. */
export function partOf(assignment: Assignment, orders: readonly number[]): Part {
  const { problem } = assignment;
  const decided = new Set(orders);
  const orderOf = (edge: number): number => int(problem.optionOrder, int(problem.edgeOption, edge));
  const standing = new Map<number, number[]>();
  const stand = (volunteer: number): number[] => {
    const known = standing.get(volunteer);
    if (known) return known;
    const found = (assignment.ofVolunteer[volunteer] ?? []).filter((edge) => !decided.has(orderOf(edge)));
    standing.set(volunteer, found);
    return found;
  };
  const edges: number[] = [];
  for (const order of orders)
    for (let edge = firstEdge(problem, order); edge < firstEdge(problem, order + 1); edge += 1) {
      const option = int(problem.edgeOption, edge);
      const others = int(problem.edgeOpen, edge) ? stand(int(problem.edgeVolunteer, edge)) : null;
      if (others?.every((other) => isCompatible(problem, option, int(problem.edgeOption, other)))) edges.push(edge);
    }
  return {
    orders,
    edges,
    standing: stand,
  };
}

/** Builds the program: every option gets its people or none and a leader, an order one time; of visits that do not go together at most one; caps by day; what each room holds; steps of fairness up to the cap of the week. */
export function mipOf(problem: Problem, part: Part): Mip {
  const rows = new Rows();
  const columnOf = new Map(part.edges.map((edge, column) => [edge, column]));
  const cost = part.edges.map((edge) => real(problem.edgeCost, edge));
  const byOption = Map.groupBy(part.edges, (edge) => int(problem.edgeOption, edge));
  const made = {
    columnEdge: part.edges,
    columnOption: [...byOption.keys()],
    personRow: [] as number[],
    leaderRow: [] as number[],
    firstStep: new Map<number, number>(),
  };
  const columns = (edges: readonly number[]): [number, number][] => edges.map((edge) => [columnOf.get(edge) ?? 0, 1]);
  for (const [option, edges] of byOption) {
    const order = int(problem.optionOrder, option);
    const column = cost.push(-real(problem.unserved, order)) - 1;
    const people = int(problem.people, order);
    made.personRow.push(rows.add(0, 0, [...columns(edges), [column, -people]]));
    const leaders = edges.filter((edge) => int(problem.edgeLeads, edge));
    const asksLeader = int(problem.lead, order) === 1 && people > 1;
    made.leaderRow.push(asksLeader ? rows.add(0, infinity, [...columns(leaders), [column, -1]]) : -1);
  }
  const byOrder = Map.groupBy(made.columnOption.keys(), (n) => int(problem.optionOrder, made.columnOption[n] ?? 0));
  for (const times of byOrder.values())
    if (times.length > 1)
      rows.add(
        0,
        1,
        times.map((n) => [part.edges.length + n, 1]),
      );
  const wholeColumns = cost.length;
  for (const [volunteer, edges] of Map.groupBy(part.edges, (edge) => int(problem.edgeVolunteer, edge))) {
    made.firstStep.set(volunteer, cost.length);
    volunteerRows(problem, part, { volunteer, edges, columns: columns(edges) }, rows, cost);
  }
  let offset = 0;
  for (const order of part.orders) offset += real(problem.unserved, order);
  const count = cost.length;
  const model: ModelData = {
    numCols: count,
    numRows: rows.count,
    offset,
    colCost: Float64Array.from(cost),
    colLower: new Float64Array(count),
    colUpper: new Float64Array(count).fill(1),
    rowLower: Float64Array.from(rows.lower),
    rowUpper: Float64Array.from(rows.upper),
    matrix: rows.matrix(count),
    // The steps are whole by themselves: each is as dear as the one before, or dearer.
    integrality: Int32Array.from({ length: count }, (_, column) => (column < wholeColumns ? 1 : 0)),
  };
  return { model, ...made };
}

function volunteerRows(
  problem: Problem,
  part: Part,
  one: { volunteer: number; edges: readonly number[]; columns: readonly [number, number][] },
  rows: Rows,
  cost: number[],
): void {
  const { volunteer, edges, columns } = one;
  const columnOf = new Map(edges.map((edge, n) => [edge, columns[n]?.[0] ?? 0]));
  const some = (list: readonly number[]): [number, number][] => list.map((edge) => [columnOf.get(edge) ?? 0, 1]);
  const standing = part.standing(volunteer);
  for (const clique of cliquesOf(problem, edges)) rows.add(0, 1, some(clique));
  for (const [day, onDay] of Map.groupBy(edges, (edge) => int(problem.day, int(problem.edgeOption, edge)))) {
    const stand = standing.filter((edge) => int(problem.day, int(problem.edgeOption, edge)) === day);
    const left = int(problem.mostPerDay, volunteer) - stand.length;
    if (onDay.length > left) rows.add(0, Math.max(0, left), some(onDay));
  }
  roomRows(problem, { ...one, standing }, rows);
  const from = standing.length;
  const to = Math.min(int(problem.mostVisits, volunteer), from + edges.length);
  const steps: [number, number][] = [];
  for (let k = from; k < to; k += 1) steps.push([cost.push(real(problem.fairness, k)) - 1, -1]);
  rows.add(-infinity, 0, [...columns, ...steps]);
}

function roomRows(
  problem: Problem,
  one: {
    volunteer: number;
    edges: readonly number[];
    columns: readonly [number, number][];
    standing: readonly number[];
  },
  rows: Rows,
): void {
  const { roomStarts, roomVisits, roomMinutes, optionVisits, optionMinutes } = problem;
  for (let room = int(roomStarts, one.volunteer); room < int(roomStarts, one.volunteer + 1); room += 1)
    for (const [holds, takes] of [
      [int(roomVisits, room), optionVisits],
      [int(roomMinutes, room), optionMinutes],
    ] as const) {
      const taken = (edge: number): number => {
        const option = int(problem.edgeOption, edge);
        return isInRoom(problem, room, option) ? int(takes, option) : 0;
      };
      const left = one.standing.reduce((rest, edge) => rest - taken(edge), holds);
      const entries = one.edges.map((edge, n): [number, number] => [one.columns[n]?.[0] ?? 0, taken(edge)]);
      const inside = entries.filter(([, value]) => value > 0);
      if (inside.reduce((sum, [, value]) => sum + value, 0) > left) rows.add(0, Math.max(0, left), inside);
    }
}

/** The assignment's own values of the columns: from where a solver may start. */
export function valuesOf(mip: Mip, assignment: Assignment): Float64Array {
  const { problem } = assignment;
  const values = new Float64Array(mip.model.numCols);
  const loads = new Map<number, number>();
  for (const [column, edge] of mip.columnEdge.entries()) {
    const option = int(problem.edgeOption, edge);
    const volunteer = int(problem.edgeVolunteer, edge);
    if (!assignment.ofOrder[int(problem.optionOrder, option)]?.includes(edge)) continue;
    const load = loads.get(volunteer) ?? 0;
    values[column] = 1;
    values[(mip.firstStep.get(volunteer) ?? 0) + load] = 1;
    loads.set(volunteer, load + 1);
  }
  for (const [n, option] of mip.columnOption.entries()) {
    const edges = assignment.ofOrder[int(problem.optionOrder, option)] ?? [];
    if (edges.some((edge) => int(problem.edgeOption, edge) === option)) values[mip.columnEdge.length + n] = 1;
  }
  return values;
}

/** Sets of a volunteer's edges of which no two go together, such that every such pair lies in one of them. By the end of each visit: where ways are equally long, all that begin before it ends exclude each other. */
function cliquesOf(problem: Problem, edges: readonly number[]): number[][] {
  const option = (edge: number): number => int(problem.edgeOption, edge);
  const clash = (a: number, b: number): boolean => !isCompatible(problem, option(a), option(b));
  const byEnd = edges.toSorted((a, b) => int(problem.endsAt, option(a)) - int(problem.endsAt, option(b)) || a - b);
  const cliques: number[][] = [];
  const covered = new Set<string>();
  for (const [n, one] of byEnd.entries()) {
    const open = byEnd.slice(n + 1).filter((other) => clash(one, other) && !covered.has(`${one} ${other}`));
    while (open.length > 0) {
      const clique = [one];
      for (const other of byEnd.slice(n + 1)) if (clique.every((member) => clash(member, other))) clique.push(other);
      const first = open[0] ?? one;
      if (!clique.includes(first)) clique.splice(0, clique.length, one, first);
      for (const a of clique) for (const b of clique) covered.add(`${a} ${b}`);
      cliques.push(clique);
      for (let at = open.length - 1; at >= 0; at -= 1) if (clique.includes(open[at] ?? -1)) open.splice(at, 1);
    }
  }
  return cliques;
}

class Rows {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  private readonly starts = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get count(): number {
    return this.lower.length;
  }

  add(lower: number, upper: number, entries: readonly (readonly [number, number])[]): number {
    this.lower.push(lower);
    this.upper.push(upper);
    for (const [column, value] of entries) {
      this.indices.push(column);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    return this.lower.length - 1;
  }

  matrix(columns: number): ModelData['matrix'] {
    return {
      format: 'csr',
      numRows: this.count,
      numCols: columns,
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    };
  }
}
