import type { Recurring } from '#platform/jobs';
import { deliverDue, drain } from './send/deliver.ts';
import { fetchPage } from './kinds/site/fetch-page.ts';
import { readBack } from './read-back/read-back.ts';

/** The channels' work by the clock: let go what is due, and read back what was published, a few seconds after and until it was seen. */
export const recurring: readonly Recurring[] = [
  { name: 'channels.read-back', everySeconds: 3, run: async (ctx) => void (await readBack(ctx, fetchPage)) },
  { name: 'channels.deliver', everySeconds: 2, run: deliverDue, drain },
];
