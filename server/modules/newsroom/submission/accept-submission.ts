import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { submissionDecided } from '../events.ts';
import { placeOf } from '../story/story-queries.ts';
import { submissionToDecide } from './open-submission.ts';
import { submissionStates } from './states.ts';
import { storeDecision } from './submission-queries.ts';

/** The desk takes a submission: its sender learns of it, and the text goes on to its reviews as it stands. Refuses: WrongState (409). */
export async function acceptSubmission(ctx: Ctx, actor: Actor, request: { submissionId: string }): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { submission, story } = await submissionToDecide(tx, actor, request.submissionId);
    await move(tx, submissionStates, submission, 'accepted', { by: actor });
    await storeDecision(tx, submission.id, { by: actor.id });
    await emit(tx, submissionDecided, actor, {
      submissionId: submission.id,
      senderId: submission.senderId,
      decision: 'accepted',
      storyId: story.id,
    });
    await audit(tx, actor, {
      act: 'submission.accept',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
    });
  });
}
