import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { KioskList } from '../contract.ts';
import { stationForUpdate } from '../station/station-queries.ts';
import { kioskForUpdate } from './kiosk-queries.ts';
import { kioskLines } from './kiosk-list.ts';

/** The screen is the station's no more: what it shows from the next touch on says so. Answers those that are left. */
export async function endKiosk(ctx: Ctx, actor: Actor, stationId: string, id: string): Promise<KioskList> {
  return ctx.transaction(async (tx) => {
    const station = await stationForUpdate(tx, stationId);
    must(tx, actor, 'station.change', station);
    const kiosk = await kioskForUpdate(tx, stationId, id);
    await tx.named('stations.end-kiosk', 'update stations.kiosks set ended_at = $3 where county_id = $1 and id = $2', [
      tx.countyId,
      kiosk.id,
      tx.at,
    ]);
    await audit(tx, actor, {
      act: 'station.end-kiosk',
      noun: 'station',
      subjectId: stationId,
      placeId: station.placeId,
    });
    return kioskLines(tx, stationId);
  });
}
