import type { Manifest } from '#platform/manifest';

/** What the module people gives to the program. */
export const people: Manifest = { name: 'people' };
