import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { StoryStanding } from '../page-contract.ts';
import { storyBySlug } from '../story/story-queries.ts';
import { editionForPage } from './published-queries.ts';

/** `/stories/:slug/standing.json`: what stands under the address today, for whoever holds a printed copy: which edition, and its hash; or that it is withdrawn. */
export const standingPage: Page = {
  path: '/stories/:slug/standing.json',
  view: '',
  cached: true,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const story = found(await storyBySlug(tx, params['slug'] ?? ''));
      const edition = found(story.editionId ? await editionForPage(tx, story.editionId) : undefined);
      const standing: StoryStanding = {
        state: story.publicState === 'published' ? 'published' : 'withdrawn',
        edition: edition.number,
        sha: Buffer.from(edition.textHash, 'hex').toString('base64url'),
        at: (story.withdrawnAt ?? edition.publishedAt).toISOString(),
      };
      return {
        raw: new Raw('application/json; charset=utf-8', JSON.stringify(standing)),
        keys: [`story:${story.id}`],
      };
    }),
};
