import { inWords } from '#places';
import type { Words } from '#platform/county';
import type { Language } from '#platform/i18n';
import type { Tx } from '#platform/transaction';
import type { CorrectionEntry, CorrectionNote, TextRun, UpdateNote } from '../page-contract.ts';

interface Row {
  slug: string;
  title: string;
  language: string;
  sectionSlug: string;
  sectionName: Words;
  at: Date;
  note: string;
  runs: { runs: TextRun[] }[] | null;
  number: number;
}

// A story corrected in both languages is one correction to its reader: the one in their language.
const shown = `from newsroom.editions e join newsroom.stories s on s.county_id = e.county_id and s.id = e.story_id and s.public_state = 'published'
  join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
  where e.county_id = $1 and e.kind = 'correction' and (s.language = $2 or not exists (select 1 from newsroom.stories o where o.county_id = $1 and o.public_state = 'published' and o.language = $2
    and (o.id = s.translation_of or o.translation_of = s.id or (o.translation_of = s.translation_of and o.id <> s.id))))`;

/** Corrections of stories that are public, latest first. */
export async function correctionEntries(
  tx: Tx,
  language: Language,
  query: { limit: number; offset?: number },
): Promise<{ entries: CorrectionEntry[] }> {
  const rows = await tx.named<Row>(
    'newsroom.correction-entries',
    `select s.slug, s.teaser ->> 'title' as title, s.language, c.slug as "sectionSlug", c.name as "sectionName", e.published_at as at, e.correction_note as note, e.correction_runs as runs, e.number ${shown}
     order by e.published_at desc, e.id desc limit $3 offset $4`,
    [tx.countyId, language, query.limit, query.offset ?? 0],
  );
  return {
    entries: rows.map((row) => ({
      story: { slug: row.slug, title: row.title, language: row.language },
      section: { slug: row.sectionSlug, name: inWords(row.sectionName, language) },
      correction: noteOf(row),
    })),
  };
}

/** The corrections of one story, latest first. */
export async function correctionsOf(tx: Tx, storyId: string): Promise<CorrectionNote[]> {
  const rows = await tx.named<Pick<Row, 'at' | 'note' | 'runs' | 'number'>>(
    'newsroom.corrections-of',
    `select published_at as at, correction_note as note, correction_runs as runs, number from newsroom.editions where county_id = $1 and story_id = $2 and kind = 'correction' order by number desc`,
    [tx.countyId, storyId],
  );
  return rows.map(noteOf);
}

/** What readers were told of updates of one story, latest first. */
export async function updatesOf(tx: Tx, storyId: string): Promise<UpdateNote[]> {
  const rows = await tx.named<{ at: Date; note: string; number: number }>(
    'newsroom.updates-of',
    `select published_at as at, update_note as note, number from newsroom.editions where county_id = $1 and story_id = $2 and update_note is not null order by number desc`,
    [tx.countyId, storyId],
  );
  return rows.map(({ at, note, number }) => ({ at: at.toISOString(), note, edition: number }));
}

const noteOf = (row: Pick<Row, 'at' | 'note' | 'runs' | 'number'>): CorrectionNote => ({
  at: row.at.toISOString(),
  note: row.note,
  changes: row.runs ?? [],
  edition: row.number,
});
