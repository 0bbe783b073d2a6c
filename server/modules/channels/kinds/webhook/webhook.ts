import type { WebhookSettings } from '../../contract.ts';
import type { Kind } from '../kind.ts';

/** A receiver that another program runs: told by a signed call with a ninjs body, of a new edition as of a withdrawal. Its own copy is edited in place by whoever runs it. */
export const webhook: Kind<WebhookSettings> = {
  key: 'webhook',
  capabilities: () => ({
    correct: 'edit',
    withdraw: 'delete',
    endsNotices: true,
    readsBack: false,
    carrier: 'program',
  }),
};
