import { systemActor } from '#platform/actor';
import { Refusal } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { storyForUpdate } from '../story/story-queries.ts';
import { cutWritten } from './cut-revision.ts';

/** Makes a version of what was written when nobody writes any more. Not in review: there writers go on beside the text that is reviewed until somebody hands their changes in.
 *  A text that cannot be a version yet (a headline too long) waits for whoever shortens it. */
export async function leaveRevision(ctx: Ctx, storyId: string): Promise<void> {
  try {
    await ctx.transaction(async (tx) => {
      const story = await storyForUpdate(tx, storyId);
      if (story.state !== 'draft' && story.state !== 'returned') return;
      await cutWritten(tx, systemActor('newsroom.cut-drafts'), story, { draft: true });
    });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'BadText')) throw error;
  }
}
