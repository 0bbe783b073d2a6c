import type { Difference, DifferenceBlock } from './difference.ts';
import type { DifferenceRun } from './difference-runs.ts';

/** The changed blocks alone, with at most `around` signs of what stayed on each side of a change and `…` for the rest: the correction box, the notice to a reviewer. */
export function condense(difference: Difference, around = 16): DifferenceBlock[] {
  return difference.blocks
    .filter((block) => block.kind !== 'same')
    .map((block) => ({ ...block, runs: block.runs.flatMap((run, i) => shorten(run, i, block.runs, around)) }));
}

function shorten(run: DifferenceRun, index: number, runs: readonly DifferenceRun[], around: number): DifferenceRun[] {
  const signs = [...run.text];
  if (run.kind !== 'same') return [run];
  const head = isChange(runs[index - 1]) ? around : 0;
  const tail = isChange(runs[index + 1]) ? around : 0;
  if (signs.length <= head + tail + 1) return [run];
  if (head + tail === 0) return [];
  return [{ ...run, text: `${signs.slice(0, head).join('')}…${tail === 0 ? '' : signs.slice(-tail).join('')}` }];
}

function isChange(run: DifferenceRun | undefined): boolean {
  return run !== undefined && run.kind !== 'same';
}
