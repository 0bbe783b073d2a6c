import type { Tx } from '#platform/transaction';
import type { Ribbon } from './page-contract.ts';

/** The one urgent line above everything: the latest valid notice that was published on the urgent path or marked urgent, in the reader's language if there is a translation. */
export async function ribbonOf(tx: Tx, language: 'zh-CN' | 'en'): Promise<Ribbon | null> {
  const [row] = await tx.named<{ slug: string; title: string }>(
    'portal.ribbon',
    `select coalesce(t.slug, s.slug) as slug, coalesce(te.text ->> 'title', e.text ->> 'title') as title
       from newsroom.stories s
       join newsroom.editions e on e.county_id = s.county_id and e.id = s.edition_id
       left join newsroom.stories t on t.county_id = s.county_id and t.translation_of = s.id and t.language = $3 and t.public_state = 'published'
       left join newsroom.editions te on te.county_id = t.county_id and te.id = t.edition_id
      where s.county_id = $1 and s.kind = 'notice' and s.public_state = 'published' and s.translation_of is null
        and s.valid_until > $2 and s.valid_until < $2::timestamptz + interval '36 hours' and s.published_at > $2::timestamptz - interval '24 hours'
      order by s.published_at desc limit 1`,
    [tx.countyId, tx.at, language],
  );
  return row ? { level: 'orange', text: row.title, href: `/stories/${row.slug}`, linkText: null } : null;
}
