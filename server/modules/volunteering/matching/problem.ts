import type { DispatchInstance } from './instance.ts';
import { InstanceError } from './instance.ts';
import { int, real } from './numbers.ts';
import { roomsOf } from './rooms.ts';
import type { Rooms } from './rooms.ts';

/** An instance in arrays of numbers, as the solvers walk it. An *option* is one time of one order; an *edge* is one candidate.
 *  Options stand in the order of their orders, edges in the order of their options. */
export interface Problem extends Rooms {
  readonly orders: number;
  readonly volunteers: number;
  readonly options: number;
  readonly edges: number;
  /** Options of order i: from [i] to [i + 1]. */
  readonly orderOptions: Int32Array;
  readonly people: Int32Array;
  readonly lead: Int32Array;
  readonly unserved: Float64Array;
  readonly optionOrder: Int32Array;
  /** Minutes. */
  readonly startsAt: Int32Array;
  readonly endsAt: Int32Array;
  /** Day of the start, from 0. */
  readonly day: Int32Array;
  /** What it takes of a room. */
  readonly optionVisits: Int32Array;
  readonly optionMinutes: Int32Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** Edges of option t: from [t] to [t + 1]. */
  readonly optionEdges: Int32Array;
  readonly edgeOption: Int32Array;
  readonly edgeVolunteer: Int32Array;
  readonly edgeCost: Float64Array;
  readonly edgeLeads: Int32Array;
  /** 0: ruled out, by hand or because whoever goes alone must lead. */
  readonly edgeOpen: Int32Array;
  /** `volunteerEdges` of volunteer j, earliest start first: from [j] to [j + 1]. */
  readonly volunteerStarts: Int32Array;
  readonly volunteerEdges: Int32Array;
  readonly mostVisits: Int32Array;
  readonly mostPerDay: Int32Array;
  /** What the (k + 1)th visit of a volunteer costs on top. */
  readonly fairness: Float64Array;
  readonly leastMinutes: number;
  readonly minutesPerKm: number;
  readonly orderIds: readonly string[];
  readonly volunteerIds: readonly string[];
}

/** Builds the arrays of an instance that `readInstance` has read, or that was made by the same rules. */
export function problemOf(instance: DispatchInstance): Problem {
  const orderAt = new Map(instance.orders.map((one, n) => [one.id, n]));
  const volunteerAt = new Map(instance.volunteers.map((one, n) => [one.id, n]));
  const orderOptions = Int32Array.from([0, ...sums(instance.orders.map((one) => one.times.length))]);
  const options = int(orderOptions, instance.orders.length);
  const times = instance.orders.flatMap((one) => one.times);
  const optionOrder = Int32Array.from(instance.orders.flatMap((one, n) => one.times.map(() => n)));
  const placed = instance.orders.flatMap((one) => one.times.map(() => one.at ?? ([0, 0] as const)));
  const edges = instance.candidates.length;
  const optionOf = Int32Array.from(
    instance.candidates,
    (one) => int(orderOptions, orderAt.get(one.order) ?? -1) + one.time,
  );
  const sorted = sortedBy(optionOf, options);
  const built = {
    orders: instance.orders.length,
    volunteers: instance.volunteers.length,
    options,
    edges,
    orderOptions,
    people: Int32Array.from(instance.orders, (one) => one.people),
    lead: Int32Array.from(instance.orders, (one) => Number(one.lead)),
    unserved: Float64Array.from(instance.orders, (one) => one.unservedCost),
    optionOrder,
    startsAt: Int32Array.from(times, (one) => one.startsAt),
    endsAt: Int32Array.from(times, (one) => one.endsAt),
    day: Int32Array.from(times, (one) => Math.floor(one.startsAt / 1_440)),
    optionVisits: Int32Array.from(optionOrder, (order) => instance.orders[order]?.visits ?? 1),
    optionMinutes: Int32Array.from(
      times,
      (one, option) => instance.orders[int(optionOrder, option)]?.minutes ?? one.endsAt - one.startsAt,
    ),
    east: Float64Array.from(placed, (one) => one[0]),
    north: Float64Array.from(placed, (one) => one[1]),
    optionEdges: sorted.starts,
    edgeOption: new Int32Array(edges),
    edgeVolunteer: new Int32Array(edges),
    edgeCost: new Float64Array(edges),
    edgeLeads: new Int32Array(edges),
    edgeOpen: new Int32Array(edges).fill(1),
    mostVisits: Int32Array.from(instance.volunteers, (one) => one.mostVisits),
    mostPerDay: Int32Array.from(instance.volunteers, (one) => one.mostPerDay),
    fairness: stepsOf(instance),
    leastMinutes: instance.travel.leastMinutes,
    minutesPerKm: instance.travel.minutesPerKm,
    orderIds: instance.orders.map((one) => one.id),
    volunteerIds: instance.volunteers.map((one) => one.id),
  };
  for (let edge = 0; edge < edges; edge += 1) {
    const from = int(sorted.list, edge);
    const one = instance.candidates[from];
    if (!one) continue;
    built.edgeOption[edge] = int(optionOf, from);
    built.edgeVolunteer[edge] = volunteerAt.get(one.volunteer) ?? -1;
    built.edgeLeads[edge] = Number(one.leads);
    let sum = 0;
    for (const term in one.cost) sum += one.cost[term] ?? 0;
    built.edgeCost[edge] = sum;
    const order = int(optionOrder, int(optionOf, from));
    // Alone goes only who leads.
    if (!one.leads && int(built.lead, order) === 1 && int(built.people, order) === 1) built.edgeOpen[edge] = 0;
  }
  const whole = { ...built, ...edgesByVolunteer(built) };
  return { ...whole, ...roomsOf(instance, whole) };
}

