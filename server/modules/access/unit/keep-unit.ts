import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';

/** Keeps a unit's name and place as those of the team or station whose id it has. Asks nobody: verbs do. */
export const keepUnit = (tx: Tx, id: string, unit: { name: Words; placeId: string }): Promise<unknown> =>
  tx.named('access.keep-unit', 'update access.units set name = $3, place_id = $4 where county_id = $1 and id = $2', [
    tx.countyId,
    id,
    JSON.stringify(unit.name),
    unit.placeId,
  ]);
