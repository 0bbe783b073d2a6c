import { addUnit } from '#access';
import { personById } from '#people';
import { placeOrRefuse } from '#places';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { NewStation } from '../contract.ts';
import { stationForUpdate } from './station-queries.ts';
import type { Station } from './station-queries.ts';

/** Writes down a station with its unit and what it serves; asks nobody (verbs and seeds do). Refuses NotFound (404) for a place or keeper of another county. */
export async function addStation(tx: Tx, station: NewStation): Promise<Station> {
  placeOrRefuse(tx, station.placeId);
  await mustKnowKeeper(tx, station.keeperId);
  const unit = await addUnit(tx, { kind: 'station', placeId: station.placeId, name: station.name });
  await tx.named(
    'stations.add',
    `insert into stations.stations (county_id, id, level, place_id, name, phone, address, opening_hours, keeper_id, made_at, changed_at, degrees) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)`,
    [
      tx.countyId,
      unit.id,
      station.level,
      station.placeId,
      JSON.stringify(station.name),
      station.phone,
      JSON.stringify(station.address ?? {}),
      JSON.stringify(station.openingHours ?? []),
      station.keeperId ?? null,
      tx.at,
      station.degrees ? JSON.stringify(station.degrees) : null,
    ],
  );
  await setReach(tx, unit.id, [station.placeId, ...(station.alsoServes ?? [])]);
  return stationForUpdate(tx, unit.id);
}

/** Sets the places a station serves. */
export async function setReach(tx: Tx, stationId: string, placeIds: readonly string[]): Promise<void> {
  await tx.client.query('delete from stations.reaches where county_id = $1 and station_id = $2', [
    tx.countyId,
    stationId,
  ]);
  for (const placeId of new Set(placeIds)) {
    placeOrRefuse(tx, placeId);
    await tx.named(
      'stations.add-reach',
      'insert into stations.reaches (county_id, station_id, place_id) values ($1, $2, $3)',
      [tx.countyId, stationId, placeId],
    );
  }
}

/** Refuses NotFound (404) for a keeper who is nobody in this county. */
export async function mustKnowKeeper(tx: Tx, keeperId: string | null | undefined): Promise<void> {
  if (keeperId) found(await personById(tx, keeperId));
}
