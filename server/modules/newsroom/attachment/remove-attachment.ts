import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { dataErased } from '#platform/erasure';
import { emit } from '#platform/events';
import type { ErasureAgain } from '#platform/manifest';
import { may, must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOf, storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { attachmentById } from './attachment-queries.ts';
import type { Attachment } from './attachment-queries.ts';

/** Whether the person may take an attachment from its story: it is theirs, or they write at the text. */
export const mayRemoveAttachment = (tx: Tx, actor: Actor, story: StoryRow, attachment: Attachment): boolean =>
  attachment.sentBy === actor.id || may(tx, actor, 'story.edit', story);

const noun = 'attachment';

/** Takes an attachment from its story. One that is still on its way is sent no further by its telephone; what is in the library stays there. What its own sender took away no backup brings back. Refuses: NotFound (404), Forbidden (403). */
export async function removeAttachment(ctx: Ctx, actor: Actor, storyId: string, attachmentId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const known = await attachmentById(tx, attachmentId);
    const attachment = found(known?.storyId === story.id ? known : undefined);
    if (!mayRemoveAttachment(tx, actor, story, attachment)) must(tx, actor, 'story.edit', story);
    await drop(tx, actor, story, attachment);
    if (attachment.sentBy === actor.id) await emit(tx, dataErased, actor, { noun, subjectId: attachment.id });
  });
}

/** What its sender took from a story since an archive was made does not stand beside it again after it was brought back. */
export const attachmentAgain: ErasureAgain = {
  noun,
  async again(tx, actor, id) {
    const attachment = await attachmentById(tx, id);
    if (!attachment) return false;
    await drop(tx, actor, await storyById(tx, attachment.storyId), attachment);
    await emit(tx, dataErased, actor, { noun, subjectId: id });
    return true;
  },
};

async function drop(tx: Tx, actor: Actor, story: StoryRow, { id, bytes }: Attachment): Promise<void> {
  await tx.named('newsroom.remove-attachment', 'delete from newsroom.attachments where county_id = $1 and id = $2', [
    tx.countyId,
    id,
  ]);
  await audit(tx, actor, {
    act: 'attachment.remove',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
    detail: { bytes },
  });
}
