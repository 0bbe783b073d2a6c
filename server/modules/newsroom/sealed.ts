import type { SealedColumn } from '#platform/manifest';
import { secretPurpose } from './mail/mailbox-queries.ts';

/** What of this module is sealed under the installation's key. */
export const sealed: readonly SealedColumn[] = [
  { table: 'newsroom.mailboxes', column: 'sealed_secret', purpose: secretPurpose, holds: 'bytes' },
];
