import type { Tx } from '#platform/transaction';
import type { InspectionListQuery } from '../contract.ts';
import { pageByKey } from '../lists/page-by-key.ts';

/** A drawn sample as it is stored. Days are YYYY-MM-DD in the county's zone, by date. */
export interface Inspection {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly seed: string;
  readonly candidates: readonly string[];
  readonly days: readonly string[];
  readonly stories: number;
  readonly drawnBy: string;
  readonly drawnAt: Date;
}

const columns = `id, from_on::text as "from", until_on::text as "until", seed, candidates::text[] as candidates, days::text[] as days, stories, drawn_by as "drawnBy", drawn_at as "drawnAt"`;

/** The days from one to another, both included, on which an edition was published. */
export async function daysWithEditions(tx: Tx, from: string, until: string): Promise<string[]> {
  const rows = await tx.named<{ day: string }>(
    'newsroom.days-with-editions',
    `select distinct (published_at at time zone $4)::date::text as day from newsroom.editions
      where county_id = $1 and published_at >= $2::date::timestamp at time zone $4 and published_at < ($3::date + 1)::timestamp at time zone $4 order by day`,
    [tx.countyId, from, until, tx.ctx.county.timeZone],
  );
  return rows.map((row) => row.day);
}

/** The stories with an edition on one of these days, in the order of publication. */
export async function storiesOfDays(tx: Tx, days: readonly string[]): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'newsroom.stories-of-days',
    `select e.story_id as id from newsroom.editions e join unnest($2::date[]) d(day) on e.published_at >= d.day::timestamp at time zone $3 and e.published_at < (d.day + 1)::timestamp at time zone $3
      where e.county_id = $1 group by e.story_id order by min(e.published_at), e.story_id`,
    [tx.countyId, days, tx.ctx.county.timeZone],
  );
  return rows.map((row) => row.id);
}

/** Keeps a drawn sample. */
export const storeInspection = (tx: Tx, one: Inspection): Promise<unknown> =>
  tx.named(
    'newsroom.store-inspection',
    `insert into newsroom.inspections (county_id, id, from_on, until_on, seed, candidates, days, stories, drawn_by, drawn_at)
     values ($1, $2, $3, $4, $5, $6::date[], $7::date[], $8, $9, $10)`,
    [
      tx.countyId,
      one.id,
      one.from,
      one.until,
      one.seed,
      one.candidates,
      one.days,
      one.stories,
      one.drawnBy,
      one.drawnAt,
    ],
  );

/** A drawn sample, or undefined. */
export async function inspectionById(tx: Tx, id: string): Promise<Inspection | undefined> {
  const [row] = await tx.named<Inspection>(
    'newsroom.inspection',
    `select ${columns} from newsroom.inspections where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return row;
}

const moment = `to_char(drawn_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`;
const orders: Readonly<Record<InspectionListQuery['sort'], { key: string; descending: boolean }>> = {
  '-drawnAt': { key: moment, descending: true },
  drawnAt: { key: moment, descending: false },
  '-stories': { key: `lpad(stories::text, 10, '0')`, descending: true },
};

/** A page of the drawn samples. */
export function pageOfInspections(
  tx: Tx,
  { q, sort, cursor, limit }: InspectionListQuery,
): Promise<{ rows: Inspection[]; next: string | null }> {
  const values: unknown[] = [tx.countyId];
  const where = ['county_id = $1'];
  if (q) where.push(`strpos(lower(seed || ' ' || array_to_string(days, ' ')), lower($${values.push(q)})) > 0`);
  return pageByKey<Inspection>(tx, {
    columns,
    from: 'newsroom.inspections',
    where,
    values,
    id: 'id',
    ...orders[sort],
    cursor,
    limit,
  });
}
