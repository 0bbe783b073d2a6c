import type { Manifest } from '#platform/manifest';

/** What the module learning gives to the program. */
export const learning: Manifest = { name: 'learning' };
