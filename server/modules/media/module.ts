import type { Manifest } from '#platform/manifest';

/** What the module media gives to the program. */
export const media: Manifest = { name: 'media' };
