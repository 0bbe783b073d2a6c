import type { Recurring } from '#platform/jobs';
import { indexPictures } from './picture/index-pictures.ts';
import { sweepRenditions } from './picture/sweep-renditions.ts';

/** The library's work by the clock. */
export const recurring: readonly Recurring[] = [
  { name: 'media.keep-renditions', everySeconds: 10, run: (ctx, signal) => sweepRenditions(ctx, 8_000, signal) },
  {
    name: 'media.index-pictures',
    everySeconds: 60,
    run: (ctx) => ctx.transaction((tx) => indexPictures(tx, 200)),
  },
];
