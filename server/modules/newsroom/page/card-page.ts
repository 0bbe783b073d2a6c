import { drawPicture } from '#media';
import { inWords } from '#places';
import { Raw } from '#platform/http/route';
import { localeOf } from '#platform/moments';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import { cardSvg } from '../card/card-svg.ts';
import { sectionById } from '../section/section-queries.ts';
import { storyBySlug } from '../story/story-queries.ts';
import { editionForPage } from './published-queries.ts';

/** `/stories/:slug/card.png`: the headline as a picture, for sites and chats to which the story is passed on; drawn when first asked for, kept as a file. Not among the kept pages: it is asked for once by each site, and drawn outside any transaction. */
export const cardPage: Page = {
  path: '/stories/:slug/card.png',
  view: '',
  cached: false,
  perMinute: 60,
  async load({ ctx, params }) {
    const words = await ctx.read(async (tx) => {
      const story = found(await storyBySlug(tx, params['slug'] ?? ''));
      const published = story.publicState === 'published' && story.editionId ? story.editionId : undefined;
      const edition = found(published ? await editionForPage(tx, published) : undefined);
      const section = await sectionById(tx, story.sectionId);
      const { county } = ctx;
      const language = story.language;
      return {
        siteName: inWords(county.name, language),
        publisher: inWords(county.publisher, language),
        section: inWords(section.name, language),
        title: edition.text.title,
        day: new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: county.timeZone }).format(
          edition.publishedAt,
        ),
        language,
      };
    });
    const png = await drawPicture(ctx.app, cardSvg(words));
    return { raw: new Raw('image/png', png, { 'cache-control': 'public, max-age=3600' }) };
  },
};
