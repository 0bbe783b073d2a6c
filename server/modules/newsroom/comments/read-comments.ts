import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { CommentView } from '../contract.ts';
import { storyById } from '../story/story-queries.ts';
import { commentsOf } from './comment-queries.ts';

/** The comments of a story, open and settled. Refuses: NotFound (404) for a story they may not see. */
export async function readComments(ctx: Ctx, actor: Actor, storyId: string): Promise<CommentView[]> {
  return ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    return commentsOf(tx, storyId);
  });
}
