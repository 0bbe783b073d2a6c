import type { SealedColumn } from '#platform/manifest';
import { secretPurpose } from './channel/secrets.ts';
import { tokenPurpose } from './kinds/wechat/access-token.ts';

/** What of this module is sealed under the installation's key. */
export const sealed: readonly SealedColumn[] = [
  { table: 'channels.channels', column: 'sealed_secret', purpose: secretPurpose, holds: 'bytes' },
  { table: 'channels.channels', column: 'sealed_former_secret', purpose: secretPurpose, holds: 'bytes' },
  { table: 'channels.wechat_accounts', column: 'sealed_token', purpose: tokenPurpose, holds: 'bytes' },
];
