import { adopt, areWhole, dearestPrices, writeDuals } from './adopt.ts';
import type { Assignment } from './assignment.ts';
import { isFlow, solveFlow } from './flow.ts';
import type { Prices } from './flow.ts';
import { solveGreedily } from './greedy.ts';
import { Improver } from './improve.ts';
import { Lagrangian } from './lagrange.ts';
import { mipOf, partOf, valuesOf, wholePart } from './mip.ts';
import { int, seededRandom } from './numbers.ts';
import type { Problem } from './problem.ts';
import { BoundRaiser } from './raise-bound.ts';
import { allRegions, regionAround } from './regions.ts';
import type { Solver, Watch } from './solver.ts';

/** What is asked of the solver. */
export interface Goal {
  readonly seed: number;
  /** Good enough: the plan is proven to cost at most so much more than the cheapest (0.001 is a thousandth). */
  readonly gap: number;
  /** Rounds of improvement at most: with the same seed and rounds the same plan comes out. */
  readonly rounds: number;
}

/** How far it is. */
export interface Step {
  readonly stage: 'start' | 'prices' | 'proof' | 'regions' | 'improving';
  readonly cost: number;
  readonly bound: number;
}

/** The best plan found and the proof of how good it is. */
export interface Found {
  readonly assignment: Assignment;
  readonly prices: Prices;
  readonly bound: number;
  readonly method: 'flow' | 'whole' | 'regions';
  readonly stoppedBy: 'gap' | 'rounds' | 'watch';
  readonly rounds: number;
  readonly greedy: { readonly cost: number; readonly served: number };
}

/** Up to so many candidates HiGHS takes the problem as one; beyond, it is cut into regions. */
const wholeUpTo = 90_000;
const regionOrders = 700;

/** Plans a week: by flow where that is exact; as one program where HiGHS can prove it; beyond, region by region. Whatever happens, what comes out is possible, and its bound is proven by the Lagrangian of the prices it carries. */
export function solveWeekly(
  problem: Problem,
  solver: Solver | null,
  goal: Goal,
  watch: Watch,
  report: (step: Step) => void = () => undefined,
): Found {
  return new Weekly(problem, solver, goal, watch, report).solve();
}

class Weekly {
  private assignment: Assignment;
  private readonly random: () => number;
  private readonly lagrangian: Lagrangian;
  private readonly greedy: Found['greedy'];
  private prices: Prices;
  private bound = -Infinity;
  private rounds = 0;

  private readonly problem: Problem;
  /** None: where a flow answers, HiGHS need not be loaded. */
  private readonly solver: Solver | null;
  private readonly goal: Goal;
  private readonly watch: Watch;
  private readonly report: (step: Step) => void;

  constructor(problem: Problem, solver: Solver | null, goal: Goal, watch: Watch, report: (step: Step) => void) {
    this.problem = problem;
    this.solver = solver;
    this.goal = goal;
    this.watch = watch;
    this.report = report;
    this.random = seededRandom(goal.seed);
    this.lagrangian = new Lagrangian(problem);
    this.assignment = solveGreedily(problem);
    this.greedy = { cost: this.assignment.cost, served: this.assignment.served() };
    this.prices = dearestPrices(problem);
  }

  solve(): Found {
    this.trust(this.prices);
    this.say('start');
    const exact = isFlow(this.problem);
    const flow = solveFlow(this.problem, () => this.watch.isStopped());
    if (flow) this.trust(flow.prices);
    if (flow && exact) {
      if (flow.assignment.cost < this.assignment.cost) this.assignment = flow.assignment;
      return this.found('flow');
    }
    this.say('prices');
    const isWhole = this.problem.edges <= wholeUpTo;
    if (isWhole) this.asOne();
    else this.byRegions();
    this.improve(isWhole ? 1 : regionOrders);
    return this.found(isWhole ? 'whole' : 'regions');
  }

  // One relaxed program gives the prices; where its answer is not whole, the whole program follows.
  private asOne(): void {
    const part = wholePart(this.problem);
    if (part.edges.length === 0 || !this.solver) return;
    const mip = mipOf(this.problem, part);
    const relaxed = this.solver.relaxed(mip, this.watch);
    if (!relaxed) return;
    const prices = dearestPrices(this.problem);
    writeDuals(prices, mip, relaxed.duals);
    this.trust(prices);
    adopt(this.assignment, part, mip, relaxed.values);
    this.say('proof');
    const improver = new Improver(this.assignment, this.random);
    for (let n = 0; n < 100 && !this.isEnough() && !areWhole(relaxed.values); n += 1)
      improver.step(200, this.someOrder());
    if (this.isEnough()) return;
    const start = valuesOf(mip, this.assignment);
    const wish = { start, gap: this.goal.gap * 0.9, seed: this.goal.seed };
    const whole = this.solver.whole(mip, this.watch, wish, (cost, bound) =>
      this.report({ stage: 'proof', cost: Math.min(cost, this.assignment.cost), bound: Math.max(bound, this.bound) }),
    );
    if (whole.values.length > 0) adopt(this.assignment, part, mip, whole.values);
    this.bound = Math.max(this.bound, whole.bound);
  }

