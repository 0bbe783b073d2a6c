// Edits that Myers' search follows before a stretch is split at words that occur once on both sides; its cost grows with the square.
const mostEdits = 100;

type Range = { aFrom: number; aTo: number; bFrom: number; bTo: number };

/** Pairs of positions of a common subsequence of two lists of numbers, in order. The longest one where the lists differ in up to 100 places; beyond, the
 *  search goes on between unique common elements (patience), so that the cost stays near linear for long texts. */
export function commonSequence(a: readonly number[], b: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  matchRange(a, b, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, pairs);
  return pairs;
}

function matchRange(a: readonly number[], b: readonly number[], range: Range, pairs: [number, number][]): void {
  let { aFrom, aTo, bFrom, bTo } = range;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) pairs.push([aFrom++, bFrom++]);
  let tail = 0;
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--;
    bTo--;
    tail++;
  }
  if (aFrom < aTo && bFrom < bTo) matchMiddle(a, b, { aFrom, aTo, bFrom, bTo }, pairs);
  for (let i = 0; i < tail; i++) pairs.push([aTo + i, bTo + i]);
}

function matchMiddle(a: readonly number[], b: readonly number[], range: Range, pairs: [number, number][]): void {
  const exact = shortestEdit(a, b, range);
  if (exact !== undefined) return void pairs.push(...exact);
  let { aFrom, bFrom } = range;
  for (const [i, j] of uniqueAnchors(a, b, range)) {
    if (i < aFrom || j < bFrom) continue;
    matchRange(a, b, { aFrom, aTo: i, bFrom, bTo: j }, pairs);
    pairs.push([i, j]);
    aFrom = i + 1;
    bFrom = j + 1;
  }
  if (aFrom > range.aFrom) matchRange(a, b, { aFrom, aTo: range.aTo, bFrom, bTo: range.bTo }, pairs);
}

/** Myers 1986, greedy: the pairs of the longest common subsequence, or undefined when more than `mostEdits` are needed. */
function shortestEdit(a: readonly number[], b: readonly number[], range: Range): [number, number][] | undefined {
  const n = range.aTo - range.aFrom;
  const m = range.bTo - range.bFrom;
  const most = Math.min(n + m, mostEdits);
  if (Math.abs(n - m) > most) return undefined;
  const reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(reach, middle + k - 1) < at(reach, middle + k + 1));
      let x = down ? at(reach, middle + k + 1) : at(reach, middle + k - 1) + 1;
      while (x < n && x - k < m && a[range.aFrom + x] === b[range.bFrom + x - k]) x++;
      reach[middle + k] = x;
      if (x >= n && x - k >= m) return walkBack(trace, range, n, m);
    }
  }
  return undefined;
}

function walkBack(trace: readonly Int32Array[], range: Range, n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let x = n;
  let y = m;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] ?? new Int32Array();
    const k = x - y;
    const down = k === -edits || (k !== edits && at(reach, edits + k) < at(reach, edits + k + 2));
    const from = edits === 0 ? 0 : down ? at(reach, edits + k + 2) : at(reach, edits + k);
    const start = edits === 0 ? 0 : down ? from : from + 1;
    while (x > start) pairs.push([range.aFrom + --x, range.bFrom + --y]);
    x = from;
    y = down ? from - k - 1 : from - k + 1;
  }
  return pairs.reverse();
}

/** Elements that occur exactly once on each side, as the longest chain that runs the same way on both. */
function uniqueAnchors(a: readonly number[], b: readonly number[], range: Range): [number, number][] {
  const inA = uniquePositions(a, range.aFrom, range.aTo);
  const inB = uniquePositions(b, range.bFrom, range.bTo);
  const pairs: [number, number][] = [];
  for (const [value, i] of inA) {
    const j = inB.get(value);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return longestRising(pairs.sort((p, q) => p[0] - q[0]));
}

/** Position of each value; -1 when it occurs more than once. */
function uniquePositions(list: readonly number[], from: number, to: number): Map<number, number> {
  const positions = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const value = list[i] ?? 0;
    positions.set(value, positions.has(value) ? -1 : i);
  }
  return positions;
}

function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const piles: number[] = [];
  const before: number[] = [];
  for (const [index, [, j]] of pairs.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (piles[low - 1] ?? -1) : -1);
    piles[low] = index;
  }
  const chain: [number, number][] = [];
  for (let index = piles[piles.length - 1] ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}

function at(list: Int32Array, index: number): number {
  return list[index] ?? 0;
}
