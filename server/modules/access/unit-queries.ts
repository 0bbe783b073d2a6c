import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';

/** Names of units, id → words; unknown ids are left out. */
export async function unitNames(tx: Tx, ids: readonly string[]): Promise<Map<string, Words>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<{ id: string; name: Words }>(
    'access.unit-names',
    'select id, name from access.units where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A unit as it stands in the table. */
export interface UnitRow {
  id: string;
  kind: 'section' | 'team' | 'station';
  placeId: string;
  name: Words;
  closedAt: Date | null;
}

const columns = `id, kind, place_id as "placeId", name, closed_at as "closedAt"`;

/** The unit, or undefined. */
export async function unitById(tx: Tx, id: string): Promise<UnitRow | undefined> {
  const [row] = await tx.named<UnitRow>(
    'access.unit',
    `select ${columns} from access.units where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** Units of a kind, closed ones only when asked for; oldest first. */
export const selectUnits = (tx: Tx, kind: string | undefined, closed: boolean): Promise<UnitRow[]> =>
  tx.named<UnitRow>(
    'access.units',
    `select ${columns} from access.units where county_id = $1 and ($2::text is null or kind = $2) and (closed_at is null or $3) order by kind, id`,
    [tx.countyId, kind ?? null, closed],
  );
