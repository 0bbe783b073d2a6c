import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf } from './assignment.ts';
import { smallestConflict, whyNobody, whyPerson } from './explain.ts';
import { isFlow, solveFlow } from './flow.ts';
import { solveGreedily } from './greedy.ts';
import { InstanceError, readInstance } from './instance.ts';
import type { DispatchInstance } from './instance.ts';
import { Lagrangian } from './lagrange.ts';
import { int, seededRandom } from './numbers.ts';
import { assignmentOf, planOf, pricesOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { isCompatible, problemOf, withWish } from './problem.ts';
import type { Problem } from './problem.ts';
import { randomInstance } from './random-instance.ts';
import { repairPlan } from './repair.ts';
import { hasRoom } from './rooms.ts';
import { Solver } from './solver.ts';
import { SolverError, startSolving } from './solve.ts';
import { gapOf, solveWeekly } from './weekly.ts';

const seed = Number(process.env['XIANGYIN_SEED'] ?? 1) % 1_000_000;
const solver = await Solver.load();
const patient = { isStopped: () => false, secondsLeft: () => 60 };

/** Solves in this thread, to the end. */
function solved(instance: DispatchInstance, gap = 0, problem = problemOf(instance)): Plan {
  return planOf(problem, solveWeekly(problem, solver, { seed: 1, gap, rounds: 60 }, patient), 1);
}

/** The cheapest cost by trying every choice of every order. */
function cheapest(problem: Problem): number {
  const visits = Array.from({ length: problem.volunteers }, (): number[] => []);
  const choices = Array.from({ length: problem.orders }, (_, order) => choicesOf(problem, order));
  const isFree = (edge: number): boolean => {
    const volunteer = int(problem.edgeVolunteer, edge);
    const option = int(problem.edgeOption, edge);
    const others = visits[volunteer] ?? [];
    const onDay = others.filter((other) => int(problem.day, other) === int(problem.day, option));
    return (
      others.length < int(problem.mostVisits, volunteer) &&
      onDay.length < int(problem.mostPerDay, volunteer) &&
      hasRoom(problem, volunteer, [option, ...others]) &&
      others.every((other) => isCompatible(problem, other, option))
    );
  };
  const rest = (order: number): number => {
    if (order === problem.orders) return 0;
    let least = (problem.unserved[order] ?? 0) + rest(order + 1);
    for (const edges of choices[order] ?? []) {
      if (!edges.every(isFree)) continue;
      let cost = 0;
      for (const edge of edges) {
        const mine = visits[int(problem.edgeVolunteer, edge)] ?? [];
        cost += (problem.edgeCost[edge] ?? 0) + (problem.fairness[mine.length] ?? 0);
        mine.push(int(problem.edgeOption, edge));
      }
      least = Math.min(least, cost + rest(order + 1));
      for (const edge of edges) visits[int(problem.edgeVolunteer, edge)]?.pop();
    }
    return least;
  };
  return rest(0);
}

function choicesOf(problem: Problem, order: number): number[][] {
  const found: number[][] = [];
  for (let option = int(problem.orderOptions, order); option < int(problem.orderOptions, order + 1); option += 1) {
    const edges: number[] = [];
    for (let edge = int(problem.optionEdges, option); edge < int(problem.optionEdges, option + 1); edge += 1)
      if (int(problem.edgeOpen, edge)) edges.push(edge);
    const some =
      int(problem.people, order) === 1
        ? edges.map((edge) => [edge])
        : edges.flatMap((a, n) => edges.slice(n + 1).map((b) => [a, b]));
    found.push(...some.filter((chosen) => chosen.some((edge) => int(problem.edgeLeads, edge))));
  }
  return found;
}

/** A tiny county; every other one with pairs, two times and long ways. */
function tiny(n: number, overlaps: boolean): DispatchInstance {
  const random = seededRandom(seed * 1_000 + n);
  const instance = randomInstance({
    orders: 2 + Math.floor(random() * 5),
    volunteers: 2 + Math.floor(random() * 4),
    candidates: 2,
    seed: seed * 1_000 + n,
    overlaps,
    ...(overlaps ? { pairs: 0.4, twoTimes: 0.3 } : {}),
    fairness: n % 3 === 0 ? [0] : [0, 30, 80],
  });
  const times = instance.orders.map((order) =>
    order.times.map((time) => ({ startsAt: time.startsAt % 2_880, endsAt: (time.startsAt % 2_880) + 60 })),
  );
  return {
    ...instance,
    travel: { ...instance.travel, minutesPerKm: overlaps && n % 2 === 0 ? 6 : 0 },
    orders: instance.orders.map((order, at) => ({ ...order, times: times[at] ?? order.times })),
  };
}

const near = (a: number, b: number, what: string): void => assert.ok(Math.abs(a - b) < 1e-4, `${what}: ${a}, not ${b}`);

test('the flow finds the cheapest plan of two hundred tiny counties, and its prices prove it', () => {
  for (let n = 0; n < 200; n += 1) {
    const problem = problemOf(readInstance(tiny(n, false)));
    assert.ok(isFlow(problem));
    const found = solveFlow(problem);
    assert.ok(found);
    assert.equal(faultOf(problem, found.assignment.ofOrder, found.assignment.cost), null);
    near(found.assignment.cost, cheapest(problem), `county ${n}`);
    near(new Lagrangian(problem).bound(found.prices).bound, found.assignment.cost, `proof of county ${n}`);
  }
});

test('with overlaps, ways, pairs and two times the plan is the cheapest of a hundred tiny counties; the bound is below, the clerk above', () => {
  for (let n = 0; n < 120; n += 1) {
    const instance = tiny(n, true);
    const problem = problemOf(readInstance(instance));
    const best = cheapest(problem);
    const plan = solved(instance);
    near(plan.cost, best, `county ${n}`);
    assert.ok(
      plan.bound <= best + 1e-4 && plan.gap < 1e-6,
      `county ${n}: bound ${plan.bound} of ${best}, gap ${plan.gap}`,
    );
    assert.ok(new Lagrangian(problem).bound(pricesOf(problem, plan)).bound <= best + 1e-4, `prices of county ${n}`);
    assert.ok(solveGreedily(problem).cost >= best - 1e-4);
  }
});

test('rounds count as their stops and minutes are counted: the plan is the cheapest of eighty tiny counties with little room', () => {
  let narrow = 0;
  for (let n = 0; n < 80; n += 1) {
    const instance = readInstance(withRooms(tiny(n, true), n));
    const problem = problemOf(instance);
    const best = cheapest(problem);
    const plan = solved(instance);
    near(plan.cost, best, `county ${n}`);
    assert.ok(plan.bound <= best + 1e-4 && plan.gap < 1e-6, `county ${n}: bound ${plan.bound} of ${best}`);
    const wide = { ...instance, volunteers: instance.volunteers.map((one) => ({ ...one, rooms: [] })) };
    if (cheapest(problemOf(wide)) < best - 1e-4) narrow += 1;
    const repaired = repairPlan(problem, plan, {});
    assert.ok(repaired.cost <= best + 1e-4 && repaired.bound <= best + 1e-4, `repaired county ${n}`);
  }
  assert.ok(narrow > 10, `${narrow} counties in which room is lacking`);
});

/** Some orders are rounds, some people have a day or all days with little room. */
function withRooms(instance: DispatchInstance, n: number): DispatchInstance {
  const random = seededRandom(n + 7);
  const whole = (most: number): number => Math.floor(random() * (most + 1));
  return {
    ...instance,
    orders: instance.orders.map((order) => (random() < 0.5 ? { ...order, visits: 1 + whole(2), minutes: 50 } : order)),
    volunteers: instance.volunteers.map((one) => ({
      ...one,
      rooms: [
        { startsAt: 0, endsAt: 1_440, visits: 1 + whole(3) },
        { startsAt: 0, endsAt: 2_880, visits: 1 + whole(4), minutes: 60 + 50 * whole(2) },
      ],
    })),
  };
}

test('any prices give a bound that no plan undercuts', () => {
  for (let n = 0; n < 60; n += 1) {
    const problem = problemOf(tiny(n, true));
    const random = seededRandom(n);
    const person = Float64Array.from({ length: problem.options }, () => random() * 800 - 100);
    const leader = Float64Array.from({ length: problem.options }, () => random() * 200);
    const best = cheapest(problem);
    assert.ok(new Lagrangian(problem).bound({ person, leader }).bound <= best + 1e-6, `county ${n}`);
  }
});

test('a middling county: the same seed gives the same plan, far from what a clerk finds, with its gap stated', () => {
  const instance = randomInstance({
    orders: 160,
    volunteers: 70,
    candidates: 12,
    seed: 5,
    overlaps: true,
    pairs: 0.3,
    twoTimes: 0.3,
  });
  const plan = solved(instance, 0.001);
  assert.deepEqual(solved(instance, 0.001), plan);
  assert.ok(plan.gap <= 0.001 && plan.bound <= plan.cost);
  assert.ok(plan.greedy.cost > plan.cost);
  assert.equal(plan.visits.length + plan.unserved.length, 160);
});

test('what is fixed by hand stands, the rest is placed around it, and the bound is proven anew', () => {
  for (let n = 0; n < 40; n += 1) {
    const instance = tiny(n, true);
    const problem = problemOf(instance);
    const plan = solved(instance);
    const [taken] = instance.candidates.filter(
      (one) => one.leads && instance.orders.find((order) => order.id === one.order)?.people === 1,
    );
    if (!taken) continue;
    const pin = { order: taken.order, time: taken.time, volunteers: [taken.volunteer] };
    const wish = { pinned: [pin] };
    const other = repairPlan(problem, plan, wish);
    assert.deepEqual(other.visits.find((visit) => visit.order === taken.order)?.volunteers, [taken.volunteer]);
    const wished = withWish(problem, wish);
    const assignment = assignmentOf(wished, other.visits);
    assert.equal(faultOf(wished, assignment.ofOrder, other.cost), null);
    const best = cheapest(wished);
    assert.ok(
      other.cost >= best - 1e-4 && other.bound <= best + 1e-4,
      `county ${n}: ${other.bound} to ${other.cost} around ${best}`,
    );
    assert.equal(other.gap, gapOf(other.cost, other.bound));
  }
});

/** Two hours at one time, three people: Wang and Li may lead, Zhao may not; Sun has no licence. */
const small: DispatchInstance = readInstance({
  form: 'xiangyin-dispatch-1',
  travel: { leastMinutes: 30 },
  fairness: [0, 10],
  orders: [
    { id: 'haircut', times: [{ startsAt: 600, endsAt: 660 }], unservedCost: 100 },
    { id: 'company', times: [{ startsAt: 630, endsAt: 690 }], unservedCost: 80 },
    { id: 'repair', times: [{ startsAt: 800, endsAt: 860 }], unservedCost: 50 },
    { id: 'moving', times: [{ startsAt: 900, endsAt: 960 }], people: 2, unservedCost: 90 },
  ],
  volunteers: ['wang', 'li', 'zhao', 'sun'].map((id) => ({ id, mostVisits: 3 })),
  candidates: [
    { order: 'haircut', volunteer: 'wang', cost: { distance: 2, skill: 1 } },
    { order: 'company', volunteer: 'wang', cost: { distance: 1 } },
    { order: 'company', volunteer: 'li', cost: { distance: 9, continuity: -3 } },
    { order: 'moving', volunteer: 'zhao', leads: false, cost: { distance: 1 } },
  ],
  blocked: [
    { order: 'repair', volunteer: 'wang', rules: ['licence'] },
    { order: 'repair', volunteer: 'li', rules: ['licence', 'skill'] },
    { order: 'repair', volunteer: 'sun', rules: ['paused'] },
    { order: 'moving', volunteer: 'sun', rules: ['paused'] },
  ],
});

test('a plan explains why somebody goes, why another does not, and why nobody goes', () => {
  const problem = problemOf(small);
  const plan = solved(small);
  assert.deepEqual(
    plan.visits.map((visit) => [visit.order, visit.volunteers]),
    [
      ['haircut', ['wang']],
      ['company', ['li']],
    ],
  );
  assert.deepEqual(whyPerson(small, problem, plan, { order: 'company', volunteer: 'li' }), {
    answer: 'goes',
    cost: { distance: 9, continuity: -3 },
    step: 0,
  });
  assert.deepEqual(whyPerson(small, problem, plan, { order: 'repair', volunteer: 'li' }), {
    answer: 'blocked',
    rules: ['licence', 'skill'],
  });
  assert.deepEqual(whyPerson(small, problem, plan, { order: 'haircut', volunteer: 'sun' }), {
    answer: 'blocked',
    rules: ['no-candidate'],
  });
  const dearer = whyPerson(small, problem, plan, { order: 'company', volunteer: 'wang' });
  assert.ok(dearer.answer === 'dearer');
  assert.deepEqual(dearer.inTheWay, ['haircut']);
  // Nobody else can cut hair: 100 for leaving it, minus what both cost now (3 + 6), plus Wang's way (1).
  near(dearer.change.extra, 92, 'what Wang would cost more');
  assert.ok(dearer.change.atLeast <= dearer.change.extra + 1e-6 && dearer.change.atLeast > 80);
  assert.deepEqual(
    dearer.change.moves.map((move) => move.order),
    ['haircut', 'company'],
  );
  assert.deepEqual(
    whyPerson(small, problem, plan, {
      order: 'company',
      volunteer: 'wang',
      wish: { pinned: [{ order: 'haircut', volunteers: ['wang'] }] },
    }),
    { answer: 'fixed-elsewhere', inTheWay: ['haircut'] },
  );
});

test('where nobody may go, it names the fewest rules that exclude everybody and what would help', () => {
  const problem = problemOf(small);
  const plan = solved(small);
  assert.deepEqual(plan.unserved, ['repair', 'moving']);
  const nobody = whyNobody(small, problem, plan, { order: 'repair' });
  assert.ok(nobody.answer === 'too-few-may');
  assert.deepEqual([nobody.may, nobody.conflict], [0, ['licence', 'paused']]);
  assert.deepEqual(nobody.wouldHelp[0], { rules: ['licence'], volunteers: 1 });
  const pair = whyNobody(small, problem, plan, { order: 'moving' });
  assert.ok(pair.answer === 'too-few-may');
  assert.deepEqual([pair.needed, pair.may, pair.conflict], [2, 1, ['lead', 'paused']]);
  const cheap = readInstance({
    ...small,
    orders: small.orders.map((one) => (one.id === 'company' ? { ...one, unservedCost: 4 } : one)),
  });
  const left = solved(cheap);
  const dear = whyNobody(cheap, problemOf(cheap), left, { order: 'company' });
  assert.ok(dear.answer === 'dearer');
  near(dear.change.extra, 2, 'what serving would cost more');
  assert.deepEqual(
    smallestConflict([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ]).length,
    2,
  );
});

test('an instance that makes no sense is refused with the place', () => {
  const refused = (change: object, code: string, path: string): void =>
    assert.throws(
      () => readInstance({ ...structuredClone(small), ...change }),
      (error) => error instanceof InstanceError && error.code === code && error.path === path,
    );
  const [order] = small.orders;
  const [candidate] = small.candidates;
  refused({ form: 'another' }, 'NotAnInstance', '/form');
  refused({ orders: [{ ...order, people: 0 }] }, 'NotAnInstance', '/orders/0/people');
  refused({ orders: [...small.orders, order] }, 'DoubleId', '/orders/4/id');
  refused(
    { orders: small.orders.map((one) => ({ ...one, times: [{ startsAt: 60, endsAt: 60 }] })) },
    'EmptyStretch',
    '/orders/0/times/0',
  );
  refused({ fairness: [10, 5] }, 'FairnessFalls', '/fairness/1');
  refused({ candidates: [{ ...candidate, volunteer: 'nobody' }] }, 'UnknownId', '/candidates/0');
  refused({ candidates: [candidate, candidate] }, 'DoubleCandidate', '/candidates/1');
  refused(
    { volunteers: small.volunteers.map((one) => ({ ...one, windows: [{ startsAt: 0, endsAt: 600 }] })) },
    'OutsideWindows',
    '/candidates/0',
  );
  assert.throws(
    () =>
      repairPlan(problemOf(small), solved(small), {
        pinned: [
          { order: 'haircut', volunteers: ['wang'] },
          { order: 'company', volunteers: ['wang'] },
        ],
      }),
    (error) => error instanceof InstanceError && error.code === 'PinNotPossible',
  );
  assert.throws(
    () => withWish(problemOf(small), { pinned: [{ order: 'haircut', volunteers: ['li'] }] }),
    InstanceError,
  );
});

test('in a thread of its own it tells its steps and can be stopped with a plan, killed, or run out of memory', async () => {
  const steps: string[] = [];
  const plan = await startSolving(small, { onStep: (step) => steps.push(step.stage) }).plan;
  assert.equal(plan.gap, 0);
  assert.equal(steps[0], 'start');

  const large = randomInstance({
    orders: 300,
    volunteers: 120,
    candidates: 24,
    seed: 2,
    overlaps: true,
    pairs: 0.4,
    twoTimes: 0.5,
    mostVisits: 4,
    fairness: [0, 7, 19, 43],
  });
  const stopped: ReturnType<typeof startSolving> = startSolving(large, { gap: 0, onStep: () => stopped.stop() });
  const early = await stopped.plan;
  assert.equal(early.stoppedBy, 'watch');
  assert.ok(early.gap > 0 && early.bound <= early.cost && early.visits.length > 0);

  const killed: ReturnType<typeof startSolving> = startSolving(large, { gap: 0, onStep: () => killed.kill() });
  await assert.rejects(killed.plan, (error) => error instanceof SolverError && error.code === 'SolverKilled');
  // Enough for what the thread needs to read the errand, too little for the program in HiGHS.
  await assert.rejects(
    startSolving(large, { megabytes: 20, gap: 0 }).plan,
    (error) => error instanceof SolverError && error.code === 'OutOfMemory',
  );
  await assert.rejects(
    startSolving(small, { wish: { pinned: [{ order: 'haircut', volunteers: ['li'] }] } }).plan,
    (error) => error instanceof InstanceError && error.code === 'PinNotPossible' && error.path === '/pinned/0',
  );
});
