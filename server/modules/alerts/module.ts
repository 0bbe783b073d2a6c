import type { Manifest } from '#platform/manifest';

/** What the module alerts gives to the program. */
export const alerts: Manifest = { name: 'alerts' };
