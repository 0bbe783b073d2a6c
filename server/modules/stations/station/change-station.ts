import { mustBeInOwnLanguage } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { StationChange, StationView } from '../contract.ts';
import { stationChanged } from '../events.ts';
import { mustKnowKeeper, setReach } from './add-station.ts';
import { mustReachFor } from './must-reach-for.ts';
import { stationForUpdate } from './station-queries.ts';
import { stationViews } from './station-view.ts';

/** Changes a station's facts, or closes it; its past orders keep it. Refuses: Forbidden (403) also for a further place to serve that is not the asker's, StaleVersion (409), NotFound (404) for an unknown keeper. */
export async function changeStation(ctx: Ctx, actor: Actor, id: string, change: StationChange): Promise<StationView> {
  return ctx.transaction(async (tx) => {
    const station = await stationForUpdate(tx, id);
    must(tx, actor, 'station.change', station);
    mustBeAsRead(station.version, change.version);
    if (change.name) mustBeInOwnLanguage(tx, change.name);
    await mustKnowKeeper(tx, change.keeperId);
    mustReachFor(tx, actor, 'station.change', change.alsoServes, [station.placeId, ...station.alsoServes]);
    const next = {
      ...station,
      ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    };
    await tx.named(
      'stations.change',
      `update stations.stations set name = $3, phone = $4, address = $5, opening_hours = $6, keeper_id = $7, closed_at = case when $8 then coalesce(closed_at, $9) end, degrees = $10, version = version + 1, changed_at = $9
        where county_id = $1 and id = $2`,
      [
        tx.countyId,
        id,
        JSON.stringify(next.name),
        next.phone,
        JSON.stringify(next.address),
        JSON.stringify(next.openingHours),
        next.keeperId,
        next.closed,
        tx.at,
        next.degrees ? JSON.stringify(next.degrees) : null,
      ],
    );
    if (change.alsoServes) await setReach(tx, id, [station.placeId, ...change.alsoServes]);
    await emit(tx, stationChanged, actor, { stationId: id, placeId: station.placeId });
    await audit(tx, actor, {
      act: 'station.change',
      noun: 'station',
      subjectId: id,
      placeId: station.placeId,
      detail: { closed: next.closed },
    });
    return (await stationViews(tx, actor, [await stationForUpdate(tx, id)]))[0] ?? refuse('NotFound');
  });
}
