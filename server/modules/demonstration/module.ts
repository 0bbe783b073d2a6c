import type { Manifest } from '#platform/manifest';

/** What the module demonstration gives to the program. */
export const demonstration: Manifest = { name: 'demonstration' };
