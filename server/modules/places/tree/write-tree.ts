import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { CountyTree } from './county-tree.ts';
import { plantAfterCommit } from './forest.ts';
import { numberTree } from './number-tree.ts';
import type { Place } from './place.ts';

/** Numbers the wanted places anew, writes what differs from the locked tree, and gives every process the new state. Returns it. */
export async function writeTree(tx: Tx, before: CountyTree, wanted: readonly Place[]): Promise<CountyTree> {
  const numbered = numberTree(wanted);
  const given = codesGivenUp(before, numbered);
  const formerCodes = new Map([...before.formerCodes, ...given.map(({ code, placeId }) => [code, placeId] as const)]);
  const after = new CountyTree(before.revision + 1, numbered, formerCodes);
  await insert(
    tx,
    after.places.filter((place) => !before.byId(place.id)),
  );
  await update(
    tx,
    after.places.filter((place) => differs(before.byId(place.id), place)),
  );
  await keepCodes(tx, given);
  await tx.named('places.next-revision', 'update places.trees set revision = $2 where county_id = $1', [
    tx.countyId,
    after.revision,
  ]);
  plantAfterCommit(tx, after);
  return after;
}

interface GivenUp {
  readonly placeId: string;
  readonly code: string;
}

function codesGivenUp(before: CountyTree, after: readonly Place[]): GivenUp[] {
  return after.flatMap((place) => {
    const old = before.byId(place.id);
    const kept = [place.code, place.localCode];
    return [old?.code, old?.localCode].flatMap((code) =>
      code && !kept.includes(code) ? [{ placeId: place.id, code }] : [],
    );
  });
}

async function keepCodes(tx: Tx, given: readonly GivenUp[]): Promise<void> {
  for (const { placeId, code } of given)
    await tx.named(
      'places.give-up-code',
      'insert into places.former_codes (county_id, id, place_id, code, given_up_at) values ($1, $2, $3, $4, $5)',
      [tx.countyId, newId<'former-code'>(), placeId, code, tx.at],
    );
}

const differs = (before: Place | undefined, after: Place): boolean =>
  before !== undefined && JSON.stringify(valuesOf(before)) !== JSON.stringify(valuesOf(after));

const valuesOf = (place: Place): unknown[] => [
  place.id,
  place.parentId,
  place.level,
  place.depth,
  place.code,
  place.localCode,
  JSON.stringify(place.name),
  place.lo,
  place.hi,
  place.validFrom,
  place.validTo,
  place.xKm,
  place.yKm,
  place.population,
];

const columns =
  'id, parent_id, level, depth, code, local_code, name, lo, hi, valid_from, valid_to, x_km, y_km, population';

// Plain VALUES, in order of position, so that every parent stands before its children.
async function insert(tx: Tx, places: readonly Place[]): Promise<void> {
  for (let from = 0; from < places.length; from += 500) {
    const rows = places.slice(from, from + 500).map(valuesOf);
    const marks = rows.map((row, r) => `($1, ${row.map((_, c) => `$${2 + r * row.length + c}`).join(', ')})`);
    await tx.client.query(`insert into places.places (county_id, ${columns}) values ${marks.join(', ')}`, [
      tx.countyId,
      ...rows.flat(),
    ]);
  }
}

async function update(tx: Tx, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map((place) => valuesOf(place));
  const column = (at: number): unknown[] => rows.map((row) => row[at]);
  await tx.named(
    'places.renumber',
    `update places.places p
        set parent_id = n.parent_id, level = n.level, depth = n.depth, code = n.code, local_code = n.local_code, name = n.name::jsonb, lo = n.lo, hi = n.hi,
            valid_from = n.valid_from, valid_to = n.valid_to, x_km = n.x_km, y_km = n.y_km, population = n.population
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::int[], $10::int[], $11::date[], $12::date[], $13::float8[], $14::float8[], $15::int[])
            as n (${columns})
      where p.county_id = $1 and p.id = n.id`,
    [tx.countyId, ...Array.from({ length: 14 }, (_, at) => column(at))],
  );
}
