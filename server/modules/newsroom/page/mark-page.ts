import { qrCode } from '#media';
import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import { markedEdition } from '../mark/marked-edition.ts';
import { markPath, storyMark } from '../mark/story-mark.ts';
import { stripOf } from '../review/signature-queries.ts';
import { storyBySlug } from '../story/story-queries.ts';
import { editionForPage } from './published-queries.ts';

/** `/stories/:slug/mark.svg`: the QR code of the mark, for the foot of the page and for paper. A picture of its own: inside the page it would weigh more than the text. */
export const markPage: Page = {
  path: '/stories/:slug/mark.svg',
  view: '',
  cached: true,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const story = found(await storyBySlug(tx, params['slug'] ?? ''));
      const published = story.publicState === 'published' && story.editionId ? story.editionId : undefined;
      const edition = found(published ? await editionForPage(tx, published) : undefined);
      const strip = await stripOf(tx, edition.id);
      const mark = found((await storyMark(tx, markedEdition(story, edition, strip))) ?? undefined);
      const { size, path } = await qrCode(`${addressOf(ctx)}${markPath(mark)}`, 'L');
      const side = size + 8;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side * 4}" height="${side * 4}" viewBox="-4 -4 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h${side}v${side}h-${side}z"/><path d="${path}"/></svg>`;
      return { raw: new Raw('image/svg+xml', svg), keys: [`story:${story.id}`] };
    }),
};
