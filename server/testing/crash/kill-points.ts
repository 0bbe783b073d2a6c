import fc from 'fast-check';

/** Where one run of the program ends. */
export interface KillPoint {
  /** As `XIANGYIN_FAILPOINTS` takes it; empty: no place, a moment. */
  readonly failpoint: string;
  /** It is killed so long after the publication was asked for, if it still lives. */
  readonly afterMilliseconds: number;
}

/** Places on the way of a copy: each is passed a few times in a publication. */
const places = [
  'copy-claimed',
  'copy-sent-before-receipt',
  'copy-after-receipt',
  'activitypub-posted-before-settled',
  'letters-claimed',
  'letters-posted',
] as const;
/** Passed at every commit of the program: the claims, the plans, the posts of the platform, the receipts. */
const commits = ['before-commit', 'after-commit'] as const;
/** By then everything of a publication was sent; a place that was not reached is given up. */
const longestMilliseconds = 5_000;

const atPlace = fc
  .tuple(fc.constantFrom(...places), fc.integer({ min: 1, max: 3 }))
  .map(([place, times]) => ({ failpoint: `${place}:kill=${times}`, afterMilliseconds: longestMilliseconds }));
const atCommit = fc
  .tuple(fc.constantFrom(...commits), fc.integer({ min: 1, max: 90 }))
  .map(([place, times]) => ({ failpoint: `${place}:kill=${times}`, afterMilliseconds: longestMilliseconds }));
const atMoment = fc.integer({ min: 0, max: 4_000 }).map((afterMilliseconds) => ({ failpoint: '', afterMilliseconds }));

/** So many ends, drawn by chance: a third each at places on a copy's way, at commits, at moments of the clock. The same seed draws the same. */
export const killPoints = (seed: number, count: number): KillPoint[] =>
  fc.sample(fc.oneof(atPlace, atCommit, atMoment), { seed, numRuns: count });
