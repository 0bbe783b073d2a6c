import type { Manifest } from '#platform/manifest';

/** What the module reports gives to the program. */
export const reports: Manifest = { name: 'reports' };
