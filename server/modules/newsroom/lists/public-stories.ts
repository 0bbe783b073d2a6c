import { codeOf, inWords, placeById, placeName } from '#places';
import type { Words } from '#platform/county';
import type { Language } from '#platform/i18n';
import type { Tx } from '#platform/transaction';
import { focusByHash, pagePicture } from '#media';
import type { Teaser } from '../edition/teaser.ts';
import type { StoryTeaser } from '../page-contract.ts';

/** Which published stories to list, newest first. */
export interface TeaserQuery {
  readonly limit: number;
  readonly offset?: number | undefined;
  readonly kind?: 'story' | 'notice' | undefined;
  /** Only notices that hold at this time: not ended, no successor published. */
  readonly validAt?: Date | undefined;
  readonly sectionId?: string | undefined;
  /** Only stories with this tag. */
  readonly tagId?: string | undefined;
  /** Only these stories, by the ids of their originals. */
  readonly ids?: readonly string[] | undefined;
  /** Only what was found to be related to this original. */
  readonly relatedTo?: string | undefined;
  /** Only stories of these places themselves; give the whole subtree to include what lies below. */
  readonly placeIds?: readonly string[] | undefined;
  /** Goes on after the last row of the page before. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
}

/** A teaser with the id of its original, the same in every language, and the moment it is sorted by. */
export interface FoundTeaser {
  readonly id: string;
  readonly at: Date;
  readonly teaser: StoryTeaser;
}

interface Row {
  id: string;
  at: Date;
  slug: string;
  language: string;
  kind: 'story' | 'notice';
  teaser: Teaser;
  sectionSlug: string;
  sectionName: Words;
  /** The story's own place. */
  placeId: string;
  /** All of them, one after the other. */
  placeIds: string;
  publishedAt: Date;
  validUntil: Date | null;
  correctedAt: Date | null;
}

/** Published stories in the reader's language where there is a translation, else in their own. One query, no texts, no counting; as fast with 200,000 stories as with 2,000. */
export async function storyTeasers(tx: Tx, language: Language, query: TeaserQuery): Promise<FoundTeaser[]> {
  const { name, text, values } = teaserSql(tx, language, query);
  // Pages further on are asked for seldom and differ in their offset: not worth a prepared statement each.
  const rows = query.offset ? (await tx.client.query<Row>(text, values)).rows : await tx.named<Row>(name, text, values);
  const focus = await focusByHash(
    tx,
    rows.flatMap(({ teaser }) => (teaser.picture ? [teaser.picture.hash] : [])),
  );
  return rows.map((row) => ({ id: row.id, at: row.at, teaser: teaserFor(tx, language, row, focus) }));
}

function teaserSql(tx: Tx, language: Language, query: TeaserQuery): { name: string; text: string; values: unknown[] } {
  const values: unknown[] = [tx.countyId, language];
  const flags: string[] = [];
  const add = (flag: string, value: unknown): string => {
    flags.push(flag);
    return `$${values.push(value)}`;
  };
  // Written out: with a parameter the planner expects a tenth of all rows and joins for that many.
  const limit = String(Math.trunc(query.limit));
  const offset = String(Math.trunc(query.offset ?? 0));
  const where = [`s.county_id = $1 and s.public_state = 'published' and s.translation_of is null`];
  if (query.kind) where.push(`s.kind = ${add('k', query.kind)}`);
  if (query.sectionId) where.push(`s.section_id = ${add('s', query.sectionId)}`);
  if (query.tagId)
    where.push(
      `exists (select 1 from newsroom.story_tags g where g.county_id = $1 and g.story_id = s.id and g.tag_id = ${add('t', query.tagId)})`,
    );
  if (query.ids) where.push(`s.id = any(${add('n', query.ids)}::uuid[])`);
  if (query.relatedTo)
    where.push(
      `s.id = any(array(select r.related_id from newsroom.related_stories r where r.county_id = $1 and r.story_id = ${add('r', query.relatedTo)}))`,
    );
  if (query.after)
    where.push(
      `(s.first_published_at, s.id) < (${add('a', query.after.at)}::timestamptz, ${add('i', query.after.id)}::uuid)`,
    );
  if (query.validAt) where.push(stillValid(add('v', query.validAt)));
  if (query.placeIds)
    where.push(
      query.validAt || query.after
        ? atPlace(add('p', query.placeIds))
        : newestAt(add('p', query.placeIds), limit, offset),
    );
  return {
    name: `newsroom.teasers-${limit}${flags.join('')}${query.placeIds && (query.validAt || query.after) ? 'x' : ''}`,
    text: select(where.join(' and '), limit, offset),
    values,
  };
}

// The few that hold are found first, by their own index: walking the newest until seven of them turn up reads a whole archive.
const stillValid = (at: string): string =>
  `s.id = any(array(select v.id from newsroom.stories v where v.county_id = $1 and v.public_state = 'published' and v.kind in ('story', 'notice') and v.valid_until > ${at}))
     and not exists (select 1 from newsroom.stories n where n.county_id = $1 and n.id = s.successor_id and n.public_state = 'published')`;

const atPlace = (places: string): string =>
  `exists (select 1 from newsroom.story_places p where p.county_id = $1 and p.story_id = s.id and p.place_id = any(${places}::uuid[]))`;

// Each place gives its newest from the index; of these the newest are taken.
const newestAt = (places: string, limit: string, offset: string): string =>
  `s.id in (select n.story_id from unnest(${places}::uuid[]) w(id) cross join lateral (select p.story_id from newsroom.story_places p where p.county_id = $1 and p.place_id = w.id and p.shown_at is not null
     order by p.shown_at desc, p.story_id desc limit ${limit}::bigint + ${offset}) n)`;

// A notice ends when the one after it comes, if not before. Most stories are in the reader's language and have no successor: nothing is looked up for those (`limit 1` keeps the planner from asking for all).
const select = (where: string, limit: string, offset: string): string =>
  `select s.id, s.first_published_at as at, coalesce(t.slug, s.slug) as slug, coalesce(t.language, s.language) as language, s.kind, coalesce(t.teaser, s.teaser) as teaser, c.slug as "sectionSlug", c.name as "sectionName",
     s.place_id as "placeId", array_to_string(array(select p.place_id from newsroom.story_places p where p.county_id = $1 and p.story_id = s.id), ' ') as "placeIds",
     coalesce(t.first_published_at, s.first_published_at) as "publishedAt", least(case when t.id is null then s.valid_until else t.valid_until end, case when s.successor_id is not null then (select greatest(n.first_published_at, s.first_published_at) from newsroom.stories n where n.county_id = $1 and n.id = s.successor_id and n.public_state = 'published') end) as "validUntil",
     case when t.id is null then s.corrected_at else t.corrected_at end as "correctedAt"
   from (select * from newsroom.stories s where ${where} order by s.first_published_at desc, s.id desc limit ${limit} offset ${offset}) s
   join newsroom.sections c on c.county_id = $1 and c.id = s.section_id
   left join lateral (select o.* from newsroom.stories o where s.language <> $2 and o.county_id = $1 and o.translation_of = s.id and o.language = $2 and o.public_state = 'published' limit 1) t on true
   order by s.first_published_at desc, s.id desc`;

function teaserFor(tx: Tx, language: Language, row: Row, focus: Awaited<ReturnType<typeof focusByHash>>): StoryTeaser {
  const { teaser } = row;
  return {
    slug: row.slug,
    title: teaser.title,
    language: row.language,
    deck: teaser.deck,
    kind: row.kind,
    section: { slug: row.sectionSlug, name: inWords(row.sectionName, language) },
    places: placeRefs(tx, language, [row.placeId, ...row.placeIds.split(' ').filter((id) => id !== row.placeId)]),
    picture: teaser.picture ? pagePicture(teaser.picture, focus.get(teaser.picture.hash)) : null,
    byline: teaser.byline,
    publishedAt: row.publishedAt.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
    correctedAt: row.correctedAt?.toISOString() ?? null,
    signatureCount: teaser.signatureCount,
  };
}

/** Places as pages name them, in the order given. */
export const placeRefs = (tx: Tx, language: Language, placeIds: readonly string[]): { code: string; name: string }[] =>
  placeIds.flatMap((id) => {
    const place = placeById(tx, id);
    return place ? [{ code: codeOf(place), name: placeName(place, language) }] : [];
  });

/** How many published stories a section has, counted up to `most`: nobody turns to the hundredth page. */
export async function countShown(tx: Tx, sectionId: string, most: number): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'newsroom.count-shown',
    `select count(*) as n from (select 1 from newsroom.stories where county_id = $1 and section_id = $2 and public_state = 'published' and translation_of is null limit $3) s`,
    [tx.countyId, sectionId, most],
  );
  return row?.n ?? 0;
}

/** How many stories readers see of these places, counted up to `most`. Each stands at a few places at the most, so that few rows are read of a whole archive. */
export async function countShownAt(tx: Tx, placeIds: readonly string[], most: number): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'newsroom.count-shown-at',
    `select count(*) as n from (select distinct story_id from (select story_id from newsroom.story_places where county_id = $1 and place_id = any($2::uuid[]) and shown_at is not null limit $3::bigint * 4) p limit $3::bigint) s`,
    [tx.countyId, placeIds, most],
  );
  return row?.n ?? 0;
}
