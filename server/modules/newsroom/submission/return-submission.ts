import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { storyReturned } from '../events.ts';
import { endRound } from '../review/round.ts';
import { storyStates } from '../story/states.ts';
import { eventFacts, placeOf } from '../story/story-queries.ts';
import { submissionToDecide, unsignedRound } from './open-submission.ts';
import { submissionStates } from './states.ts';
import { storeDecision } from './submission-queries.ts';

/** Sends a submission back to its sender with what they could do about it, before anybody has signed; afterwards a reviewer returns the text. Refuses: WrongState, AlreadySigned (409). */
export async function returnSubmission(
  ctx: Ctx,
  actor: Actor,
  request: { submissionId: string; reason: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { submission, story } = await submissionToDecide(tx, actor, request.submissionId);
    const roundId = await unsignedRound(tx, story);
    await move(tx, submissionStates, submission, 'returned', { by: actor });
    await storeDecision(tx, submission.id, { by: actor.id, reason: request.reason });
    await move(tx, storyStates, story, 'returned', { by: actor, reason: request.reason });
    await endRound(tx, roundId, 'returned');
    await tx.named(
      'newsroom.leave-review',
      'update newsroom.stories set round_id = null, due_at = null, updated_at = $3 where county_id = $1 and id = $2',
      [tx.countyId, story.id, tx.at],
    );
    await emit(tx, storyReturned, actor, {
      ...(await eventFacts(tx, story)),
      step: 'submission',
      authorId: story.authorId,
    });
    await audit(tx, actor, {
      act: 'submission.return',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
    });
  });
}
