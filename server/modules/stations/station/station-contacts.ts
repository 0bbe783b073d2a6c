import { codeOf, inWords, placeById, placesOf } from '#places';
import type { Tx } from '#platform/transaction';
import { hoursInWords } from './opening-hours.ts';
import { nearestStation, stationsOf } from './station-queries.ts';
import type { Station } from './station-queries.ts';

/** A station to call or to go to, in words for a public page. */
export interface StationContact {
  name: string;
  phone: string;
  address: string;
  hours: string;
  place: { code: string; name: string };
}

const most = 40;

/** The stations at a place and below it, in order; where there is none, the nearest above. */
export async function stationContacts(tx: Tx, placeId: string, language: 'zh-CN' | 'en'): Promise<StationContact[]> {
  const stations = await stationsOf(tx);
  const tree = placesOf(tx);
  const here = stations.filter((station) => tree.covers(placeId, station.placeId));
  const above = here.length > 0 ? undefined : nearestStation(tx, stations, placeId, 'village');
  return [...here, ...(above ? [above] : [])].slice(0, most).map((station) => contactOf(tx, station, language));
}

/** One of them. */
export function contactOf(tx: Tx, station: Station, language: 'zh-CN' | 'en'): StationContact {
  const place = placeById(tx, station.placeId);
  return {
    name: inWords(station.name, language),
    phone: station.phone,
    address: inWords(station.address, language),
    hours: hoursInWords(station.openingHours, language),
    place: { code: place ? codeOf(place) : '', name: place ? inWords(place.name, language) : '' },
  };
}
