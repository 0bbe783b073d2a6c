import type { Manifest } from '#platform/manifest';

/** What the module portal gives to the program. */
export const portal: Manifest = { name: 'portal' };
