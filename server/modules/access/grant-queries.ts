import { placesOf } from '#places';
import type { Tx } from '#platform/transaction';

/** Whom to look for: anybody with one of the roles whose grant covers the place; narrowed to a unit or to those on duty. */
export interface HolderQuery {
  readonly roles: readonly string[];
  /** The place that must be covered; left out: anywhere. */
  readonly placeId?: string | undefined;
  /** Grants narrowed to another unit do not count; those without a unit do. */
  readonly unitId?: string | null | undefined;
  readonly onDuty?: boolean | undefined;
}

/** Ids of active persons who hold such a grant now (county time), nearest place first, each once. */
export async function holdersOf(tx: Tx, wanted: HolderQuery): Promise<string[]> {
  const rows = await tx.named<{ person_id: string; place_id: string; unit_id: string | null; duty: boolean }>(
    'access.holders',
    `select g.person_id, g.place_id, g.unit_id, g.duty
       from access.grants g join people.persons p on p.county_id = $1 and p.id = g.person_id and p.active
      where g.county_id = $1 and g.role = any($2) and g.from_at <= $3 and (g.until_at is null or g.until_at > $3) order by g.id`,
    [tx.countyId, wanted.roles, tx.at],
  );
  const tree = placesOf(tx);
  const depth = (id: string): number => tree.byId(id)?.depth ?? 0;
  const fitting = rows
    .filter((row) => !wanted.placeId || tree.covers(row.place_id, wanted.placeId))
    .filter((row) => row.unit_id === null || row.unit_id === wanted.unitId)
    .filter((row) => !wanted.onDuty || row.duty);
  return [...new Set(fitting.toSorted((a, b) => depth(b.place_id) - depth(a.place_id)).map((row) => row.person_id))];
}
