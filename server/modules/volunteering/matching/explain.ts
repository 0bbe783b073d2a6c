import type { Assignment } from './assignment.ts';
import type { DispatchInstance } from './instance.ts';
import { InstanceError } from './instance.ts';
import { int, real } from './numbers.ts';
import { assignmentOf } from './plan.ts';
import type { Plan, PlannedVisit } from './plan.ts';
import { firstEdge } from './problem.ts';
import type { Problem, Wish } from './problem.ts';
import { inTheWay, repairPlan } from './repair.ts';

/** What another choice would do to the plan. `atLeast` is proven: no plan with this choice is cheaper than so much more. */
export interface Change {
  readonly extra: number;
  readonly atLeast: number;
  /** Orders whose people are others then; empty: nobody any more. */
  readonly moves: readonly {
    readonly order: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}

/** Why somebody goes, or does not go, to an order. */
export type WhyPerson =
  | { readonly answer: 'goes'; readonly cost: Readonly<Record<string, number>>; readonly step: number }
  | { readonly answer: 'blocked'; readonly rules: readonly string[] }
  | {
      readonly answer: 'dearer';
      readonly cost: Readonly<Record<string, number>>;
      readonly inTheWay: readonly string[];
      readonly change: Change;
    }
  | { readonly answer: 'fixed-elsewhere'; readonly inTheWay: readonly string[] };

/** Why nobody goes. */
export type WhyNobody =
  | {
      readonly answer: 'too-few-may';
      readonly needed: number;
      readonly may: number;
      /** The smallest set of rules that together leave too few: everybody else breaks at least one of them. */
      readonly conflict: readonly string[];
      /** What would make it possible: if these rules were met, so many more could go; fewest rules first. */
      readonly wouldHelp: readonly { readonly rules: readonly string[]; readonly volunteers: number }[];
    }
  | { readonly answer: 'dearer'; readonly change: Change; readonly volunteers: readonly string[] }
  | { readonly answer: 'fixed-elsewhere' };

/** Why this person goes or not. `wish`: what is fixed by hand already. */
export function whyPerson(
  instance: DispatchInstance,
  problem: Problem,
  plan: Plan,
  asked: { order: string; volunteer: string; wish?: Wish },
): WhyPerson {
  const order = orderAt(problem, asked.order);
  const visit = plan.visits.find((one) => one.order === asked.order);
  const candidates = instance.candidates.filter(
    (one) => one.order === asked.order && one.volunteer === asked.volunteer,
  );
  if (candidates.length === 0) return { answer: 'blocked', rules: rulesOf(instance, asked.order, asked.volunteer) };
  const present = candidates.find((one) => one.time === visit?.time) ?? candidates[0];
  const cost = present?.cost ?? {};
  const assignment = assignmentOf(problem, plan.visits);
  if (visit?.volunteers.includes(asked.volunteer))
    return { answer: 'goes', cost, step: stepOf(assignment, asked.volunteer) };
  const company = companyOf(assignment, order, asked.volunteer, visit);
  if (!company) return { answer: 'blocked', rules: ['lead'] };
  const way = ordersOf(problem, inTheWay(assignment, company.edges));
  const change = changeTo(problem, plan, asked.order, company.visit, asked.wish ?? {});
  return change ? { answer: 'dearer', cost, inTheWay: way, change } : { answer: 'fixed-elsewhere', inTheWay: way };
}

/** Why nobody goes to an order of the plan's `unserved`. */
export function whyNobody(
  instance: DispatchInstance,
  problem: Problem,
  plan: Plan,
  asked: { order: string; wish?: Wish },
): WhyNobody {
  const order = orderAt(problem, asked.order);
  const assignment = assignmentOf(problem, plan.visits);
  const best = bestCompany(assignment, order);
  if (!best) return tooFew(instance, problem, order);
  const change = changeTo(problem, plan, asked.order, best, asked.wish ?? {});
  return change ? { answer: 'dearer', change, volunteers: best.volunteers } : { answer: 'fixed-elsewhere' };
}

function orderAt(problem: Problem, id: string): number {
  const at = problem.orderIds.indexOf(id);
  if (at < 0) throw new InstanceError('UnknownId', '/order', 'is not in the instance');
  return at;
}

const rulesOf = (instance: DispatchInstance, order: string, volunteer: string): readonly string[] =>
  instance.blocked?.find((one) => one.order === order && one.volunteer === volunteer)?.rules ?? ['no-candidate'];

function stepOf(assignment: Assignment, volunteer: string): number {
  const load = assignment.load(assignment.problem.volunteerIds.indexOf(volunteer));
  return load > 0 ? real(assignment.problem.fairness, load - 1) : 0;
}

const ordersOf = (problem: Problem, edges: readonly number[]): string[] => [
  ...new Set(edges.map((edge) => problem.orderIds[int(problem.optionOrder, int(problem.edgeOption, edge))] ?? '')),
];

/** Steps by which the bound of another choice is raised before it is told. */
const raise = 20;

type Company = { edges: number[]; visit: Omit<PlannedVisit, 'order'> };

// The person with those who go already, or with the cheapest others: one must lead.
function companyOf(
  assignment: Assignment,
  order: number,
  volunteer: string,
  visit: PlannedVisit | undefined,
): Company | null {
  const { problem } = assignment;
  const times = int(problem.orderOptions, order + 1) - int(problem.orderOptions, order);
  const companies = Array.from({ length: times }, (_, time) =>
    companyAt(assignment, order, time, { volunteer, with: visit }),
  );
  const possible = companies.filter((one) => one !== null);
  return possible.find((one) => one.visit.time === visit?.time) ?? possible[0] ?? null;
}

function companyAt(
  assignment: Assignment,
  order: number,
  time: number,
  wanted: { volunteer?: string; with?: PlannedVisit | undefined },
): Company | null {
  const { problem } = assignment;
  const option = int(problem.orderOptions, order) + time;
  const idOf = (edge: number): string => problem.volunteerIds[int(problem.edgeVolunteer, edge)] ?? '';
  // Who is asked about first, then who goes already, then who is free, then the cheap.
  const rank = (edge: number): number =>
    (idOf(edge) === wanted.volunteer ? -4e9 : 0) +
    (wanted.with?.volunteers.includes(idOf(edge)) ? -2e9 : 0) +
    (assignment.isFree(edge) ? -1e9 : 0) +
    real(problem.edgeCost, edge);
  const edges = Array.from(
    { length: int(problem.optionEdges, option + 1) - int(problem.optionEdges, option) },
    (_, n) => int(problem.optionEdges, option) + n,
  )
    .filter((edge) => int(problem.edgeOpen, edge))
    .sort((a, b) => rank(a) - rank(b) || a - b);
  const people = int(problem.people, order);
  const first = edges[0];
  if (first === undefined || edges.length < people) return null;
  if (wanted.volunteer !== undefined && idOf(first) !== wanted.volunteer) return null;
  let chosen = edges.slice(0, people);
  if (int(problem.lead, order) && !chosen.some((edge) => int(problem.edgeLeads, edge))) {
    const leader = edges.find((edge) => int(problem.edgeLeads, edge));
    if (leader === undefined || people === 1) return null;
    chosen = [...chosen.slice(0, people - 1), leader];
  }
  return { edges: chosen, visit: { time, volunteers: chosen.map(idOf) } };
}

function bestCompany(assignment: Assignment, order: number): Omit<PlannedVisit, 'order'> | null {
  const { problem } = assignment;
  const times = int(problem.orderOptions, order + 1) - int(problem.orderOptions, order);
  const companies = Array.from({ length: times }, (_, time) => companyAt(assignment, order, time, {})).filter(
    (one) => one !== null,
  );
  const busy = (one: Company): number => one.edges.filter((edge) => !assignment.isFree(edge)).length;
  return companies.toSorted((a, b) => busy(a) - busy(b))[0]?.visit ?? null;
}

function changeTo(
  problem: Problem,
  plan: Plan,
  order: string,
  visit: Omit<PlannedVisit, 'order'>,
  wish: Wish,
): Change | null {
  const pinned = [...(wish.pinned ?? []).filter((pin) => pin.order !== order), { order, ...visit }];
  try {
    const other = repairPlan(problem, plan, { ...wish, pinned }, raise);
    const before = new Map(plan.visits.map((one) => [one.order, one.volunteers]));
    const after = new Map(other.visits.map((one) => [one.order, one.volunteers]));
    const moves = problem.orderIds
      .map((id) => ({ order: id, before: before.get(id) ?? [], after: after.get(id) ?? [] }))
      .filter((one) => one.before.join() !== one.after.join());
    return { extra: other.cost - plan.cost, atLeast: Math.max(0, other.bound - plan.cost), moves };
  } catch (error) {
    if (error instanceof InstanceError && error.code === 'PinNotPossible') return null;
    throw error;
  }
}

function tooFew(instance: DispatchInstance, problem: Problem, order: number): WhyNobody {
  const id = problem.orderIds[order] ?? '';
  const leaders = new Set<string>();
  const others = new Set<string>();
  for (let edge = firstEdge(problem, order); edge < firstEdge(problem, order + 1); edge += 1)
    (int(problem.edgeLeads, edge) ? leaders : others).add(problem.volunteerIds[int(problem.edgeVolunteer, edge)] ?? '');
  const asksLead = int(problem.lead, order) === 1 && leaders.size === 0;
  const blocked = (instance.blocked ?? []).filter((one) => one.order === id).map((one) => one.rules);
  // Where only somebody to lead is missing, those who could merely come along are blocked by that.
  const sets = [...blocked, ...(asksLead ? [...others].map(() => ['lead']) : [])];
  return {
    answer: 'too-few-may',
    needed: int(problem.people, order),
    may: leaders.size + (int(problem.people, order) > 1 ? others.size : 0),
    conflict: smallestConflict(sets),
    wouldHelp: helps(sets),
  };
}

/** The fewest rules of which everybody breaks one: by trying all sets, smallest first (there are at most a dozen rules). */
export function smallestConflict(sets: readonly (readonly string[])[]): string[] {
  const rules = [...new Set(sets.flat())].sort();
  if (rules.length === 0) return [];
  const masks = sets.map((set) => set.reduce((mask, rule) => mask | (1 << rules.indexOf(rule)), 0));
  let best = (1 << Math.min(rules.length, 20)) - 1;
  for (let mask = 1; mask < 1 << Math.min(rules.length, 20); mask += 1)
    if (count(mask) < count(best) && masks.every((one) => (one & mask) !== 0)) best = mask;
  return rules.filter((_, n) => best & (1 << n));
}

function count(mask: number): number {
  let bits = 0;
  for (let left = mask; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

function helps(sets: readonly (readonly string[])[]): { rules: string[]; volunteers: number }[] {
  const groups = Map.groupBy(sets, (set) => [...set].sort().join(' '));
  return [...groups]
    .map(([key, members]) => ({ rules: key.split(' '), volunteers: members.length }))
    .sort((a, b) => a.rules.length - b.rules.length || b.volunteers - a.volunteers)
    .slice(0, 5);
}
