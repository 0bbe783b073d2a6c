import { qrCode } from '#media';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { addressOf } from '#platform/county-address';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { NewKiosk, RegisteredKiosk } from '../contract.ts';
import { stationForUpdate } from '../station/station-queries.ts';
import { kioskHash, newKioskSecret } from './kiosk-queries.ts';

const linkMinutes = 30;

/** Registers a screen of the station. The answer holds the link that is opened on it, once, within half an hour of real time: nobody sees it again. */
export async function registerKiosk(
  ctx: Ctx,
  actor: Actor,
  stationId: string,
  request: NewKiosk,
): Promise<RegisteredKiosk> {
  return ctx.transaction(async (tx) => {
    const station = await stationForUpdate(tx, stationId);
    must(tx, actor, 'station.change', station);
    const id = newId<'kiosk'>();
    const link = newKioskSecret();
    const until = new Date(ctx.app.clock.now().getTime() + linkMinutes * 60_000);
    await tx.named(
      'stations.register-kiosk',
      'insert into stations.kiosks (county_id, id, station_id, stands_at, link_hash, link_expires_at, registered_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [tx.countyId, id, stationId, request.name, kioskHash(link), until, tx.at],
    );
    await audit(tx, actor, {
      act: 'station.register-kiosk',
      noun: 'station',
      subjectId: stationId,
      placeId: station.placeId,
    });
    const href = `${addressOf(ctx)}/large/kiosk/start/${link}`;
    return {
      kiosk: { id, name: request.name, registeredAt: tx.at.toISOString(), startedAt: null },
      href,
      until: until.toISOString(),
      qr: await qrCode(href),
    };
  });
}
