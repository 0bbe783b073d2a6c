import { addComputer, computersOf, mustBeSteppedUp } from '#access';
import type { ComputerList, NewComputer } from '#access/contract';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { stationById, stationForUpdate } from '../station/station-queries.ts';

/** A station's computers, for whoever keeps it. */
export const listComputers = (ctx: Ctx, actor: Actor, stationId: string): Promise<ComputerList> =>
  ctx.transaction(async (tx) => {
    must(tx, actor, 'station.change', found(await stationById(tx, stationId)));
    return computerLines(tx, stationId);
  });

/** The browser that asks becomes a computer of the station: answers those of the station, and the secret for its cookie. Refuses: NotFound (404), StepUpRequired (401). */
export async function registerComputer(
  ctx: Ctx,
  actor: Actor,
  stationId: string,
  { name }: NewComputer,
): Promise<{ list: ComputerList; secret: string }> {
  return ctx.transaction(async (tx) => {
    const station = await stationForUpdate(tx, stationId);
    must(tx, actor, 'station.change', station);
    mustBeSteppedUp(ctx, actor);
    const secret = await addComputer(tx, station.unitId, name);
    await audit(tx, actor, {
      act: 'station.register-computer',
      noun: 'station',
      subjectId: stationId,
      placeId: station.placeId,
    });
    return { list: await computerLines(tx, stationId), secret };
  });
}

/** The same list, asked for by a verb. */
export async function computerLines(tx: Tx, stationId: string): Promise<ComputerList> {
  const items = await computersOf(tx, stationId);
  return {
    items: items.map(({ id, name, registeredAt }) => ({ id, name, registeredAt: registeredAt.toISOString() })),
    total: items.length,
  };
}
