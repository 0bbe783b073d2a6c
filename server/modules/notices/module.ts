import type { Manifest } from '#platform/manifest';

/** What the module notices gives to the program. */
export const notices: Manifest = { name: 'notices' };
