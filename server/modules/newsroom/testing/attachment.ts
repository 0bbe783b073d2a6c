import { systemActor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Ctx } from '#platform/transaction';
import { tellAttachment } from '../attachment/tell-attachment.ts';
import { storyById } from '../story/story-queries.ts';

/** An attachment of a story of which its author has told, nothing of it here yet; answers its id. */
export async function addTestAttachment(ctx: Ctx, storyId: string): Promise<string> {
  const authorId = await ctx.transaction(async (tx) => (await storyById(tx, storyId)).authorId);
  const actor = { ...systemActor('test-filler'), id: authorId };
  const { id } = await tellAttachment(ctx, actor, storyId, {
    id: newId<'attachment'>(),
    name: '洪水.mp4',
    bytes: 4_000,
    seconds: 12,
  });
  return id;
}
