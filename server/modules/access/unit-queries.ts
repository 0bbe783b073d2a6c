import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';

/** Names of units, id → words; unknown ids are left out. */
export async function unitNames(tx: Tx, ids: readonly string[]): Promise<Map<string, Words>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<{ id: string; name: Words }>('access.unit-names', 'select id, name from access.units where county_id = $1 and id = any($2::uuid[])', [tx.countyId, [...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
