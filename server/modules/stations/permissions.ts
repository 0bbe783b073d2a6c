import { definePermissions } from '#platform/permits';

/** Who sees and keeps the stations. What the public needs (name, telephone, hours) stands on the public pages. */
export const stationPermissions = definePermissions('station', {
  'station.list': { signedIn: true },
  'station.open': { roles: ['coordinator', 'administrator'] },
  'station.change': { roles: ['coordinator', 'station-keeper', 'administrator'] },
});
