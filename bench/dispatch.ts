import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readInstance } from '../server/modules/volunteering/matching/instance.ts';
import type { DispatchInstance } from '../server/modules/volunteering/matching/instance.ts';
import { assignmentOf } from '../server/modules/volunteering/matching/plan.ts';
import type { Plan } from '../server/modules/volunteering/matching/plan.ts';
import { problemOf } from '../server/modules/volunteering/matching/problem.ts';
import { randomInstance } from '../server/modules/volunteering/matching/random-instance.ts';
import { repairPlan } from '../server/modules/volunteering/matching/repair.ts';
import { startSolving } from '../server/modules/volunteering/matching/solve.ts';
import { dispatchCounties } from './dispatch-counties.ts';
import type { BenchOptions } from './options.ts';

interface Result {
  readonly instance: string;
  readonly orders: number;
  readonly volunteers: number;
  readonly candidates: number;
  readonly plan: Plan;
  /** Solving, from the instance in memory to the plan, on the clock and on the processor. */
  readonly seconds: number;
  readonly processorSeconds: number;
  /** The most this process ever held: the instance, Node itself and the solver. */
  readonly megabytes: number;
  /** Changing one order by hand in the plan, with its proof. */
  readonly repairMilliseconds: number;
  readonly repairProcessorMilliseconds: number;
  readonly repairedGap: number;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Plans the counties of the figures, or instance files, and writes plan, cost, bound, gap and time of each beside the other results. */
export async function benchDispatch(
  { files, only, writeInstances }: Extract<BenchOptions, { what: 'dispatch' }>,
  output: string,
): Promise<void> {
  await mkdir(output, { recursive: true });
  const chosen = dispatchCounties.filter((county) => only === null || county.name === only);
  if (writeInstances)
    for (const { name, shape } of chosen)
      await writeFile(join(output, `instance-${name}.json`), JSON.stringify(randomInstance(shape)));
  say(
    '| instance | orders × volunteers, candidates | method | cost | bound | gap | greedy | seconds (processor) | MB | one change (processor) |',
  );
  say('|---|---|---|--:|--:|--:|--:|--:|--:|--:|');
  const errands = files.length > 0 ? files.map((file) => ({ file })) : chosen.map(({ name }) => ({ county: name }));
  for (const errand of errands) {
    const result = await apart(errand);
    const file = join(output, `plan-${result.instance}.json`);
    await writeFile(file, JSON.stringify(result, null, 1));
    say(line(result));
  }
  say(`\nplans in ${output}`);
}

// Each in a process of its own: what one held does not count for the next.
async function apart(errand: { file?: string; county?: string }): Promise<Result> {
  const child = fork(import.meta.filename, [JSON.stringify(errand)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}`)));
  const [result] = (await Promise.race([once(child, 'message'), failed])) as [Result];
  failed.catch(() => undefined);
  return result;
}

function line({ plan, ...one }: Result): string {
  const percent = (share: number): string => `${(share * 100).toFixed(3)} %`;
  return `| ${one.instance} | ${one.orders} × ${one.volunteers}, ${one.candidates} | ${plan.method}, until ${plan.stoppedBy} | ${plan.cost.toFixed(1)} | ${plan.bound.toFixed(1)} | ${percent(plan.gap)} | ${plan.greedy.cost.toFixed(1)} | ${one.seconds.toFixed(1)} (${one.processorSeconds.toFixed(1)}) | ${one.megabytes.toFixed(0)} | ${one.repairMilliseconds.toFixed(0)} ms (${one.repairProcessorMilliseconds.toFixed(0)}) |`;
}

async function measure(errand: { file?: string; county?: string }): Promise<Result> {
  const county = dispatchCounties.find((one) => one.name === errand.county);
  const instance: DispatchInstance = county
    ? randomInstance(county.shape)
    : readInstance(JSON.parse(await readFile(errand.file ?? '', 'utf8')));
  const spent = process.cpuUsage();
  const began = performance.now();
  const plan = await startSolving(instance, {
    gap: county?.gap ?? 0.001,
    seconds: 120,
    megabytes: instance.orders.length > 5_000 ? 1_200 : 600,
  }).plan;
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(spent);
  const most = process.resourceUsage().maxRSS / 1_024;
  return {
    instance: county?.name ?? basename(errand.file ?? '', '.json'),
    orders: instance.orders.length,
    volunteers: instance.volunteers.length,
    candidates: instance.candidates.length,
    plan,
    seconds,
    processorSeconds: (user + system) / 1e6,
    megabytes: most,
    ...repaired(instance, plan),
  };
}

// Another person goes to the first order that somebody leads alone; three tries, the middle one counts.
function repaired(
  instance: DispatchInstance,
  plan: Plan,
): Pick<Result, 'repairMilliseconds' | 'repairProcessorMilliseconds' | 'repairedGap'> {
  const problem = problemOf(instance);
  const alone = new Set(instance.orders.filter((order) => order.people === 1).map((order) => order.id));
  const present = new Map(plan.visits.map((visit) => [visit.order, visit.volunteers]));
  const another = instance.candidates.find(
    (one) =>
      one.leads && alone.has(one.order) && present.has(one.order) && !present.get(one.order)?.includes(one.volunteer),
  );
  if (!another) return { repairMilliseconds: 0, repairProcessorMilliseconds: 0, repairedGap: plan.gap };
  const wish = { pinned: [{ order: another.order, time: another.time, volunteers: [another.volunteer] }] };
  const times: number[] = [];
  const spent: number[] = [];
  let gap = 0;
  for (let n = 0; n < 3; n += 1) {
    const began = performance.now();
    const before = process.cpuUsage();
    const other = repairPlan(problem, plan, wish);
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1_000);
    gap = other.gap;
    assignmentOf(problem, other.visits);
  }
  const middle = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[1] ?? 0;
  return { repairMilliseconds: middle(times), repairProcessorMilliseconds: middle(spent), repairedGap: gap };
}

if (process.send) process.send(await measure(JSON.parse(process.argv[2] ?? '{}')), () => process.disconnect());
