export { addStation } from './station/add-station.ts';
export { openStation } from './station/open-station.ts';
export { hoursInWords } from './station/opening-hours.ts';
export { nearestStation, stationById, stationFor, stationsByIds, stationsOf } from './station/station-queries.ts';
export type { Station } from './station/station-queries.ts';
export { stationChanged } from './events.ts';
export { contactOf, stationContacts } from './station/station-contacts.ts';
export type { StationContact } from './station/station-contacts.ts';
