import type { Capabilities } from '../kind.ts';

/** The county's own site: its page is made from the edition itself, so nothing is sent and no channel of the county is needed. */
export const site = {
  capabilities: (): Capabilities => ({
    correct: 'edit',
    withdraw: 'edit',
    endsNotices: true,
    readsBack: true,
    carrier: 'edition',
  }),
};
