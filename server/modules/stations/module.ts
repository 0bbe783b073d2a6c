import type { Manifest } from '#platform/manifest';
import { computerRoutes } from './http/computer-routes.ts';
import { stationRoutes } from './http/station-routes.ts';
import { stationPermissions } from './permissions.ts';
import { personalData } from './personal-data.ts';

/** What the module stations gives to the program. */
export const stations: Manifest = {
  name: 'stations',
  routes: [...stationRoutes, ...computerRoutes],
  permissions: [stationPermissions],
  personalData,
};
