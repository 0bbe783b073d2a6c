import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { AttachmentTold } from '../contract.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import { attachmentById, attachmentsOf } from './attachment-queries.ts';
import type { Attachment } from './attachment-queries.ts';

/** How many attachments one story may have. */
export const mostAttachments = 5;

/** 随稿附件: says that an attachment follows a text, so that the desk knows of it while its bytes are still on their way. The same id again is the same attachment.
 *  Refuses: TooManyAttachments (422) beyond five for a story, Conflict (409) for an id that is another attachment's. */
export async function tellAttachment(
  ctx: Ctx,
  actor: Actor,
  storyId: string,
  told: AttachmentTold,
): Promise<Attachment> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const known = await attachmentById(tx, told.id);
    if (known?.storyId === story.id && known.sentBy === actor.id) return known;
    must(tx, actor, 'story.edit', story);
    if (known) refuse('Conflict');
    if ((await attachmentsOf(tx, story.id)).length >= mostAttachments)
      refuse('TooManyAttachments', { most: mostAttachments });
    await add(tx, actor, story.id, told);
    await audit(tx, actor, {
      act: 'attachment.tell',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { bytes: told.bytes },
    });
    return found(await attachmentById(tx, told.id));
  });
}

const add = (tx: Tx, actor: Actor, storyId: string, { id, name, bytes, seconds }: AttachmentTold): Promise<unknown> =>
  tx.named(
    'newsroom.tell-attachment',
    'insert into newsroom.attachments (county_id, id, story_id, name, bytes, seconds, sent_by, told_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.countyId, id, storyId, name, bytes, seconds, actor.id, tx.at],
  );
