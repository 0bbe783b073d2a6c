import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';

const most = 45_000;

/** `/sitemap.xml`: home, sections, services and the latest stories (the protocol allows 50,000 addresses a file). */
export const sitemapPage: Page = {
  path: '/sitemap.xml',
  view: '',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => {
      const stories = await tx.named<{ slug: string; language: string; at: Date }>(
        'portal.sitemap-stories',
        `select slug, language, published_at as at from newsroom.stories where county_id = $1 and public_state = 'published' order by first_published_at desc limit $2`,
        [tx.countyId, most],
      );
      const sections = await tx.named<{ slug: string }>(
        'portal.sitemap-sections',
        'select slug from newsroom.sections where county_id = $1 and ended_at is null',
        [tx.countyId],
      );
      const origin = addressOf(ctx);
      const urls = [
        '/',
        '/services',
        '/places',
        '/about',
        '/corrections',
        ...sections.map((one) => `/sections/${one.slug}`),
      ].map((path) => `<url><loc>${origin}${path}</loc></url>`);
      const dated = stories.map(
        (one) =>
          `<url><loc>${origin}${one.language === 'en' && ctx.county.languages[0] !== 'en' ? '/en' : ''}/stories/${one.slug}</loc><lastmod>${one.at.toISOString()}</lastmod></url>`,
      );
      const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...urls, ...dated].join('\n')}</urlset>\n`;
      return { raw: new Raw('application/xml; charset=utf-8', xml), keys: ['stories'] };
    }),
};

/** `/robots.txt`: everything public may be read by everybody; the desk is not for robots. */
export const robotsPage: Page = {
  path: '/robots.txt',
  view: '',
  cached: true,
  load: async ({ ctx }) => ({
    raw: new Raw(
      'text/plain; charset=utf-8',
      `User-agent: *\nDisallow: /console/\nDisallow: /orders/\nDisallow: /api/\nSitemap: ${addressOf(ctx)}/sitemap.xml\n`,
    ),
    keys: [],
  }),
};
