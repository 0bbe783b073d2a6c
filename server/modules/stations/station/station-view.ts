import { displayNames } from '#people';
import { placeById, placeLine } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { StationView } from '../contract.ts';
import type { Station } from './station-queries.ts';

/** Stations as screens show them; the keeper's name for those who are signed in. */
export async function stationViews(tx: Tx, actor: Actor, stations: readonly Station[]): Promise<StationView[]> {
  const names = await displayNames(
    tx,
    stations.flatMap((station) => station.keeperId ?? []),
  );
  return stations.flatMap((station) => {
    const place = placeById(tx, station.placeId);
    if (!place) return [];
    const also = station.alsoServes.flatMap((id) => placeById(tx, id) ?? []);
    return [
      {
        id: station.id,
        level: station.level,
        place: placeLine(place),
        name: station.name,
        phone: station.phone,
        address: station.address,
        openingHours: [...station.openingHours],
        keeperId: station.keeperId,
        keeperName: station.keeperId ? (names.get(station.keeperId) ?? null) : null,
        serves: [place, ...also].map(placeLine),
        degrees: station.degrees,
        closed: station.closed,
        version: station.version,
        abilities: abilitiesOn(tx, actor, 'station', station),
      },
    ];
  });
}
