import { pagePicture } from '#media';
import { codeOf, inWords, placeById, placeName } from '#places';
import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import type { StoryTeaser } from '../page-contract.ts';

/** Which published stories a list shows. All conditions together; newest first. */
export interface TeaserFilter {
  sectionId?: string;
  /** Stories of any of these places. */
  placeIds?: readonly string[];
  kind?: 'story' | 'notice';
  /** Notices that hold at this moment. */
  validAt?: Date;
  /** Leave these stories out. */
  except?: readonly string[];
  limit: number;
  offset?: number;
}

interface Row {
  id: string; slug: string; language: string; kind: 'story' | 'notice'; title: string; deck: string; figure: { hash: string; width: number; height: number; alt: string } | null;
  sectionSlug: string; sectionName: Words; placeIds: string[]; authorTitle: Words | null; authorName: string; publishedAt: Date; validUntil: Date | null; correctedAt: Date | null; signatures: number;
}

/** A teaser with the id of its story (of the original, when a translation is shown), for cache keys and for leaving it out elsewhere. */
export interface TeaserOf { readonly id: string; readonly teaser: StoryTeaser }

// Originals only; where the page's language has a published translation, its words stand for them.
const sql = `
  with picked as (
    select s.county_id, s.id, coalesce(t.id, s.id) as shown_id, s.section_id, s.kind, s.first_published_at, s.published_at, s.valid_until, s.author_id
      from newsroom.stories s
      left join newsroom.stories t on t.county_id = s.county_id and t.translation_of = s.id and t.language = $2 and t.public_state = 'published'
     where s.county_id = $1 and s.public_state = 'published' and s.translation_of is null
       and ($3::uuid is null or s.section_id = $3)
       and ($4::uuid[] is null or exists (select 1 from newsroom.story_places p where p.county_id = s.county_id and p.story_id = s.id and p.place_id = any($4)))
       and ($5::text is null or s.kind = $5)
       and ($6::timestamptz is null or s.valid_until > $6)
       and not s.id = any($7::uuid[])
     order by s.published_at desc, s.id limit $8 offset $9)
  select k.id, shown.slug, shown.language, k.kind, e.text ->> 'title' as title, e.text ->> 'deck' as deck,
         jsonb_path_query_first(e.text, '$.body.content[*] ? (@.type == "figure").attrs') as figure,
         c.slug as "sectionSlug", c.name as "sectionName",
         array(select p.place_id::text from newsroom.story_places p where p.county_id = k.county_id and p.story_id = k.id order by p.place_id) as "placeIds",
         a.title as "authorTitle", a.display_name as "authorName", k.first_published_at as "publishedAt", k.valid_until as "validUntil",
         (select max(x.published_at) from newsroom.editions x where x.county_id = k.county_id and x.story_id = shown.id and x.kind = 'correction') as "correctedAt",
         (select count(*)::int from newsroom.signatures g where g.county_id = k.county_id and g.round_id = e.round_id and g.verdict = 'approved') as signatures
    from picked k
    join newsroom.stories shown on shown.county_id = k.county_id and shown.id = k.shown_id
    join newsroom.editions e on e.county_id = shown.county_id and e.id = shown.edition_id
    join newsroom.sections c on c.county_id = k.county_id and c.id = k.section_id
    join people.persons a on a.county_id = k.county_id and a.id = k.author_id
   order by k.published_at desc, k.id`;

/** Published stories as public lists show them, in the page's language where a translation is published, else in their own. One query for the whole list. */
export async function storyTeasers(tx: Tx, language: 'zh-CN' | 'en', filter: TeaserFilter): Promise<TeaserOf[]> {
  const rows = await tx.named<Row>('newsroom.teasers', sql, [
    tx.countyId, language, filter.sectionId ?? null, filter.placeIds ?? null, filter.kind ?? null, filter.validAt ?? null, filter.except ?? [], filter.limit, filter.offset ?? 0,
  ]);
  return rows.map((row) => ({ id: row.id, teaser: teaserOf(tx, row, language) }));
}

function teaserOf(tx: Tx, row: Row, language: 'zh-CN' | 'en'): StoryTeaser {
  const places = row.placeIds.flatMap((id) => placeById(tx, id) ?? []);
  return {
    slug: row.slug, title: row.title, language: row.language, deck: row.deck ?? '', kind: row.kind,
    section: { slug: row.sectionSlug, name: inWords(row.sectionName, language) },
    places: places.map((place) => ({ code: codeOf(place), name: placeName(place, language) })),
    picture: row.figure ? pagePicture(row.figure) : null,
    byline: row.authorTitle ? inWords(row.authorTitle, language) : row.authorName,
    publishedAt: row.publishedAt.toISOString(), validUntil: row.validUntil?.toISOString() ?? null, correctedAt: row.correctedAt?.toISOString() ?? null, signatureCount: row.signatures,
  };
}
