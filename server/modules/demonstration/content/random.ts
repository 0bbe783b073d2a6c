/** A source of repeatable chance: the same seed gives the same demonstration on every machine. */
export interface Chance {
  /** At least 0, below 1. */
  fraction(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** One of `things`, which must not be empty. */
  pick<T>(things: readonly T[]): T;
  /** True in `share` of all cases. */
  happens(share: number): boolean;
  /** A new list with the same things in another order. */
  shuffled<T>(things: readonly T[]): T[];
}

/** Mulberry32: 32 bits of state are plenty for a few thousand draws, and it needs nothing of the machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a over the UTF-16 units, so that a name can be a seed. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Chance from a number or a name. */
export function chanceFrom(seed: number | string): Chance {
  const next = mulberry32(typeof seed === 'number' ? seed : seedOf(seed));
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(things: readonly T[]): T => {
    const thing = things[between(0, things.length - 1)];
    if (thing === undefined) throw new RangeError('nothing to pick from');
    return thing;
  };
  const shuffled = <T>(things: readonly T[]): T[] =>
    things
      .map((thing) => ({ thing, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ thing }) => thing);
  return { fraction: next, between, pick, happens: (share) => next() < share, shuffled };
}
