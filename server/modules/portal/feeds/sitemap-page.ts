import { servicesInOrder } from '#volunteering';
import { sectionsInOrder, seriesSlugs, tagSlugs } from '#newsroom';
import { codeOf, isLiving, placesOf, today } from '#places';
import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Page, PageAnswer } from '#platform/page';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { offeredPageLanguages } from '../further-pages.ts';
import { prefixesOf, withPrefix } from '../prefix.ts';

// The protocol allows 50,000 addresses a file.
const most = 45_000;
const xml = (root: string, entries: readonly string[]): Raw =>
  new Raw(
    'application/xml; charset=utf-8',
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${root}>\n`,
  );

/** `/sitemap.xml`: the index of the parts. Stories are parted by the month (UTC) in which they were first published: a part of last year changes only when one of its stories does. */
export const sitemapPage: Page = {
  path: '/sitemap.xml',
  view: '',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx): Promise<PageAnswer> => {
      const months = await tx.named<{ month: string; count: number; at: Date }>(
        'portal.sitemap-months',
        `select to_char(date_trunc('month', first_published_at at time zone 'UTC'), 'YYYY-MM') as month, count(*)::int as count, max(published_at) as at
           from newsroom.stories where county_id = $1 and public_state = 'published' group by 1 order by 1 desc`,
        [tx.countyId],
      );
      const entry = (part: string, at?: Date): string =>
        `<sitemap><loc>${addressOf(ctx)}/sitemaps/${part}.xml</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</sitemap>`;
      const parts = months.flatMap(({ month, count, at }) =>
        Array.from({ length: Math.ceil(count / most) }, (_, index) => entry(partName(month, index + 1), at)),
      );
      return { raw: xml('sitemapindex', [entry('pages'), ...parts]), keys: ['stories'] };
    }),
};

const partName = (month: string, part: number): string => (part === 1 ? month : `${month}-${part}`);

/** `/sitemaps/pages.xml`: everything that is no story, in every language. `/sitemaps/2026-11.xml`: the stories of a month; a month with very many has a second part, `2026-11-2`. */
export const sitemapPartPage: Page = {
  path: '/sitemaps/:part',
  view: '',
  cached: true,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx): Promise<PageAnswer> => {
      const part = params['part'] ?? '';
      if (part === 'pages.xml')
        return { raw: xml('urlset', await pageEntries(tx)), keys: ['services', 'stories', 'sitemap'] };
      const [, year, month, number = '1'] =
        /^(\d{4})-(0[1-9]|1[0-2])(?:-([2-9]|[1-9]\d))?\.xml$/.exec(part) ?? refuse('NotFound');
      const entries = await storyEntries(tx, Number(year), Number(month), Number(number));
      if (entries.length === 0) refuse('NotFound');
      return { raw: xml('urlset', entries), keys: ['stories'] };
    }),
};

async function pageEntries(tx: Tx): Promise<string[]> {
  const day = today(tx);
  const paths = [
    '/',
    '/services',
    '/help-given',
    '/places',
    '/about',
    '/principles',
    '/contact',
    '/privacy',
    '/accessibility',
    '/verify',
    '/corrections',
    '/subscribe',
    '/volunteer',
    ...(await sectionsInOrder(tx)).map((section) => `/sections/${section.slug}`),
    ...(await tagSlugs(tx)).map((slug) => `/tags/${slug}`),
    ...(await seriesSlugs(tx)).map((slug) => `/series/${slug}`),
    ...(await servicesInOrder(tx)).map((service) => `/services/${service.slug}`),
    ...placesOf(tx)
      .places.filter((place) => isLiving(place, day))
      .map((place) => `/places/${encodeURIComponent(codeOf(place))}`),
  ];
  const { languages } = tx.ctx.county;
  return paths.flatMap((path) => languages.map((language) => entryOf(tx.ctx, language, path))).slice(0, most);
}

async function storyEntries(tx: Tx, year: number, month: number, part: number): Promise<string[]> {
  const stories = await tx.named<{ slug: string; language: 'zh-CN' | 'en'; at: Date }>(
    'portal.sitemap-stories',
    `select slug, language, published_at as at from newsroom.stories
      where county_id = $1 and public_state = 'published' and first_published_at >= $2 and first_published_at < $3 order by first_published_at, id limit ${most} offset $4`,
    [tx.countyId, new Date(Date.UTC(year, month - 1)), new Date(Date.UTC(year, month)), (part - 1) * most],
  );
  return stories.map(({ slug, language, at }) => entryOf(tx.ctx, language, `/stories/${slug}`, at));
}

const entryOf = (ctx: Ctx, language: 'zh-CN' | 'en', path: string, at?: Date): string =>
  `<url><loc>${addressOf(ctx)}${withPrefix(ctx.county, language, 'normal', path)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</url>`;

const offeredPrefixes = ({ county }: Ctx): string[] => {
  const offered: readonly string[] = [...county.languages, ...offeredPageLanguages.map(({ tag }) => tag)];
  return prefixesOf(county).flatMap(({ prefix, tag }) => (offered.includes(tag) ? [prefix] : []));
};

/** `/robots.txt`: everything public may be read by everybody; the desk is not for robots, nor what people order, in whichever language. */
export const robotsPage: Page = {
  path: '/robots.txt',
  view: '',
  cached: true,
  load: async ({ ctx }) => ({
    raw: new Raw(
      'text/plain; charset=utf-8',
      [
        'User-agent: *',
        ...['/console/', '/api/', ...offeredPrefixes(ctx).map((prefix) => `${prefix}/orders/`)].map(
          (path) => `Disallow: ${path}`,
        ),
        ...['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${addressOf(ctx)}${path}`),
        '',
      ].join('\n'),
    ),
    keys: [],
  }),
};
