import type { Line } from './lines.ts';

// Below this share of common letter pairs, two paragraphs are shown as one removed and one added, since nobody could read the words between each other.
const alike = 0.3;
// Signs of a line that are looked at.
const mostSigns = 2000;

/** How alike each line of the one list is to each of the other, 0 to 1, as a table of rows of `width`; 0 too where they are not alike enough to be paired.
 *  Counts common letter pairs through an index, so that unlike lines cost next to nothing. */
export function similarities(before: readonly Line[], after: readonly Line[], width: number): Float64Array {
  const scores = new Float64Array((before.length + 1) * width);
  const pairsAfter = after.map(letterPairs);
  const index = indexOf(pairsAfter);
  for (const [i, line] of before.entries()) {
    const pairs = letterPairs(line);
    const common = new Uint16Array(after.length);
    for (const pair of pairs) for (const j of index.get(pair) ?? []) common[j] = (common[j] ?? 0) + 1;
    for (const [j, other] of after.entries())
      scores[i * width + j] = similarity(line, other, common[j] ?? 0, pairs.size + (pairsAfter[j]?.size ?? 0));
  }
  return scores;
}

/** Which lines hold a letter pair. */
function indexOf(lines: readonly Set<number>[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  for (const [j, pairs] of lines.entries()) {
    for (const pair of pairs) {
      const holders = index.get(pair);
      if (holders === undefined) index.set(pair, [j]);
      else holders.push(j);
    }
  }
  return index;
}

/** A picture pairs with a picture only, and with the same one before any other; two wordless lines of one kind pair. */
function similarity(a: Line, b: Line, common: number, total: number): number {
  const special =
    a.form.kind === 'figure' || a.form.kind === 'rule' || b.form.kind === 'figure' || b.form.kind === 'rule';
  if (special && a.form.kind !== b.form.kind) return 0;
  if (a.figure !== undefined && a.figure.hash === b.figure?.hash) return 1;
  if (total === 0) return a.form.kind === b.form.kind ? alike : 0;
  const share = (2 * common) / total;
  return share < alike ? 0 : share;
}

/** The different pairs of neighbouring UTF-16 units, the first one also alone; which picture it is plays no part. */
function letterPairs(line: Line): Set<number> {
  const text = line.pieces
    .map((piece) => (piece.part === 'picture' ? '' : piece.text))
    .join('')
    .slice(0, mostSigns);
  const pairs = new Set<number>();
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    pairs.add(last * 65536 + unit);
    last = unit;
  }
  return pairs;
}
