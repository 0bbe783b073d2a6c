import type { Selectable } from 'kysely';
import type { Tx } from '#platform/transaction';
import type { Person } from './person/person.ts';
import { personOf } from './person-queries.ts';
import type { PersonsTable } from './tables.ts';

/** Which people a list wants, and which its reader may see. */
export interface PeopleSelection {
  readonly search?: string | undefined;
  readonly active: 'true' | 'false' | 'all';
  readonly sort: 'name' | 'newest';
  /** Where the last page ended: "name, line break, id", or the id alone for the newest first. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** Positions that the place filter allows. */
  readonly within?: readonly [number, number];
  /** Positions whose people the reader may see, and may see how to reach; a range from the root covers those without a place. */
  readonly ranges: readonly [number, number][];
  readonly contactRanges: readonly [number, number][];
  /** The reader. */
  readonly self: string;
}

const inRanges = (first: number): string =>
  `(exists (select 1 from places.places q join unnest($${first}::int[], $${first + 1}::int[]) r(lo, hi) on q.lo between r.lo and r.hi where q.county_id = $1 and q.id = p.place_id)
    or (p.place_id is null and 0 = any($${first}::int[])))`;

const where = `p.county_id = $1 and (p.id = $2 or ${inRanges(3)})
  and ($7::text is null or p.display_name ilike $7 or ((p.name ilike $7 or p.phone like $7) and (p.id = $2 or ${inRanges(5)})))
  and ($8 = 'all' or p.active = ($8 = 'true'))
  and ($9::int is null or exists (select 1 from places.places q where q.county_id = $1 and q.id = p.place_id and q.lo between $9 and $10))`;

const lows = (ranges: PeopleSelection['ranges']): number[] => ranges.map(([lo]) => lo);
const highs = (ranges: PeopleSelection['ranges']): number[] => ranges.map(([, hi]) => hi);

// What is typed is looked for as it stands: % and _ are ordinary signs.
const likePattern = (search: string | undefined): string | null =>
  search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;

const values = (tx: Tx, wanted: PeopleSelection): unknown[] => [
  tx.countyId,
  wanted.self,
  lows(wanted.ranges),
  highs(wanted.ranges),
  lows(wanted.contactRanges),
  highs(wanted.contactRanges),
  likePattern(wanted.search),
  wanted.active,
  wanted.within?.[0] ?? null,
  wanted.within?.[1] ?? null,
];

/** The people wanted, one more than the limit so that the caller knows whether there is a next page. */
export async function selectPeople(tx: Tx, wanted: PeopleSelection): Promise<Person[]> {
  const rows = wanted.sort === 'name' ? await byName(tx, wanted) : await newestFirst(tx, wanted);
  return rows.map(personOf);
}

function byName(tx: Tx, wanted: PeopleSelection): Promise<Selectable<PersonsTable>[]> {
  const [name = null, id = null] = wanted.after?.split('\n') ?? [];
  return tx.named(
    'people.by-name',
    `select p.* from people.persons p where ${where} and ($11::text is null or (p.display_name, p.id::text) > ($11, $12)) order by p.display_name, p.id::text limit $13`,
    [...values(tx, wanted), name, id, wanted.limit + 1],
  );
}

function newestFirst(tx: Tx, wanted: PeopleSelection): Promise<Selectable<PersonsTable>[]> {
  return tx.named(
    'people.newest',
    `select p.* from people.persons p where ${where} and ($11::text is null or p.id::text < $11) order by p.id desc limit $12`,
    [...values(tx, wanted), wanted.after ?? null, wanted.limit + 1],
  );
}

/** How many people are wanted in all. */
export async function countPeople(tx: Tx, wanted: PeopleSelection): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'people.count',
    `select count(*) as n from people.persons p where ${where}`,
    values(tx, wanted),
  );
  return row?.n ?? 0;
}
