import type { Manifest } from '#platform/manifest';

/** What the module stations gives to the program. */
export const stations: Manifest = { name: 'stations' };
