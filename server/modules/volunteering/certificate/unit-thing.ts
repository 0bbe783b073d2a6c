import { rootPlace } from '#places';
import { stationById } from '#stations';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** Where a unit is, and how it is reached. */
export interface UnitThing {
  readonly placeId: string;
  readonly unitId: string | null;
  readonly phone: string;
}

/** A unit's thing as somebody's own: what the rules look at in a certificate and in a request for one. */
export const ownedBy = <T extends object>(thing: T, personId: string): T & { personId: string } => ({
  ...thing,
  personId,
});

/** What the permission rules look at in the unit that recorded: a station at its place; the county's own centre at the root. 404 for a station that is not there. */
export async function unitThing(tx: Tx, unitId: string | null): Promise<UnitThing> {
  if (unitId === null) return { placeId: rootPlace(tx).id, unitId, phone: tx.ctx.county.phone };
  const station = found(await stationById(tx, unitId));
  return { placeId: station.placeId, unitId, phone: station.phone };
}
