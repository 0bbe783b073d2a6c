import type { Kind } from '../kind.ts';

/** The county's own site: its page is made from the edition itself, so nothing is sent. */
export const site: Kind = {
  key: 'site',
  capabilities: { correct: 'edit', withdraw: 'edit', endsNotices: true, readsBack: true },
};