  // Twice over all regions, each time cut anew: prices and plan of each depend on what stands around it.
  private byRegions(): void {
    for (let pass = 0; pass < 2; pass += 1) {
      const prices = { person: this.prices.person.slice(), leader: this.prices.leader.slice() };
      for (const region of allRegions(this.problem, regionOrders, this.random)) {
        if (this.watch.isStopped()) return;
        this.solveRegion(region, prices);
        this.say('regions');
      }
      this.trust(prices);
      if (this.isEnough()) return;
    }
  }

  private solveRegion(orders: readonly number[], prices?: Prices): void {
    const part = partOf(this.assignment, orders);
    if (part.edges.length === 0 || !this.solver) return;
    const mip = mipOf(this.problem, part);
    const relaxed = this.solver.relaxed(mip, this.watch);
    if (!relaxed) return;
    if (prices) writeDuals(prices, mip, relaxed.duals);
    if (areWhole(relaxed.values)) {
      adopt(this.assignment, part, mip, relaxed.values);
      return;
    }
    const wish = {
      start: valuesOf(mip, this.assignment),
      gap: this.goal.gap / 10,
      seed: this.goal.seed,
      mostNodes: 20,
    };
    const whole = this.solver.whole(mip, this.watch, wish);
    if (whole.values.length > 0) adopt(this.assignment, part, mip, whole.values);
  }

  // In turn: neighbourhoods placed anew, the bound raised, and now and then a region as a program.
  private improve(regionSize: number): void {
    if (this.isEnough()) return;
    const improver = new Improver(this.assignment, this.random);
    const raiser = new BoundRaiser(this.lagrangian, this.prices);
    while (this.rounds < this.goal.rounds && !this.isEnough() && !this.watch.isStopped()) {
      this.rounds += 1;
      for (let n = 0; n < 10; n += 1) raiser.step(this.assignment.cost);
      if (raiser.best > this.bound) {
        this.bound = raiser.best;
        this.prices = raiser.prices;
      }
      for (let n = 0; n < 10 && !this.watch.isStopped(); n += 1) improver.step(200, this.someOrder());
      if (regionSize > 1 && this.rounds % 2 === 0)
        this.solveRegion(regionAround(this.problem, this.someOrder(), regionSize, this.random));
      this.say('improving');
    }
  }

  // Half of the time one that nobody serves.
  private someOrder(): number {
    const { problem, assignment } = this;
    const any = Math.floor(this.random() * problem.orders);
    if (this.random() < 0.5) return any;
    for (let n = 0; n < problem.orders; n += 1) {
      const order = (any + n) % problem.orders;
      const hasEdges =
        int(problem.optionEdges, int(problem.orderOptions, order)) <
        int(problem.optionEdges, int(problem.orderOptions, order + 1));
      if (hasEdges && assignment.ofOrder[order]?.length === 0) return order;
    }
    return any;
  }

  private trust(prices: Prices): void {
    const { bound } = this.lagrangian.bound(prices);
    if (bound <= this.bound) return;
    this.bound = bound;
    this.prices = prices;
  }

  private isEnough(): boolean {
    return gapOf(this.assignment.cost, this.bound) <= this.goal.gap;
  }

  private say(stage: Step['stage']): void {
    this.report({ stage, cost: this.assignment.cost, bound: this.bound });
  }

  private found(method: Found['method']): Found {
    const { assignment, prices, rounds, greedy } = this;
    // What costs less than was proven possible would be a defect; the dust of floating point is none.
    const bound = Math.min(this.bound, assignment.cost);
    const stoppedBy = this.isEnough() ? 'gap' : this.watch.isStopped() ? 'watch' : 'rounds';
    return { assignment, prices, bound, method, stoppedBy, rounds, greedy };
  }
}

/** How much more a plan can cost than the cheapest at most, as a share of its cost. */
export function gapOf(cost: number, bound: number): number {
  if (cost - bound <= 1e-6 * Math.max(1, Math.abs(cost))) return 0;
  return Number.isFinite(bound) ? (cost - bound) / Math.max(Math.abs(cost), 1e-6) : 1;
}
