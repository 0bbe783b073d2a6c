import type { Manifest } from '#platform/manifest';

/** What the module access gives to the program. */
export const access: Manifest = { name: 'access' };
