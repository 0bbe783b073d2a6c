import type { Door } from './open-door.ts';
import { startingSteps } from './starting-steps.ts';
import type { StartingStep } from './starting-steps.ts';

/** Does a step of the start, named on the progress page while it lasts and in the terminal when it is done. */
export async function step<T>(door: Door | undefined, name: StartingStep, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  door?.show(name);
  const result = await work();
  say(`✓ ${startingSteps[name].name} ${Math.round(performance.now() - began)} ms`);
  return result;
}

/** Tells whoever started the program, in the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
