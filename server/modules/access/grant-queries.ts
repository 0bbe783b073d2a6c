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

/** SQL that is true for a person `p` who is here and whose account, where they have one, is open: whoever cannot sign in stands on no post. */
export const isHereSql =
  'p.active and not exists (select from access.accounts o where o.county_id = p.county_id and o.person_id = p.id and o.disabled_at is not null)';

/** Ids of persons who hold such a grant now (county time), nearest place first, each once; whose account was closed is none of them. */
export async function holdersOf(tx: Tx, wanted: HolderQuery): Promise<string[]> {
  const rows = await tx.named<{ person_id: string; place_id: string; unit_id: string | null; duty: boolean }>(
    'access.holders',
    `select g.person_id, g.place_id, g.unit_id, g.duty
       from access.grants g join people.persons p on p.county_id = $1 and p.id = g.person_id and ${isHereSql}
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

/** A grant as it stands in the table. */
export interface GrantRow {
  id: string;
  personId: string;
  role: string;
  placeId: string;
  unitId: string | null;
  duty: boolean;
  fromAt: Date;
  untilAt: Date | null;
}

/** Which grants a list wants, and which its reader may see. */
export interface GrantSelection {
  readonly personId?: string | undefined;
  readonly role?: string | undefined;
  readonly duty?: 'true' | 'false' | undefined;
  /** In the person's name. */
  readonly q?: string | undefined;
  readonly sort: 'oldest' | 'newest';
  readonly when: 'now' | 'all';
  readonly after?: string | undefined;
  readonly limit: number;
  /** Positions that the place filter allows. */
  readonly within?: readonly [number, number];
  /** Positions at which the reader may see grants of others. */
  readonly ranges: readonly [number, number][];
  /** The reader. */
  readonly self: string;
}

const columns = `g.id, g.person_id as "personId", g.role, g.place_id as "placeId", g.unit_id as "unitId", g.duty, g.from_at as "fromAt", g.until_at as "untilAt"`;

const where = `g.county_id = $1
  and (g.person_id = $2 or exists (select 1 from places.places p join unnest($3::int[], $4::int[]) r(lo, hi) on p.lo between r.lo and r.hi where p.county_id = $1 and p.id = g.place_id))
  and ($5::uuid is null or g.person_id = $5) and ($6::text is null or g.role = $6) and ($7::boolean is null or g.duty = $7)
  and ($8::int is null or exists (select 1 from places.places p where p.county_id = $1 and p.id = g.place_id and p.lo between $8 and $9))
  and ($12::text is null or exists (select 1 from people.persons q where q.county_id = $1 and q.id = g.person_id and strpos(lower(q.display_name), lower($12)) > 0))
  and ($10 = 'all' or (g.from_at <= $11 and (g.until_at is null or g.until_at > $11)))`;

const values = (tx: Tx, wanted: GrantSelection): unknown[] => [
  tx.countyId,
  wanted.self,
  wanted.ranges.map(([lo]) => lo),
  wanted.ranges.map(([, hi]) => hi),
  wanted.personId ?? null,
  wanted.role ?? null,
  wanted.duty === undefined ? null : wanted.duty === 'true',
  wanted.within?.[0] ?? null,
  wanted.within?.[1] ?? null,
  wanted.when,
  tx.at,
  wanted.q ?? null,
];

/** The grants wanted, one more than the limit so that the caller knows whether there is a next page. */
export const selectGrants = (tx: Tx, wanted: GrantSelection): Promise<GrantRow[]> =>
  tx.named<GrantRow>(
    `access.select-grants-${wanted.sort}`,
    `select ${columns} from access.grants g where ${where} and ($13::uuid is null or g.id ${wanted.sort === 'oldest' ? '>' : '<'} $13) order by g.id ${wanted.sort === 'oldest' ? 'asc' : 'desc'} limit $14`,
    [...values(tx, wanted), wanted.after ?? null, wanted.limit + 1],
  );

/** How many grants are wanted in all. */
export async function countGrants(tx: Tx, wanted: GrantSelection): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'access.count-grants',
    `select count(*) as n from access.grants g where ${where}`,
    values(tx, wanted),
  );
  return row?.n ?? 0;
}

/** One grant, locked; undefined when there is none. */
export async function grantRow(tx: Tx, id: string): Promise<GrantRow | undefined> {
  const [row] = await tx.named<GrantRow>(
    'access.grant-row',
    `select ${columns} from access.grants g where g.county_id = $1 and g.id = $2 for update`,
    [tx.countyId, id],
  );
  return row;
}
