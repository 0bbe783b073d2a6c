import { route } from '#platform/http/route';
import { mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import { attachmentListView, attachmentParams, attachmentTold, attachmentView, storyParams } from '../contract.ts';
import { attachmentsOf } from '../attachment/attachment-queries.ts';
import { attachmentViews } from '../attachment/attachment-view.ts';
import { removeAttachment } from '../attachment/remove-attachment.ts';
import { tellAttachment } from '../attachment/tell-attachment.ts';
import { storyById } from '../story/story-queries.ts';

/** What correspondents send along with a text. The bytes are an upload like any other (tus, `/uploads`). */
export const attachmentRoutes = [
  route({
    method: 'POST',
    path: '/stories/:id/attachments',
    ability: 'signed-in',
    summary:
      'Says that an attachment follows a story: id, name, bytes, seconds. Its bytes are then sent to /uploads under the fingerprint `attachment:<id>`. The same id again is the same attachment, so no key is needed.',
    idempotency: 'none',
    perMinute: 60,
    params: storyParams,
    body: attachmentTold,
    answer: attachmentView,
    refuses: ['NotFound', 'Forbidden', 'Conflict', 'TooManyAttachments'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) => {
        const attachment = await tellAttachment(ctx, actor, params.id, body);
        const [view] = await attachmentViews(tx, actor, await storyById(tx, params.id), [attachment]);
        return found(view);
      }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/attachments',
    ability: 'signed-in',
    summary: 'The attachments of a story: how far each has come, or what the library has of it.',
    params: storyParams,
    answer: attachmentListView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => {
        const story = await storyById(tx, params.id);
        mustSee(tx, actor, 'story.read', story);
        return { items: await attachmentViews(tx, actor, story, await attachmentsOf(tx, story.id)) };
      }),
  }),
  route({
    method: 'DELETE',
    path: '/stories/:id/attachments/:attachmentId',
    ability: 'signed-in',
    summary:
      'Takes an attachment from a story: the sender’s own, or by whoever may write at the text. What is in the library stays.',
    params: attachmentParams,
    answer: null,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params }) => removeAttachment(ctx, actor, params.id, params.attachmentId),
  }),
];
