import { placeByCode, subtree } from '#places';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { readerOf } from '#platform/http/elsewhere';
import { Raw, route } from '#platform/http/route';
import type { Sendable } from '#platform/http/route';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import {
  exportLine,
  publicChangeQuery,
  publicChangeView,
  publicExportQuery,
  publicListQuery,
  publicListView,
  publicStoryParams,
  publicStoryQuery,
  publicStoryView,
} from '../contract.ts';
import { storyTeasers } from '../lists/public-stories.ts';
import { exportStories } from '../public/export-stories.ts';
import { readChanges } from '../public/read-changes.ts';
import { publicStoryBySlug, publicViews } from '../public/public-stories.ts';
import { sectionBySlug } from '../section/section-queries.ts';

/** What anybody may read, for programs: the same stories as on the pages. */
export const publicRoutes = [
  route({
    method: 'GET',
    path: '/public/stories',
    ability: 'public',
    elsewhere: true,
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
        const lines = page.map(({ id, teaser }) => ({ id, ...teaser, places: [...teaser.places] }));
        const items = query.fields ? lines.map((line) => only(line, ['id', ...(query.fields ?? [])])) : lines;
        return { items, next: rows.length > query.limit && last ? cursorOf(last.at.toISOString(), last.id) : null };
      }),
  }),
  route({
    method: 'GET',
    path: '/public/stories/:slug',
    ability: 'public',
    elsewhere: true,
    summary: 'A published story with its text; of a withdrawn one only that it is withdrawn.',
    params: publicStoryParams,
    query: publicStoryQuery,
    answer: publicStoryView,
    refuses: ['NotFound'],
    keptUnder: ({ id }) => [`story:${id}`],
    handle: ({ ctx, params, query }) =>
      ctx.transaction(async (tx) => {
        const story = await publicStoryBySlug(tx, params.slug);
        return found((await publicViews(tx, [story], query.fields))[0]);
      }),
  }),
  route({
    method: 'GET',
    path: '/public/changes',
    ability: 'public',
    elsewhere: true,
    summary:
      'What became of every published text, in the order in which it was committed, for whoever keeps a copy: published, updated, corrected, withdrawn, restored, changed. `next` goes into `after`; nothing ever appears before it.',
    query: publicChangeQuery,
    answer: publicChangeView,
    refuses: ['CursorGone'],
    handle: ({ ctx, query }) => ctx.read((tx) => readChanges(tx, query.after, query.limit)),
  }),
  route({
    method: 'GET',
    path: '/public/export',
    ability: 'public',
    elsewhere: true,
    summary:
      'Every published story, one JSON object a line. What broke off goes on behind the cursor of its last whole line; what was published meanwhile stands in the changes behind the first line.',
    query: publicExportQuery,
    answer: exportLine,
    answerType: 'application/x-ndjson',
    handle: async ({ ctx, query, request }) =>
      // Whoever asks for the head alone starts no export.
      new Raw<Sendable>(
        'application/x-ndjson; charset=utf-8',
        request.method === 'HEAD' ? '' : await exportStories(ctx, readerOf(request), query),
        {
          'cache-control': 'no-store',
        },
      ),
  }),
];

const only = <Line extends { id: string }>(line: Line, names: readonly string[]): Partial<Line> & { id: string } =>
  Object.fromEntries(Object.entries(line).filter(([name]) => names.includes(name))) as Partial<Line> & { id: string };

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
