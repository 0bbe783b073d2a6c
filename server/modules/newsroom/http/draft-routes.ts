import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { openSocket } from '../collab/open-socket.ts';
import {
  changesBesideView,
  openSuggestionsView,
  restoration,
  storyParams,
  storyView,
  suggestionListView,
} from '../contract.ts';
import { cutRevision } from '../draft/cut-revision.ts';
import { readChangesBeside } from '../draft/read-changes-beside.ts';
import { readOpenSuggestions } from '../draft/read-open-suggestions.ts';
import { readSuggestions } from '../draft/read-suggestions.ts';
import { restoreRevision } from '../draft/restore-revision.ts';
import { shown } from './story-routes.ts';

/** Writing at one text together. */
export const draftRoutes = [
  route({
    method: 'GET',
    path: '/stories/:id/draft',
    ability: 'signed-in',
    socket: true,
    summary: 'The shared working copy, as a WebSocket (Hocuspocus protocol; the document is named by the story id).',
    params: storyParams,
    answer: z.string(),
    answerType: 'application/octet-stream',
    refuses: ['NotFound', 'Forbidden', 'NothingInWork', 'UpgradeRequired', 'CrossSite'],
    handle: async ({ ctx, actor, params, request, reply }) => {
      await openSocket(ctx, actor, params.id, request, reply);
      return new Raw('application/octet-stream', '');
    },
  }),
  route({
    method: 'GET',
    path: '/stories/:id/suggestions',
    ability: 'signed-in',
    summary: 'Whose the suggestions in the working copy are, and since when. What they say stands in the copy itself.',
    params: storyParams,
    answer: suggestionListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readSuggestions(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/open-suggestions',
    ability: 'signed-in',
    summary: 'What is suggested in the working copy and was not settled yet, line by line, with whose it is.',
    params: storyParams,
    answer: openSuggestionsView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readOpenSuggestions(ctx, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/changes-beside',
    ability: 'signed-in',
    summary: 'What is being written beside the present version and was not handed in yet: by whom, and how much.',
    params: storyParams,
    answer: changesBesideView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readChangesBeside(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/revisions',
    ability: 'signed-in',
    summary:
      'Makes a version of what was written together since the last one. In review, a change voids the signatures.',
    params: storyParams,
    body: z.strictObject({}),
    answer: storyView,
    refuses: ['NotFound', 'Forbidden', 'NothingInWork', 'BadText'],
    handle: ({ ctx, actor, params }) => shown(ctx, actor, () => cutRevision(ctx, actor, { storyId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/reversions',
    ability: 'signed-in',
    summary: 'Goes on from an earlier version, whose words become a new one.',
    params: storyParams,
    body: restoration,
    answer: storyView,
    refuses: ['NotFound', 'Forbidden', 'NothingInWork', 'BadText'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => restoreRevision(ctx, actor, { storyId: params.id, revisionId: body.revisionId })),
  }),
];
