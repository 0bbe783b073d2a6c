import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Tx } from '#platform/transaction';
import { stationById } from '../station/station-queries.ts';
import type { Station } from '../station/station-queries.ts';
import { kioskByLink, kioskHash, newKioskSecret } from './kiosk-queries.ts';

/** The station whose kiosk this link would start; undefined when it does nothing. Changes nothing. */
export async function kioskToStart(tx: Tx, link: string): Promise<Station | undefined> {
  const kiosk = await kioskByLink(tx, link);
  return kiosk && stationById(tx, kiosk.stationId);
}

/** The browser that opened the link is the kiosk from now on: answers the secret it keeps. Undefined when the link does nothing (used, over, ended). */
export async function startKiosk(tx: Tx, actor: Actor, link: string): Promise<string | undefined> {
  const kiosk = await kioskByLink(tx, link);
  if (!kiosk) return undefined;
  const secret = newKioskSecret();
  await tx.named(
    'stations.start-kiosk',
    'update stations.kiosks set secret_hash = $3, started_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, kiosk.id, kioskHash(secret), tx.at],
  );
  const station = await stationById(tx, kiosk.stationId);
  await audit(tx, actor, {
    act: 'station.start-kiosk',
    noun: 'station',
    subjectId: kiosk.stationId,
    placeId: station?.placeId ?? null,
  });
  return secret;
}
