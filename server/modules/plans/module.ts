import type { Manifest } from '#platform/manifest';

/** What the module plans gives to the program. */
export const plans: Manifest = { name: 'plans' };
