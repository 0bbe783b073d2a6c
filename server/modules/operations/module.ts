import type { Manifest } from '#platform/manifest';

/** What the module operations gives to the program. */
export const operations: Manifest = { name: 'operations' };
