import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { xmlWords } from '#platform/xml-words';
import { withPrefix } from '../prefix.ts';

// The protocol takes what is no older than two days, and 1,000 addresses a file.
const newsMilliseconds = 2 * 86_400_000;
const most = 1_000;

interface NewsRow {
  readonly slug: string;
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  readonly at: Date;
}

/** `/news-sitemap.xml`: what was first published within two days, for search engines that follow the news. It empties itself as time goes on. */
export const newsSitemapPage: Page = {
  path: '/news-sitemap.xml',
  view: '',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => {
      const rows = await tx.named<NewsRow>(
        'portal.news-sitemap',
        `select slug, language, teaser ->> 'title' as title, first_published_at as at from newsroom.stories
          where county_id = $1 and public_state = 'published' and first_published_at > $2 order by first_published_at desc, id limit ${most}`,
        [tx.countyId, new Date(tx.at.getTime() - newsMilliseconds)],
      );
      const entries = rows.map(
        ({ slug, language, title, at }) =>
          `<url><loc>${escaped(`${addressOf(ctx)}${withPrefix(ctx.county, language, 'normal', `/stories/${slug}`)}`)}</loc><news:news><news:publication><news:name>${escaped(inWords(ctx.county.publisher, language))}</news:name><news:language>${language.toLowerCase()}</news:language></news:publication><news:publication_date>${at.toISOString()}</news:publication_date><news:title>${escaped(title)}</news:title></news:news></url>`,
      );
      const oldest = rows.at(-1)?.at;
      const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${entries.join('\n')}\n</urlset>\n`;
      return {
        raw: new Raw('application/xml; charset=utf-8', body),
        keys: ['stories'],
        staleAt: oldest ? new Date(oldest.getTime() + newsMilliseconds) : null,
      };
    }),
};

const escaped = (text: string): string =>
  xmlWords(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
