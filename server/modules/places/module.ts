import type { Manifest } from '#platform/manifest';

/** What the module places gives to the program. */
export const places: Manifest = { name: 'places' };
