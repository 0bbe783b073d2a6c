import type { SealedColumn } from '#platform/manifest';
import { formSeal } from './consent/attach-form.ts';

/** What of this module is sealed under the installation's key. */
export const sealed: readonly SealedColumn[] = [
  { table: 'media.consents', column: 'form_hash', purpose: formSeal, holds: 'file' },
];
