import type { Tx } from '#platform/transaction';
import type { Ribbon } from './page-contract.ts';

/** The one urgent line above everything: of the notices in force that were signed with a level, the highest and of these the newest, in the reader's language if there is a translation.
 *  A notice without an end stands here for a day; one whose successor is public no longer. */
export async function ribbonOf(tx: Tx, language: 'zh-CN' | 'en'): Promise<Ribbon | null> {
  const [row] = await tx.named<{ level: Ribbon['level']; slug: string; title: string; language: Ribbon['language'] }>(
    'portal.ribbon',
    `select e.level, coalesce(t.slug, s.slug) as slug, coalesce(t.teaser, s.teaser) ->> 'title' as title, coalesce(t.language, s.language) as language
       from newsroom.stories s
       join newsroom.editions e on e.county_id = $1 and e.id = s.edition_id and e.level is not null
       left join newsroom.stories t on t.county_id = $1 and t.translation_of = s.id and t.language = $3 and t.public_state = 'published'
      where s.county_id = $1 and s.kind = 'notice' and s.public_state = 'published' and s.translation_of is null
        and (s.valid_until > $2 or (s.valid_until is null and s.published_at > $2::timestamptz - interval '24 hours'))
        and not exists (select 1 from newsroom.stories n where n.county_id = $1 and n.id = s.successor_id and n.public_state = 'published')
      order by array_position(array['red', 'orange', 'yellow', 'blue'], e.level), s.published_at desc limit 1`,
    [tx.countyId, tx.at, language],
  );
  if (!row) return null;
  return { level: row.level, text: row.title, language: row.language, href: `/stories/${row.slug}`, linkText: null };
}
