import { placesOf } from '#places';
import type { Degrees } from '#places/contract';
import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { StationLevel, WeekWindow } from '../contract.ts';

/** A station (实践中心·所·站). `id` and `unitId` are one: grants may be narrowed to it. */
export interface Station {
  readonly id: string;
  readonly unitId: string;
  readonly level: StationLevel;
  readonly placeId: string;
  readonly name: Words;
  readonly phone: string;
  readonly address: Words;
  readonly openingHours: readonly WeekWindow[];
  readonly keeperId: string | null;
  readonly degrees: Degrees | null;
  readonly version: number;
  readonly closed: boolean;
  /** Places served besides its own, each with all below. */
  readonly alsoServes: readonly string[];
}

const columns = `s.id, s.id as "unitId", s.level, s.place_id as "placeId", s.name, s.phone, s.address, s.opening_hours as "openingHours", s.keeper_id as "keeperId", s.degrees, s.version,
  s.closed_at is not null as closed,
  array(select r.place_id::text from stations.reaches r where r.county_id = s.county_id and r.station_id = s.id and r.place_id <> s.place_id order by r.place_id) as "alsoServes"`;

/** The open stations of the county, in order of their places. */
export async function stationsOf(tx: Tx): Promise<Station[]> {
  const rows = await tx.named<Station>(
    'stations.all',
    `select ${columns} from stations.stations s where s.county_id = $1 and s.closed_at is null`,
    [tx.countyId],
  );
  const tree = placesOf(tx);
  return rows.toSorted((a, b) => (tree.byId(a.placeId)?.lo ?? 0) - (tree.byId(b.placeId)?.lo ?? 0));
}

/** The station, or undefined; closed ones too. */
export async function stationById(tx: Tx, id: string): Promise<Station | undefined> {
  const [row] = await tx.named<Station>(
    'stations.one',
    `select ${columns} from stations.stations s where s.county_id = $1 and s.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** The stations by their ids. */
export async function stationsByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, Station>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<Station>(
    'stations.by-ids',
    `select ${columns} from stations.stations s where s.county_id = $1 and s.id = any($2::uuid[])`,
    [tx.countyId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The station, locked, or 404. */
export async function stationForUpdate(tx: Tx, id: string): Promise<Station> {
  const [row] = await tx.named<Station>(
    'stations.lock',
    `select ${columns} from stations.stations s where s.county_id = $1 and s.id = $2 for update of s`,
    [tx.countyId, id],
  );
  return found(row);
}

const levels: readonly StationLevel[] = ['county', 'town', 'village'];

/** The station that answers for a place: the nearest on the way up from it whose level is at or above `level`; undefined in a county without stations. */
export async function stationFor(
  tx: Tx,
  placeId: string,
  level: StationLevel = 'village',
): Promise<Station | undefined> {
  return nearestStation(tx, await stationsOf(tx), placeId, level);
}

/** As `stationFor`, among stations already read. */
export function nearestStation(
  tx: Tx,
  stations: readonly Station[],
  placeId: string,
  level: StationLevel,
): Station | undefined {
  const tree = placesOf(tx);
  const lowest = levels.indexOf(level);
  for (const place of tree.path(placeId).toReversed()) {
    const here = stations.filter(
      (station) =>
        levels.indexOf(station.level) <= lowest && [station.placeId, ...station.alsoServes].includes(place.id),
    );
    const station = here.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
    if (station) return station;
  }
  return undefined;
}
