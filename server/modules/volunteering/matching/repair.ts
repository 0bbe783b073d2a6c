import type { Assignment } from './assignment.ts';
import { cheapestPeople } from './greedy.ts';
import { Improver } from './improve.ts';
import { InstanceError } from './instance.ts';
import { Lagrangian } from './lagrange.ts';
import { int, seededRandom } from './numbers.ts';
import { assignmentOf, edgesOf, pricesOf, visitsOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { isCompatible, withWish } from './problem.ts';
import type { Problem, Wish } from './problem.ts';
import { BoundRaiser } from './raise-bound.ts';
import { gapOf } from './weekly.ts';

/** Neighbourhoods placed anew around what changed, and their size. */
const steps = 12;
const size = 120;

/** The plan after a change by hand, or of the data: what was fixed stands, what is no longer possible is gone, and around both it is placed anew. The bound is proven anew from the plan's own prices.
 *  `raise`: steps by which the bound is raised; each takes as long as reading the instance once. Throws InstanceError PinNotPossible where two fixed visits exclude each other. */
export function repairPlan(problem: Problem, plan: Plan, wish: Wish, raise = 0): Plan {
  const wished = withWish(problem, wish);
  const fixed = new Set((wish.pinned ?? []).map((pin) => pin.order));
  // Fixed visits first: whatever else stood in their way finds no place any more.
  const assignment = assignmentOf(wished, [
    ...pinnedVisits(wished, plan, wish),
    ...plan.visits.filter((visit) => !fixed.has(visit.order)),
  ]);
  mustStand(assignment, fixed);
  const before = new Map(plan.visits.map((visit) => [visit.order, visit]));
  const touched = wished.orderIds.flatMap((id, order) => {
    const planned = before.has(id);
    const given = (assignment.ofOrder[order]?.length ?? 0) > 0;
    return planned !== given || fixed.has(id) ? [order] : [];
  });
  improveAround(
    assignment,
    touched.filter((order) => isNew(wished, assignment, before, order)),
    plan.seed,
  );
  const bound = boundOf(wished, plan, fixed, { cost: assignment.cost, steps: raise });
  const { visits, unserved } = visitsOf(assignment);
  return {
    ...plan,
    visits,
    unserved,
    cost: assignment.cost,
    bound: Math.min(bound, assignment.cost),
    gap: gapOf(assignment.cost, bound),
  };
}

/** At this price everybody who is fixed goes. */
const pinnedPrice = 1e7;

function boundOf(
  problem: Problem,
  plan: Plan,
  fixed: ReadonlySet<string>,
  to: { cost: number; steps: number },
): number {
  const prices = pricesOf(problem, plan);
  for (let option = 0; option < problem.options; option += 1)
    if (fixed.has(problem.orderIds[int(problem.optionOrder, option)] ?? '')) prices.person[option] = pinnedPrice;
  const raiser = new BoundRaiser(new Lagrangian(problem), prices);
  for (let n = 0; n < to.steps && raiser.best < to.cost - 1e-6 * Math.abs(to.cost); n += 1) raiser.step(to.cost);
  return raiser.best;
}

function isNew(
  problem: Problem,
  assignment: Assignment,
  before: ReadonlyMap<string, { volunteers: readonly string[] }>,
  order: number,
): boolean {
  const then = before.get(problem.orderIds[order] ?? '')?.volunteers ?? [];
  const now = (assignment.ofOrder[order] ?? []).map((edge) => problem.volunteerIds[int(problem.edgeVolunteer, edge)]);
  return then.length !== now.length || now.some((one) => !then.includes(one ?? ''));
}

// At the time named, at that of the plan, or at the first that is possible.
function pinnedVisits(problem: Problem, plan: Plan, wish: Wish): Plan['visits'] {
  const planned = new Map(plan.visits.map((visit) => [visit.order, visit.time]));
  return (wish.pinned ?? []).flatMap((pin) => {
    const order = problem.orderIds.indexOf(pin.order);
    const times = [pin.time, planned.get(pin.order), 0, 1, 2, 3, 4, 5, 6, 7];
    const time = times.find(
      (one) => one !== undefined && edgesOf(problem, order, { time: one, volunteers: pin.volunteers }),
    );
    return time === undefined ? [] : [{ order: pin.order, time, volunteers: pin.volunteers }];
  });
}

function mustStand(assignment: Assignment, fixed: ReadonlySet<string>): void {
  for (const [order, id] of assignment.problem.orderIds.entries())
    if (fixed.has(id) && assignment.ofOrder[order]?.length === 0)
      throw new InstanceError('PinNotPossible', '/pinned', `'${id}' cannot stand beside the other fixed visits`);
}

function improveAround(assignment: Assignment, orders: readonly number[], seed: number): void {
  if (orders.length === 0) return;
  for (const order of orders)
    if (assignment.ofOrder[order]?.length === 0) assignment.give(order, cheapestPeople(assignment, order) ?? []);
  const improver = new Improver(assignment, seededRandom(seed));
  for (let n = 0; n < steps; n += 1) improver.step(size, orders[n % orders.length] ?? 0);
}

/** Visits of these people that exclude a time of an order: what would have to be given up. */
export function inTheWay(assignment: Assignment, edges: readonly number[]): number[] {
  const { problem } = assignment;
  return edges.flatMap((edge) =>
    (assignment.ofVolunteer[int(problem.edgeVolunteer, edge)] ?? []).filter(
      (other) =>
        int(problem.optionOrder, int(problem.edgeOption, other)) !==
          int(problem.optionOrder, int(problem.edgeOption, edge)) &&
        !isCompatible(problem, int(problem.edgeOption, other), int(problem.edgeOption, edge)),
    ),
  );
}
