import type { Manifest } from '#platform/manifest';

/** What the module volunteering gives to the program. */
export const volunteering: Manifest = { name: 'volunteering' };
