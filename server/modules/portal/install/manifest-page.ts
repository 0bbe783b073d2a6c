import { inWords } from '#places';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { withPrefix } from '../prefix.ts';
import { siteNameOf } from '../site-name.ts';

/** `/manifest.webmanifest`: with it a phone puts the pages among its applications, in the language and edition from which it was done. */
export const manifestPage: Page = {
  path: '/manifest.webmanifest',
  view: '',
  cached: true,
  load: async ({ ctx, edition }) => {
    const { county, language } = ctx;
    const home = withPrefix(county, language, edition, '/');
    const icon = (src: string, side: number, purpose = 'any') => ({
      src,
      sizes: `${side}x${side}`,
      type: 'image/png',
      purpose,
    });
    const manifest = {
      id: home,
      name: inWords(county.publisher, language),
      short_name: siteNameOf(inWords(county.name, language)),
      lang: language,
      start_url: home,
      scope: '/',
      display: 'minimal-ui',
      background_color: '#fbf8f1',
      theme_color: '#fbf8f1',
      icons: [icon('/icon-192.png', 192), icon('/icon-512.png', 512), icon('/icon-maskable.png', 512, 'maskable')],
    };
    return { raw: new Raw('application/manifest+json; charset=utf-8', JSON.stringify(manifest)), keys: ['county'] };
  },
};
