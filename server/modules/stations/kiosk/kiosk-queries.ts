import { createHash, randomBytes } from 'node:crypto';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { stationById } from '../station/station-queries.ts';
import type { Station } from '../station/station-queries.ts';

/** A station's screen (自助屏). `startedAt`: since when a browser shows it. */
export interface Kiosk {
  readonly id: string;
  readonly stationId: string;
  readonly name: string;
  readonly linkExpiresAt: Date;
  readonly registeredAt: Date;
  readonly startedAt: Date | null;
}

const columns = `k.id, k.station_id as "stationId", k.stands_at as name, k.link_expires_at as "linkExpiresAt", k.registered_at as "registeredAt", k.started_at as "startedAt"`;

/** A fresh secret of 256 random bits, base64url. */
export const newKioskSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of it: SHA-256, hexadecimal. */
export const kioskHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The kiosks of a station that were not ended, oldest first. */
export const kiosksOf = (tx: Tx, stationId: string): Promise<Kiosk[]> =>
  tx.named<Kiosk>(
    'stations.kiosks',
    `select ${columns} from stations.kiosks k where k.county_id = $1 and k.station_id = $2 and k.ended_at is null order by k.registered_at, k.id`,
    [tx.countyId, stationId],
  );

/** One of them, locked, or 404. */
export async function kioskForUpdate(tx: Tx, stationId: string, id: string): Promise<Kiosk> {
  const [row] = await tx.named<Kiosk>(
    'stations.kiosk-lock',
    `select ${columns} from stations.kiosks k where k.county_id = $1 and k.station_id = $2 and k.id = $3 and k.ended_at is null for update`,
    [tx.countyId, stationId, id],
  );
  return found(row);
}

/** The kiosk to which this link belongs, locked; undefined for a link that was used, is over, or never was. */
export async function kioskByLink(tx: Tx, link: string): Promise<Kiosk | undefined> {
  const [row] = await tx.named<Kiosk>(
    'stations.kiosk-by-link',
    `select ${columns} from stations.kiosks k where k.county_id = $1 and k.link_hash = $2 and k.ended_at is null and k.started_at is null for update`,
    [tx.countyId, kioskHash(link)],
  );
  return row && row.linkExpiresAt > tx.ctx.app.clock.now() ? row : undefined;
}

/** The kiosk whose browser holds this secret, with its station; undefined once it or the station was ended. */
export async function kioskBySecret(tx: Tx, secret: string): Promise<{ kiosk: Kiosk; station: Station } | undefined> {
  if (secret === '') return undefined;
  const [kiosk] = await tx.named<Kiosk>(
    'stations.kiosk-by-secret',
    `select ${columns} from stations.kiosks k where k.county_id = $1 and k.secret_hash = $2 and k.ended_at is null`,
    [tx.countyId, kioskHash(secret)],
  );
  const station = kiosk && (await stationById(tx, kiosk.stationId));
  return kiosk && station && !station.closed ? { kiosk, station } : undefined;
}

/** At which station's kiosk, by its id; ended ones too. */
export async function stationOfKiosk(tx: Tx, id: string): Promise<Station | undefined> {
  const [row] = await tx.named<{ stationId: string }>(
    'stations.station-of-kiosk',
    'select station_id as "stationId" from stations.kiosks where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  return row && stationById(tx, row.stationId);
}
