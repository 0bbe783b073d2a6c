import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { KioskList } from '../contract.ts';
import { stationById } from '../station/station-queries.ts';
import { kiosksOf } from './kiosk-queries.ts';

/** A station's kiosks, for whoever keeps it. */
export const listKiosks = (ctx: Ctx, actor: Actor, stationId: string): Promise<KioskList> =>
  ctx.transaction(async (tx) => {
    must(tx, actor, 'station.change', found(await stationById(tx, stationId)));
    return kioskLines(tx, stationId);
  });

/** The same, asked for by a verb. A link that ran out unused is left out. */
export async function kioskLines(tx: Tx, stationId: string): Promise<KioskList> {
  const now = tx.ctx.app.clock.now();
  const items = (await kiosksOf(tx, stationId)).filter((kiosk) => kiosk.startedAt || kiosk.linkExpiresAt > now);
  return {
    items: items.map(({ id, name, registeredAt, startedAt }) => ({
      id,
      name,
      registeredAt: registeredAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
    })),
    total: items.length,
  };
}
