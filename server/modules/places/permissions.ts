import { definePermissions } from '#platform/permits';

/** The tree is public; only administrators change it. */
export const placePermissions = definePermissions('place', {
  'place.see': { everybody: true },
  'place.create': { roles: ['administrator'], strong: true },
  'place.change': { roles: ['administrator'], strong: true },
  'place.move': { roles: ['administrator'], strong: true },
  'place.end': { roles: ['administrator'], strong: true },
});
