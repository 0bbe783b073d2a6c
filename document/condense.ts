import type { Difference, DifferenceBlock } from './difference.ts';
import type { DifferenceRun } from './difference-runs.ts';

/** The changed blocks alone, with about `around` signs of what stayed on each side of a change and `…` for the rest: the correction box, the notice to a reviewer. */
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
  const to = head === 0 ? 0 : wordEdge(signs, head, 1);
  const from = tail === 0 ? signs.length : wordEdge(signs, signs.length - tail, -1);
  if (from <= to) return [run];
  return [{ ...run, text: `${signs.slice(0, to).join('')}…${signs.slice(from).join('')}` }];
}

// Chinese may be cut between any two characters, a Latin word or a number not within: it is taken whole, up to a long one's length.
function wordEdge(signs: readonly string[], at: number, step: 1 | -1): number {
  let edge = at;
  const inWord = (): boolean => [signs[edge - 1], signs[edge]].every((sign) => sign !== undefined && letter.test(sign));
  while (inWord() && Math.abs(edge - at) < longestWord) edge += step;
  return edge;
}

const letter = /[\p{Script=Latin}\d’']/u;
const longestWord = 16;

function isChange(run: DifferenceRun | undefined): boolean {
  return run !== undefined && run.kind !== 'same';
}
