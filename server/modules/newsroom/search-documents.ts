import { renderPlain } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import type { Words } from '#platform/county';
import type { Language } from '#platform/i18n';
import type { SearchDocument, Searchable } from '#platform/manifest';
import type { Tx } from '#platform/transaction';

interface Row {
  id: string;
  language: Language;
  slug: string;
  text: StoryText;
  label: Words;
  at: Date;
  placeIds: string[];
  kind: 'story' | 'notice';
  sectionId: string;
}

/** Published stories for the public search, translations included; withdrawn ones are not found. */
export const searchableStories: Searchable = {
  kind: 'story',
  async documents(tx, ids) {
    const rows = await publishedRows(tx, ids);
    return rows.map((row): SearchDocument => ({
      kind: 'story',
      id: row.id,
      language: row.language,
      title: row.text.title,
      text: renderPlain(row.text),
      href: `/stories/${row.slug}`,
      label: row.label,
      at: row.at,
      placeIds: row.placeIds,
      facets: [`kind:${row.kind}`, `section:${row.sectionId}`],
    }));
  },
};

const publishedRows = (tx: Tx, ids: readonly string[] | 'all'): Promise<Row[]> =>
  tx.named<Row>(
    'newsroom.search-documents',
    `select s.id, s.kind, s.section_id as "sectionId", s.language, s.slug, e.text, c.name as label, s.first_published_at as at, array(select p.place_id::text from newsroom.story_places p where p.county_id = s.county_id and p.story_id = s.id) as "placeIds"
     from newsroom.stories s join newsroom.editions e on e.county_id = s.county_id and e.id = s.edition_id join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
     where s.county_id = $1 and s.public_state = 'published' and ($2::uuid[] is null or s.id = any($2))`,
    [tx.countyId, ids === 'all' ? null : ids],
  );
