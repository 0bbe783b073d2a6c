import { commonSequence } from './common-sequence.ts';
import { lineKey, type Line } from './lines.ts';
import { similarities } from './similarity.ts';

/** A line of each side that belong together, or of one side alone. */
export type LinePair =
  | { before: Line; after: Line }
  | { before: Line; after?: undefined }
  | { before?: undefined; after: Line };

// Lines of a gap that are compared each with each; larger gaps are taken in pieces of this many.
const gapLines = 100;

/** Brings the lines of two texts together: unchanged ones first, then, between those, the most similar ones in their order. Language, title and deck always pair. */
export function pairLines(before: readonly Line[], after: readonly Line[]): LinePair[] {
  const pairs: LinePair[] = before.slice(0, 3).flatMap((line, i) => pairOf(line, after[i]));
  const a = before.slice(3);
  const b = after.slice(3);
  const numbers = new Map<string, number>();
  const numbered = (line: Line): number => numberOf(numbers, lineKey(line));
  let i = 0;
  let j = 0;
  for (const [sameA, sameB] of [...commonSequence(a.map(numbered), b.map(numbered)), [a.length, b.length] as const]) {
    pairs.push(...pairGap(a.slice(i, sameA), b.slice(j, sameB)), ...pairOf(a[sameA], b[sameB]));
    i = sameA + 1;
    j = sameB + 1;
  }
  return pairs;
}

/** The number that stands for a string in one comparison. */
export function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

function pairOf(before: Line | undefined, after: Line | undefined): LinePair[] {
  if (before !== undefined && after !== undefined) return [{ before, after }];
  if (before !== undefined) return [{ before }];
  return after === undefined ? [] : [{ after }];
}

function pairGap(before: readonly Line[], after: readonly Line[]): LinePair[] {
  if (before.length === 0 || after.length === 0)
    return [...before.flatMap((line) => pairOf(line, undefined)), ...after.flatMap((line) => pairOf(undefined, line))];
  const pieces = Math.ceil(Math.max(before.length, after.length) / gapLines);
  const part = <T>(list: readonly T[], i: number): T[] =>
    list.slice(Math.round((i * list.length) / pieces), Math.round(((i + 1) * list.length) / pieces));
  return Array.from({ length: pieces }, (_, i) => pairSimilar(part(before, i), part(after, i))).flat();
}

/** The pairing in order with the largest sum of similarities (dynamic programming). */
function pairSimilar(before: readonly Line[], after: readonly Line[]): LinePair[] {
  const width = after.length + 1;
  const score = similarities(before, after, width);
  const best = new Float64Array(score.length);
  const at = (list: Float64Array, i: number, j: number): number => list[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const similar = at(score, i, j);
      best[i * width + j] = Math.max(
        at(best, i + 1, j),
        at(best, i, j + 1),
        similar > 0 ? similar + at(best, i + 1, j + 1) : 0,
      );
    }
  }
  const pairs: LinePair[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const here = i < before.length && j < after.length ? at(best, i, j) : -1;
    if (here > 0 && at(score, i, j) > 0 && here === at(score, i, j) + at(best, i + 1, j + 1))
      pairs.push(...pairOf(before[i++], after[j++]));
    else if (i < before.length && (j === after.length || here === at(best, i + 1, j)))
      pairs.push(...pairOf(before[i++], undefined));
    else pairs.push(...pairOf(undefined, after[j++]));
  }
  return pairs;
}
