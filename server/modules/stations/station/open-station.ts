import { mustBeInOwnLanguage } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { NewStation, StationView } from '../contract.ts';
import { stationChanged } from '../events.ts';
import { addStation } from './add-station.ts';
import { mustReachFor } from './must-reach-for.ts';
import { stationViews } from './station-view.ts';
import { refuse } from '#platform/refuse';

/** Opens a station at a place. Refuses: Forbidden (403) there, and for each further place it is to serve. */
export async function openStation(ctx: Ctx, actor: Actor, request: NewStation): Promise<StationView> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'station.open', { placeId: request.placeId });
    mustReachFor(tx, actor, 'station.open', request.alsoServes, [request.placeId]);
    mustBeInOwnLanguage(tx, request.name);
    const station = await addStation(tx, request);
    await emit(tx, stationChanged, actor, { stationId: station.id, placeId: station.placeId });
    await audit(tx, actor, { act: 'station.open', noun: 'station', subjectId: station.id, placeId: station.placeId });
    return (await stationViews(tx, actor, [station]))[0] ?? refuse('NotFound');
  });
}
