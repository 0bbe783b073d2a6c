import type { Manifest } from '#platform/manifest';

/** What the module newsroom gives to the program. */
export const newsroom: Manifest = { name: 'newsroom' };
