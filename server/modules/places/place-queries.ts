import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import { CountyTree } from './tree/county-tree.ts';
import type { Place } from './tree/place.ts';

interface PlaceRow {
  id: string;
  parent_id: string | null;
  level: string;
  depth: number;
  code: string | null;
  local_code: string | null;
  name: Words;
  lo: number;
  hi: number;
  valid_from: string;
  valid_to: string | null;
  x_km: number | null;
  y_km: number | null;
  population: number | null;
}

/** The county's whole tree from the database. */
export async function readTree(tx: Tx): Promise<CountyTree> {
  const [tree] = await tx.named<{ revision: number }>(
    'places.revision',
    'select revision from places.trees where county_id = $1',
    [tx.countyId],
  );
  const rows = await tx.named<PlaceRow>(
    'places.all',
    `select id, parent_id, level, depth, code, local_code, name, lo, hi, valid_from, valid_to, x_km, y_km, population
       from places.places where county_id = $1 order by lo`,
    [tx.countyId],
  );
  const former = await tx.named<{ code: string; place_id: string }>(
    'places.former-codes',
    'select code, place_id from places.former_codes where county_id = $1 order by id',
    [tx.countyId],
  );
  return new CountyTree(
    tree?.revision ?? 0,
    rows.map(placeOf),
    new Map(former.map(({ code, place_id }) => [code, place_id])),
  );
}

/** The tree, locked: whoever else wants to change it waits. */
export async function treeForUpdate(tx: Tx): Promise<CountyTree> {
  await tx.named(
    'places.first-revision',
    'insert into places.trees (county_id, revision) values ($1, 0) on conflict do nothing',
    [tx.countyId],
  );
  await tx.named('places.lock', 'select revision from places.trees where county_id = $1 for update', [tx.countyId]);
  return readTree(tx);
}

const placeOf = (row: PlaceRow): Place => ({
  id: row.id,
  parentId: row.parent_id,
  level: row.level,
  depth: row.depth,
  code: row.code,
  localCode: row.local_code,
  name: row.name,
  lo: row.lo,
  hi: row.hi,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  xKm: row.x_km,
  yKm: row.y_km,
  population: row.population,
});
