import { endComputer } from '#access';
import type { ComputerList } from '#access/contract';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { stationForUpdate } from '../station/station-queries.ts';
import { computerLines } from './register-computer.ts';

/** A computer that was lost or taken away: its PINs are gone and its sessions end at once. Answers those that are left. Refuses: NotFound (404). */
export async function endStationComputer(ctx: Ctx, actor: Actor, stationId: string, id: string): Promise<ComputerList> {
  return ctx.transaction(async (tx) => {
    const station = await stationForUpdate(tx, stationId);
    must(tx, actor, 'station.change', station);
    await endComputer(tx, actor, station.unitId, id);
    await audit(tx, actor, {
      act: 'station.end-computer',
      noun: 'station',
      subjectId: stationId,
      placeId: station.placeId,
    });
    return computerLines(tx, stationId);
  });
}
