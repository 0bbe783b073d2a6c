import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { openSocket } from '../collab/open-socket.ts';
import { restoration, storyParams, storyView } from '../contract.ts';
import { cutRevision } from '../draft/cut-revision.ts';
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
