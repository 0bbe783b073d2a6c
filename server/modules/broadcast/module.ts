import type { Manifest } from '#platform/manifest';

/** What the module broadcast gives to the program. */
export const broadcast: Manifest = { name: 'broadcast' };
