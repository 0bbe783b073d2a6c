import { Worker } from 'node:worker_threads';
import { InstanceError } from './instance.ts';
import type { DispatchInstance } from './instance.ts';
import type { Plan } from './plan.ts';
import { problemOf } from './problem.ts';
import type { Wish } from './problem.ts';
import type { Step } from './weekly.ts';
import type { Errand } from './worker.ts';

/** How long and how large solving may become, and who hears of its steps. Left out: the figures of the issue. */
export interface SolveOptions {
  readonly seed?: number;
  readonly gap?: number;
  readonly rounds?: number;
  readonly seconds?: number;
  readonly megabytes?: number;
  readonly wish?: Wish;
  readonly onStep?: (step: Step & { seconds: number }) => void;
}

/** The solver gave no plan: it was killed, had no memory left, or broke. Nothing was changed anywhere. */
export class SolverError extends Error {
  readonly code: 'SolverKilled' | 'OutOfMemory' | 'SolverFailed';
  constructor(code: SolverError['code'], message: string) {
    super(message);
    this.name = 'SolverError';
    this.code = code;
  }
}

/** Solving under way in a thread of its own. */
export interface Solving {
  /** Rejects with SolverError, or InstanceError where what is fixed by hand is not possible. */
  readonly plan: Promise<Plan>;
  /** Ends soon, with the best plan so far. */
  stop(): void;
  /** Ends at once, without a plan. */
  kill(): void;
}

/** Starts to plan an instance that `readInstance` has read. */
export function startSolving(instance: DispatchInstance, options: SolveOptions = {}): Solving {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const megabytes = options.megabytes ?? 600;
  const errand: Errand = {
    // Its arrays are a tenth of the instance: only they go over.
    problem: problemOf(instance),
    wish: options.wish ?? {},
    goal: { seed: options.seed ?? 1, gap: options.gap ?? 0.001, rounds: options.rounds ?? 10_000 },
    seconds: options.seconds ?? 120,
    megabytes,
    stop,
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return {
    plan: planFrom(worker, options.onStep),
    stop: () => void Atomics.store(stop, 0, 1),
    kill: () => void worker.terminate(),
  };
}

interface Message {
  readonly step?: Step & { seconds: number };
  readonly plan?: Plan;
  readonly failure?: { readonly code: string; readonly path: string; readonly message: string };
}

function planFrom(worker: Worker, onStep: SolveOptions['onStep']): Promise<Plan> {
  return new Promise((resolve, reject) => {
    worker.on('message', ({ step, plan, failure }: Message) => {
      if (step) onStep?.(step);
      if (plan) resolve(plan);
      if (failure) reject(errorOf(failure));
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new SolverError(isMemory ? 'OutOfMemory' : 'SolverFailed', error.message));
    });
    worker.on('exit', () => reject(new SolverError('SolverKilled', 'the solver ended without a plan')));
  });
}

function errorOf(failure: { code: string; path: string; message: string }): Error {
  if (failure.path !== '')
    return new InstanceError(failure.code as InstanceError['code'], failure.path, failure.message);
  return new SolverError(failure.code as SolverError['code'], failure.message);
}
