import type { Recurring } from '#platform/jobs';
import { forgetCounts } from './calls.ts';

/** The kind's work by the clock. */
export const recurring: readonly Recurring[] = [
  { name: 'channels.wechat-counts', everySeconds: 86_400, run: async (ctx) => void (await forgetCounts(ctx)) },
];
