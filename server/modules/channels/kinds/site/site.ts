import type { Kind } from '../kind.ts';

/** The county's own site: its page is made from the edition itself, so nothing is sent. */
export const site: Kind<null> = {
  key: 'site',
  capabilities: () => ({ correct: 'edit', withdraw: 'edit', endsNotices: true, readsBack: true, carrier: 'edition' }),
};
