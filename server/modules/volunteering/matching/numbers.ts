/** The element, known to be there: the solvers walk their arrays by counted loops, and TypeScript cannot see the bounds. */
export const int = (list: Int32Array, at: number): number => list[at] as number;
export const real = (list: Float64Array, at: number): number => list[at] as number;

/** Random numbers in [0, 1) that are the same for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sums smaller than this are the dust of floating point. */
export const dust = 1e-9;
