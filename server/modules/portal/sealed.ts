import type { SealedColumn } from '#platform/manifest';
import { secretPurpose } from './hub/ask-hub.ts';

/** What of this module is sealed under the installation's key. */
export const sealed: readonly SealedColumn[] = [
  { table: 'portal.hub_requests', column: 'sealed_secret', purpose: secretPurpose, holds: 'bytes' },
  { table: 'portal.hub_subscriptions', column: 'sealed_secret', purpose: secretPurpose, holds: 'bytes' },
];
