import type { SealedColumn } from '#platform/manifest';
import { codeSeal } from './order/notices/keep-notices.ts';

/** What of this module is sealed under the installation's key. */
export const sealed: readonly SealedColumn[] = [
  { table: 'volunteering.order_notices', column: 'sealed_code', purpose: codeSeal, holds: 'bytes' },
];
