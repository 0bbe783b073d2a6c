import type { Manifest } from '#platform/manifest';
import { stationRoutes } from './http/station-routes.ts';
import { stationPermissions } from './permissions.ts';
import { personalData } from './personal-data.ts';

/** What the module stations gives to the program. */
export const stations: Manifest = {
  name: 'stations',
  routes: stationRoutes,
  permissions: [stationPermissions],
  personalData,
};
