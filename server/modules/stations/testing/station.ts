import type { Tx } from '#platform/transaction';
import { addStation } from '../station/add-station.ts';
import type { Station } from '../station/station-queries.ts';

/** A station at a place for tests, with a telephone that nobody has. */
export const addTestStation = (
  tx: Tx,
  placeId: string,
  level: 'county' | 'town' | 'village' = 'town',
): Promise<Station> =>
  addStation(tx, {
    level,
    placeId,
    name: { 'zh-CN': '服务所', en: 'Service Station' },
    phone: '0000-1212345',
    openingHours: [{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '17:30' }],
  });
