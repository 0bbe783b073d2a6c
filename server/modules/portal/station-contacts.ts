import { codeOf, inWords, placeName, placesOf } from '#places';
import type { Tx } from '#platform/transaction';
import { hoursInWords, stationsOf } from '#stations';
import type { StationContact } from '#volunteering/page-contract';

/** The stations to go to from a place: those on the way up to the county, nearest first, and those right below it. */
export async function stationContacts(tx: Tx, placeId: string, language: 'zh-CN' | 'en'): Promise<StationContact[]> {
  const tree = placesOf(tx);
  const near = [...tree.path(placeId).toReversed(), ...tree.children(placeId)].map((place) => place.id);
  const stations = (await stationsOf(tx))
    .filter((station) => near.includes(station.placeId))
    .toSorted((a, b) => near.indexOf(a.placeId) - near.indexOf(b.placeId));
  return stations.slice(0, 5).flatMap((station) => {
    const place = tree.byId(station.placeId);
    if (!place) return [];
    return [
      {
        name: inWords(station.name, language),
        phone: station.phone,
        address: inWords(station.address, language),
        hours: hoursInWords(station.openingHours, language),
        place: { code: codeOf(place), name: placeName(place, language) },
      },
    ];
  });
}
