import type { Words } from '#platform/county';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import type { AccessTables } from '../tables.ts';

/** A unit to which a grant may be narrowed. */
export interface Unit {
  readonly id: string;
  readonly kind: 'section' | 'team' | 'station';
  readonly placeId: string;
  readonly name: Words;
}

/** Makes a unit; the section, team or station of the later module takes its id. Asks nobody: verbs and seeds do. */
export async function addUnit(tx: Tx, unit: Omit<Unit, 'id'>): Promise<Unit> {
  const id = newId<'unit'>();
  await tx
    .tables<AccessTables>()
    .insertInto('access.units')
    .values({
      county_id: tx.countyId,
      id,
      kind: unit.kind,
      place_id: unit.placeId,
      name: JSON.stringify(unit.name),
      made_at: tx.at,
    })
    .execute();
  return { id, ...unit };
}
