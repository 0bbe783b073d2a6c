import type { SealedColumn } from '#platform/manifest';
import { passkeySeal } from './demonstration/server-held-passkey.ts';
import { totpSeal } from './totp/check-code.ts';

/** What of this module is sealed under the installation's key. */
export const sealed: readonly SealedColumn[] = [
  { table: 'access.accounts', column: 'totp_secret', purpose: totpSeal, holds: 'bytes' },
  { table: 'access.passkeys', column: 'sealed_private_key', purpose: passkeySeal, holds: 'bytes' },
];
