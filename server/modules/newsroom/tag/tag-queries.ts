import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { TagListQuery } from '../contract.ts';
import { pageByKey } from '../lists/page-by-key.ts';
import type { NewsroomTables } from '../tables.ts';

/** A tag (话题) as it stands in the table. */
export interface TagRow {
  readonly id: string;
  readonly slug: string;
  readonly name: Words;
  readonly description: Words;
  readonly mergedInto: string | null;
  readonly version: number;
}

const columns = 't.id, t.slug, t.name, t.description, t.merged_into as "mergedInto", t.version';

/** All tags that are not merged, by their Chinese or other name, with how many stories have each. */
export const tagsInUse = (tx: Tx): Promise<(TagRow & { readonly stories: number })[]> =>
  tx.named(
    'newsroom.tags',
    `select ${columns}, (select count(*) from newsroom.story_tags s where s.county_id = t.county_id and s.tag_id = t.id) as stories
       from newsroom.tags t where t.county_id = $1 and t.merged_into is null order by coalesce(t.name ->> 'zh-CN', t.name ->> 'en'), t.id`,
    [tx.countyId],
  );

const name = `coalesce(t.name ->> 'zh-CN', t.name ->> 'en')`;
const everyName = `lower(concat_ws(' ', t.slug, t.name ->> 'zh-CN', t.name ->> 'en'))`;

/** A page of the tags that are not merged, with how many stories have each. */
export function pageOfTags(
  tx: Tx,
  { q, used, sort, cursor, limit }: TagListQuery,
): Promise<{ rows: (TagRow & { readonly stories: number })[]; next: string | null }> {
  const values: unknown[] = [tx.countyId];
  const where = ['t.county_id = $1', 't.merged_into is null'];
  const uses = 'from newsroom.story_tags s where s.county_id = t.county_id and s.tag_id = t.id';
  if (q) where.push(`strpos(${everyName}, lower($${values.push(q)})) > 0`);
  if (used) where.push(`${used === 'yes' ? '' : 'not '}exists (select ${uses})`);
  return pageByKey(tx, {
    columns: `${columns}, (select count(*) ${uses}) as stories`,
    from: 'newsroom.tags t',
    where,
    values,
    id: 't.id',
    key: sort === '-id' ? 't.id::text' : name,
    descending: sort !== 'name',
    cursor,
    limit,
  });
}

/** The tags, locked, in the order of their ids; 404 when one is missing. */
export async function tagsForUpdate(tx: Tx, ids: readonly string[]): Promise<Map<string, TagRow>> {
  const wanted = [...new Set(ids)];
  const rows = await tx.named<TagRow>(
    'newsroom.tags-for-update',
    `select ${columns} from newsroom.tags t where t.county_id = $1 and t.id = any($2::uuid[]) order by t.id for update`,
    [tx.countyId, wanted],
  );
  if (rows.length < wanted.length) found(undefined);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The tag with this address, or undefined. */
export async function tagBySlug(tx: Tx, slug: string): Promise<TagRow | undefined> {
  const [row] = await tx.named<TagRow>(
    'newsroom.tag-by-slug',
    `select ${columns} from newsroom.tags t where t.county_id = $1 and t.slug = $2`,
    [tx.countyId, slug],
  );
  return row;
}

/** The tag, or 404. */
export async function tagById(tx: Tx, id: string): Promise<TagRow> {
  const [row] = await tx.named<TagRow>(
    'newsroom.tag',
    `select ${columns} from newsroom.tags t where t.county_id = $1 and t.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The tags of a story (its original), by name. */
export const tagsOf = (tx: Tx, storyId: string): Promise<TagRow[]> =>
  tx.named<TagRow>(
    'newsroom.tags-of',
    `select ${columns} from newsroom.story_tags s join newsroom.tags t on t.county_id = $1 and t.id = s.tag_id
      where s.county_id = $1 and s.story_id = $2 order by coalesce(t.name ->> 'zh-CN', t.name ->> 'en'), t.id`,
    [tx.countyId, storyId],
  );

/** How many published stories have a tag, counted up to `most`. */
export async function countTagged(tx: Tx, tagId: string, most: number): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'newsroom.count-tagged',
    `select count(*) as n from (select 1 from newsroom.story_tags g join newsroom.stories s on s.county_id = $1 and s.id = g.story_id
       where g.county_id = $1 and g.tag_id = $2 and s.public_state = 'published' limit $3) s`,
    [tx.countyId, tagId, most],
  );
  return row?.n ?? 0;
}

/** Addresses of tags under which something can be read, for the sitemap. */
export async function tagSlugs(tx: Tx): Promise<string[]> {
  const rows = await tx.named<{ slug: string }>(
    'newsroom.tag-slugs',
    `select t.slug from newsroom.tags t where t.county_id = $1 and t.merged_into is null
       and exists (select 1 from newsroom.story_tags g join newsroom.stories s on s.county_id = $1 and s.id = g.story_id and s.public_state = 'published' where g.county_id = $1 and g.tag_id = t.id) order by t.slug`,
    [tx.countyId],
  );
  return rows.map(({ slug }) => slug);
}

// Four values a row, and a statement takes 65,535.
const rowsAtOnce = 5_000;

/** Gives stories tags; one that a story has already stays. */
export async function addStoryTags(tx: Tx, pairs: readonly { storyId: string; tagId: string }[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += rowsAtOnce)
    await tx
      .tables<NewsroomTables>()
      .insertInto('newsroom.story_tags')
      .values(
        pairs.slice(from, from + rowsAtOnce).map(({ storyId, tagId }) => ({
          county_id: tx.countyId,
          story_id: storyId,
          tag_id: tagId,
          added_at: tx.at,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
