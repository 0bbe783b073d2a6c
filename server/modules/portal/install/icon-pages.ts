import { drawPicture } from '#media';
import { inWords } from '#places';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { siteNameOf } from '../site-name.ts';
import { iconSvg } from './icon-svg.ts';

/** The icons by their path: the side in pixels, and whether the ground fills the square (for phones that cut it to their own shape). */
const icons = {
  '/favicon.ico': { side: 48, fills: false },
  '/icon-192.png': { side: 192, fills: false },
  '/icon-512.png': { side: 512, fills: false },
  '/icon-maskable.png': { side: 512, fills: true },
  '/apple-touch-icon.png': { side: 180, fills: true },
} as const;

/** The county's icon: the first character of its name on pine. Drawn once and kept as a file. */
export const iconPages: readonly Page[] = Object.entries(icons).map(([path, { side, fills }]): Page => ({
  path,
  view: '',
  cached: false,
  async load({ ctx }) {
    const { county } = ctx;
    const [character = ''] = siteNameOf(inWords(county.name, county.languages[0] ?? 'zh-CN'));
    const drawn = await drawPicture(ctx.app, iconSvg(character, side, fills));
    return { raw: new Raw('image/png', drawn, { 'cache-control': 'public, max-age=86400' }) };
  },
}));
