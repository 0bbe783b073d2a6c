import type { Manifest } from '#platform/manifest';

/** What the module audience gives to the program. */
export const audience: Manifest = { name: 'audience' };
