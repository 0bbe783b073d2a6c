import type { Manifest } from '#platform/manifest';

/** What the module channels gives to the program. */
export const channels: Manifest = { name: 'channels' };
