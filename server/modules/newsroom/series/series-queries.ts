import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { SeriesListQuery } from '../contract.ts';
import { pageByKey } from '../lists/page-by-key.ts';

/** A series (系列) as it stands in the table. */
export interface SeriesRow {
  readonly id: string;
  readonly slug: string;
  readonly name: Words;
  readonly description: Words;
  readonly version: number;
}

const columns = 'r.id, r.slug, r.name, r.description, r.version';

const everyName = `lower(concat_ws(' ', r.slug, r.name ->> 'zh-CN', r.name ->> 'en'))`;

/** A page of the series with how many stories each has, the latest first unless asked otherwise. */
export function pageOfSeries(
  tx: Tx,
  { q, used, sort, cursor, limit }: SeriesListQuery,
): Promise<{ rows: (SeriesRow & { readonly stories: number })[]; next: string | null }> {
  const values: unknown[] = [tx.countyId];
  const where = ['r.county_id = $1'];
  const uses = 'from newsroom.series_stories s where s.county_id = r.county_id and s.series_id = r.id';
  if (q) where.push(`strpos(${everyName}, lower($${values.push(q)})) > 0`);
  if (used) where.push(`${used === 'yes' ? '' : 'not '}exists (select ${uses})`);
  return pageByKey(tx, {
    columns: `${columns}, (select count(*) ${uses}) as stories`,
    from: 'newsroom.series r',
    where,
    values,
    id: 'r.id',
    key: sort === 'name' ? `coalesce(r.name ->> 'zh-CN', r.name ->> 'en')` : 'r.id::text',
    descending: sort === '-id',
    cursor,
    limit,
  });
}

/** The series, locked, or 404. */
export async function seriesForUpdate(tx: Tx, id: string): Promise<SeriesRow> {
  const [row] = await tx.named<SeriesRow>(
    'newsroom.series-for-update',
    `select ${columns} from newsroom.series r where r.county_id = $1 and r.id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The series, or 404. */
export async function seriesById(tx: Tx, id: string): Promise<SeriesRow> {
  const [row] = await tx.named<SeriesRow>(
    'newsroom.series',
    `select ${columns} from newsroom.series r where r.county_id = $1 and r.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The series with this address, or 404. */
export async function seriesBySlug(tx: Tx, slug: string): Promise<SeriesRow> {
  const [row] = await tx.named<SeriesRow>(
    'newsroom.series-by-slug',
    `select ${columns} from newsroom.series r where r.county_id = $1 and r.slug = $2`,
    [tx.countyId, slug],
  );
  return found(row);
}

/** The series to which a story (an original) belongs, or undefined. */
export async function seriesOf(tx: Tx, storyId: string): Promise<SeriesRow | undefined> {
  const [row] = await tx.named<SeriesRow>(
    'newsroom.series-of',
    `select ${columns} from newsroom.series_stories s join newsroom.series r on r.county_id = $1 and r.id = s.series_id where s.county_id = $1 and s.story_id = $2`,
    [tx.countyId, storyId],
  );
  return row;
}

/** The ids of its stories in their order. */
export async function storiesIn(tx: Tx, seriesId: string): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'newsroom.stories-in-series',
    'select story_id as id from newsroom.series_stories where county_id = $1 and series_id = $2 order by position, story_id',
    [tx.countyId, seriesId],
  );
  return rows.map(({ id }) => id);
}

/** Addresses of series in which something can be read, for the sitemap. */
export async function seriesSlugs(tx: Tx): Promise<string[]> {
  const rows = await tx.named<{ slug: string }>(
    'newsroom.series-slugs',
    `select r.slug from newsroom.series r where r.county_id = $1
       and exists (select 1 from newsroom.series_stories g join newsroom.stories s on s.county_id = $1 and s.id = g.story_id and s.public_state = 'published' where g.county_id = $1 and g.series_id = r.id) order by r.slug`,
    [tx.countyId],
  );
  return rows.map(({ slug }) => slug);
}
