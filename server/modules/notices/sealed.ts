import type { SealedColumn } from '#platform/manifest';
import { hookSeal } from './hook/add-hook.ts';
import { outsideSeal } from './letter/write-letter.ts';
import { letterSeal } from './message/notify.ts';

/** What of this module is sealed under the installation's key. */
export const sealed: readonly SealedColumn[] = [
  { table: 'notices.messages', column: 'sealed_link', purpose: letterSeal, holds: 'bytes' },
  { table: 'notices.letters', column: 'sealed', purpose: outsideSeal, holds: 'bytes' },
  { table: 'notices.hooks', column: 'sealed', purpose: hookSeal, holds: 'bytes' },
];
