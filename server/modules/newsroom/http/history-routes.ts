import { route } from '#platform/http/route';
import {
  differenceQuery,
  differenceView,
  editionListView,
  historyView,
  revisionListView,
  revisionParams,
  revisionView,
  storyParams,
} from '../contract.ts';
import { readDifference, readEditions, readHistory, readRevision, readRevisions } from '../story/read-history.ts';

/** What became of a story: revisions, differences, editions, changes of state. */
export const historyRoutes = [
  route({
    method: 'GET',
    path: '/stories/:id/revisions',
    ability: 'signed-in',
    summary: 'Every saved revision, latest first.',
    params: storyParams,
    answer: revisionListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readRevisions(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/revisions/:revisionId',
    ability: 'signed-in',
    summary: 'One revision with its text.',
    params: revisionParams,
    answer: revisionView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readRevision(ctx, actor, params.id, params.revisionId),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/differences',
    ability: 'signed-in',
    summary: 'What changed between two revisions, word by word.',
    params: storyParams,
    query: differenceQuery,
    answer: differenceView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params, query }) => {
      const { from, to, changeCount, blocks } = await readDifference(ctx, actor, params.id, query.from, query.to);
      return { from, to, changeCount, blocks: blocks.map((block) => ({ ...block })) };
    },
  }),
  route({
    method: 'GET',
    path: '/stories/:id/editions',
    ability: 'signed-in',
    summary: 'Every published edition, latest first.',
    params: storyParams,
    answer: editionListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readEditions(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/history',
    ability: 'signed-in',
    summary: 'Every change of state: who, when, why.',
    params: storyParams,
    answer: historyView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readHistory(ctx, actor, params.id) }),
  }),
];
