import { placeByCode, subtree } from '#places';
import { route } from '#platform/http/route';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { inWords } from '#places';
import { publicListQuery, publicListView, publicStoryParams, publicStoryView } from '../contract.ts';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { storyTeasers } from '../lists/public-stories.ts';
import { editionForPage } from '../page/published-queries.ts';
import { sectionById, sectionBySlug } from '../section/section-queries.ts';
import { storyBySlug } from '../story/story-queries.ts';

/** What anybody may read, for programs: the same stories as on the pages. */
export const publicRoutes = [
  route({
    method: 'GET',
    path: '/public/stories',
    ability: 'public',
    summary: 'Published stories, newest first.',
    query: publicListQuery,
    answer: publicListView,
    refuses: ['NotFound'],
    keptUnder: () => ['stories'],
    handle: ({ ctx, query }) =>
      ctx.transaction(async (tx) => {
        const rows = await storyTeasers(tx, query.language ?? ctx.language, {
          limit: query.limit + 1,
          ...(await filtersOf(tx, query)),
        });
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        const items = page.map(({ id, teaser }) => ({ id, ...teaser, places: [...teaser.places] }));
        return { items, next: rows.length > query.limit && last ? cursorOf(last.at.toISOString(), last.id) : null };
      }),
  }),
  route({
    method: 'GET',
    path: '/public/stories/:slug',
    ability: 'public',
    summary: 'A published story with its text; of a withdrawn one only that it is withdrawn.',
    params: publicStoryParams,
    answer: publicStoryView,
    refuses: ['NotFound'],
    keptUnder: ({ id }) => [`story:${id}`],
    handle: ({ ctx, params }) =>
      ctx.transaction(async (tx) => {
        const story = found(await storyBySlug(tx, params.slug));
        const edition = found(story.editionId ? await editionForPage(tx, story.editionId) : undefined);
        const section = await sectionById(tx, story.sectionId);
        const withdrawn = story.publicState === 'withdrawn';
        return {
          id: story.id,
          slug: params.slug,
          title: edition.text.title,
          language: story.language,
          kind: story.kind,
          section: { slug: section.slug, name: inWords(section.name, ctx.language) },
          byline: edition.byline,
          state: withdrawn ? ('withdrawn' as const) : ('published' as const),
          publishedAt: (story.firstPublishedAt ?? edition.publishedAt).toISOString(),
          withdrawnAt: story.withdrawnAt?.toISOString() ?? null,
          edition: { number: edition.number, at: edition.publishedAt.toISOString() },
          fingerprint: edition.textHash,
          text: withdrawn ? null : { ...edition.text },
        };
      }),
  }),
];

async function filtersOf(
  tx: Tx,
  query: { section?: string | undefined; place?: string | undefined; after?: string | undefined },
): Promise<{ sectionId?: string; placeIds?: string[]; after?: { at: Date; id: string } }> {
  const after = query.after ? readTimeCursor(query.after) : undefined;
  return {
    ...(query.section ? { sectionId: (await sectionBySlug(tx, query.section)).id } : {}),
    ...(query.place ? { placeIds: subtree(tx, found(placeByCode(tx, query.place)).id).map((place) => place.id) } : {}),
    ...(after ? { after } : {}),
  };
}
