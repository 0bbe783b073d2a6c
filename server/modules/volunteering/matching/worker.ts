import { parentPort, workerData } from 'node:worker_threads';
import { isFlow } from './flow.ts';
import { InstanceError } from './instance.ts';
import { planOf } from './plan.ts';
import { withWish } from './problem.ts';
import type { Problem, Wish } from './problem.ts';
import { Solver } from './solver.ts';
import { solveWeekly } from './weekly.ts';
import type { Goal } from './weekly.ts';

/** What a solving thread is given. `stop[0]` becomes 1 when it shall end with the best it has. */
export interface Errand {
  readonly problem: Problem;
  readonly wish: Wish;
  readonly goal: Goal;
  readonly seconds: number;
  readonly megabytes: number;
  readonly stop: Int32Array;
}

const errand = workerData as Errand;
const began = performance.now();
const secondsLeft = (): number => errand.seconds - (performance.now() - began) / 1_000;
const watch = { secondsLeft, isStopped: () => Atomics.load(errand.stop, 0) === 1 || secondsLeft() <= 0 };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin.
const tell = (message: object): void => parentPort?.postMessage(message);
let isFull = false;

/** HiGHS keeps its numbers in one memory of its own, which no limit of the thread counts: it may not grow beyond the errand's. */
function limitSolverMemory(megabytes: number): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function grown(this: WebAssembly.Memory, pages: number): number {
    isFull ||= this.buffer.byteLength + pages * 65_536 > megabytes * 1_048_576;
    if (isFull) throw new RangeError('the solver may not have more memory');
    return grow.call(this, pages);
  };
}

async function main(): Promise<void> {
  limitSolverMemory(errand.megabytes);
  const problem = withWish(errand.problem, errand.wish);
  const solver = isFlow(problem) ? null : await Solver.load();
  const found = solveWeekly(problem, solver, errand.goal, watch, (step) =>
    tell({ step: { ...step, seconds: (performance.now() - began) / 1_000 } }),
  );
  tell({ plan: planOf(problem, found, errand.goal.seed) });
}

main().catch((error: unknown) => {
  const { code, path } =
    error instanceof InstanceError ? error : { code: isFull ? 'OutOfMemory' : 'SolverFailed', path: '' };
  tell({ failure: { code, path, message: error instanceof Error ? error.message : 'unknown' } });
});
