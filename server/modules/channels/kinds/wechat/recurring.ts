import type { Recurring } from '#platform/recurring';
import { bringTokensForward } from './bring-forward.ts';
import { forgetCounts } from './calls.ts';
import { countReaders } from './count-readers.ts';

/** The kind's work by the clock. */
export const recurring: readonly Recurring[] = [
  { name: 'channels.wechat-readers', everySeconds: 3_600, run: countReaders },
  {
    name: 'channels.wechat-counts',
    everySeconds: 86_400,
    cannotBeUndone: true,
    run: async (ctx) => void (await forgetCounts(ctx)),
  },
  bringTokensForward,
];