function* sums(list: readonly number[]): Generator<number> {
  let sum = 0;
  for (const one of list) yield (sum += one);
}

function stepsOf(instance: DispatchInstance): Float64Array {
  const most = Math.max(1, ...instance.volunteers.map((one) => one.mostVisits));
  return Float64Array.from(
    { length: most },
    (_, k) => instance.fairness[Math.min(k, instance.fairness.length - 1)] ?? 0,
  );
}

/** Which items have which key, in their own order within a key. */
function sortedBy(keys: Int32Array, count: number): { starts: Int32Array; list: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let n = 0; n < keys.length; n += 1) starts[int(keys, n) + 1] = int(starts, int(keys, n) + 1) + 1;
  for (let key = 0; key < count; key += 1) starts[key + 1] = int(starts, key + 1) + int(starts, key);
  const next = starts.slice();
  const list = new Int32Array(keys.length);
  for (let n = 0; n < keys.length; n += 1) {
    const key = int(keys, n);
    const to = int(next, key);
    list[to] = n;
    next[key] = to + 1;
  }
  return { starts, list };
}

function edgesByVolunteer(
  built: Pick<Problem, 'volunteers' | 'edgeVolunteer' | 'edgeOption' | 'startsAt'>,
): Pick<Problem, 'volunteerStarts' | 'volunteerEdges'> {
  const { starts, list } = sortedBy(built.edgeVolunteer, built.volunteers);
  const start = (edge: number): number => int(built.startsAt, int(built.edgeOption, edge));
  for (let one = 0; one < built.volunteers; one += 1)
    list.subarray(int(starts, one), int(starts, one + 1)).sort((a, b) => start(a) - start(b) || a - b);
  return { volunteerStarts: starts, volunteerEdges: list };
}

/** Whether one person can go to both: they do not overlap, and there is time for the way between them. */
export function isCompatible(problem: Problem, a: number, b: number): boolean {
  const { startsAt, endsAt, optionOrder, minutesPerKm } = problem;
  if (int(optionOrder, a) === int(optionOrder, b)) return false;
  const between = Math.max(int(startsAt, b) - int(endsAt, a), int(startsAt, a) - int(endsAt, b));
  if (between < problem.leastMinutes) return false;
  if (minutesPerKm === 0) return true;
  const east = real(problem.east, a) - real(problem.east, b);
  const north = real(problem.north, a) - real(problem.north, b);
  return between >= minutesPerKm * Math.sqrt(east * east + north * north);
}

/** What a person has fixed by hand: these volunteers go to the order, and nobody else; or this one does not go. */
export interface Wish {
  readonly pinned?: readonly { order: string; time?: number | undefined; volunteers: readonly string[] }[];
  readonly barred?: readonly { order: string; volunteer: string }[];
}

/** So much is a pinned order worth: more than all else together can be. */
const pinnedWorth = 1e9;

/** The same problem with what was fixed by hand. Throws InstanceError PinNotPossible where a pinned person is no candidate. */
export function withWish(problem: Problem, wish: Wish): Problem {
  const edgeOpen = problem.edgeOpen.slice();
  const unserved = problem.unserved.slice();
  const orderAt = new Map(problem.orderIds.map((one, n) => [one, n]));
  const volunteerAt = new Map(problem.volunteerIds.map((one, n) => [one, n]));
  const place = (path: string, found: number | undefined): number => {
    if (found === undefined) throw new InstanceError('UnknownId', path, 'is not in the instance');
    return found;
  };
  for (const [n, pin] of (wish.pinned ?? []).entries()) {
    const order = place(`/pinned/${n}/order`, orderAt.get(pin.order));
    const people = new Set(pin.volunteers.map((one) => place(`/pinned/${n}/volunteers`, volunteerAt.get(one))));
    const open = new Map<number, number>();
    for (let edge = firstEdge(problem, order); edge < firstEdge(problem, order + 1); edge += 1) {
      const option = int(problem.edgeOption, edge) - int(problem.orderOptions, order);
      const may = people.has(int(problem.edgeVolunteer, edge)) && (pin.time === undefined || pin.time === option);
      if (may) open.set(option, (open.get(option) ?? 0) + 1);
      if (!may) edgeOpen[edge] = 0;
    }
    if (![...open.values()].some((count) => count >= int(problem.people, order)))
      throw new InstanceError('PinNotPossible', `/pinned/${n}`, 'not everybody named may go');
    unserved[order] = pinnedWorth;
  }
  for (const [n, bar] of (wish.barred ?? []).entries()) {
    const order = place(`/barred/${n}/order`, orderAt.get(bar.order));
    const volunteer = place(`/barred/${n}/volunteer`, volunteerAt.get(bar.volunteer));
    for (let edge = firstEdge(problem, order); edge < firstEdge(problem, order + 1); edge += 1)
      if (int(problem.edgeVolunteer, edge) === volunteer) edgeOpen[edge] = 0;
  }
  return { ...problem, edgeOpen, unserved };
}

/** The first edge of an order; that of the next one is where it ends. */
export const firstEdge = (problem: Problem, order: number): number =>
  int(problem.optionEdges, int(problem.orderOptions, order));
