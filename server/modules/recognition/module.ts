import type { Manifest } from '#platform/manifest';

/** What the module recognition gives to the program. */
export const recognition: Manifest = { name: 'recognition' };
