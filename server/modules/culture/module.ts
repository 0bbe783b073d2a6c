import type { Manifest } from '#platform/manifest';

/** What the module culture gives to the program. */
export const culture: Manifest = { name: 'culture' };
