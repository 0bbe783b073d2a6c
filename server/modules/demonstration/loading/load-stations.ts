import { placeByCode } from '#places';
import { addStation } from '#stations';
import { refuse } from '#platform/refuse';
import { demonstrationStations } from '../content/people.ts';
import type { Teller } from './teller.ts';

/** The county centre, 12 town stations and 24 village posts, each with its keeper. */
export async function loadStations(teller: Teller): Promise<void> {
  for (const station of demonstrationStations) {
    teller.hoursAgo(24 * 99);
    await teller.once(`station:${station.key}`, async (tx) => {
      const made = await addStation(tx, {
        level: station.level,
        placeId: (placeByCode(tx, station.placeCode) ?? refuse('NotFound')).id,
        name: { 'zh-CN': station.zh, en: station.en },
        phone: station.telephone,
        openingHours: station.openingHours.map(({ weekdays, from, to }) => ({ weekdays: [...weekdays], from, to })),
        keeperId: teller.id(`person:${station.keeperKey}`),
      });
      return made.id;
    });
  }
}
