import type { RandomShape } from '../server/modules/volunteering/matching/random-instance.ts';

const full = { overlaps: true, pairs: 0.2, twoTimes: 0.1 } as const;
/** The counties of the figures, each with what is asked of it. */
export const dispatchCounties: readonly { name: string; shape: RandomShape; gap: number; asked: string }[] = [
  {
    name: 'flow-2000',
    shape: { orders: 2_000, volunteers: 1_000, candidates: 30, seed: 1 },
    gap: 0,
    asked: '1 s, 150 MB',
  },
  { name: 'flow-10000', shape: { orders: 10_000, volunteers: 5_000, candidates: 30, seed: 1 }, gap: 0, asked: '4 s' },
  {
    name: 'week-2000',
    shape: { orders: 2_000, volunteers: 1_000, candidates: 30, seed: 1, ...full },
    gap: 0.001,
    asked: '30 s, 600 MB, 0.1 %',
  },
  {
    name: 'week-10000',
    shape: { orders: 10_000, volunteers: 5_000, candidates: 30, seed: 1, ...full },
    gap: 0.005,
    asked: '120 s, 1 %',
  },
];
