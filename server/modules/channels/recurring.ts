import { dueBy } from '#platform/due';
import type { Recurring } from '#platform/recurring';
import type { Ctx } from '#platform/transaction';
import { endNotices } from './copy/end-notices.ts';
import { holdNotices } from './copy/hold-notices.ts';
import { bringCopiesForward } from './send/bring-forward.ts';
import { deliverDue, drain } from './send/deliver.ts';
import { fetchPage } from './kinds/site/fetch-page.ts';
import { readBack } from './read-back/read-back.ts';

// What has ended, and what goes on after all.
async function tellTimes(ctx: Ctx): Promise<void> {
  await endNotices(ctx);
  await holdNotices(ctx);
}

/** The channels' work by the clock: let go what is due, tell of notices that ended, read back what was published, a few seconds after and until it was seen, and put right what a wrong clock wrote down. */
export const recurring: readonly Recurring[] = [
  {
    name: 'channels.read-back',
    everySeconds: 3,
    due: dueBy('channels.due_looks'),
    run: async (ctx) => void (await readBack(ctx, fetchPage)),
  },
  { name: 'channels.end-notices', everySeconds: 10, due: dueBy('channels.due_times'), run: tellTimes },
  {
    name: 'channels.deliver',
    everySeconds: 2,
    due: dueBy('channels.due_deliveries'),
    countiesAtOnce: 4,
    run: deliverDue,
    drain,
  },
  bringCopiesForward,
];
