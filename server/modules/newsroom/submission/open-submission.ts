import type { Actor } from '#platform/actor';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { signaturesIn } from '../review/round.ts';
import { storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { submissionForUpdate } from './submission-queries.ts';
import type { SubmissionRow } from './submission-queries.ts';

/** A submission with its story, both locked, for a decision of the desk. Refuses: NotFound (404), Forbidden (403). */
export async function submissionToDecide(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ submission: SubmissionRow; story: StoryRow }> {
  const story = await storyForUpdate(tx, id);
  const submission = await submissionForUpdate(tx, id);
  mustSee(tx, actor, 'story.read', story);
  must(tx, actor, 'submission.decide', story);
  return { submission, story };
}

/** The round of a text that nobody has signed yet: what the desk may join elsewhere. Refuses: WrongState (409) outside of review, AlreadySigned (409) otherwise. */
export async function unsignedRound(tx: Tx, story: StoryRow): Promise<string> {
  const roundId = story.roundId ?? refuse('WrongState', { noun: 'story', state: story.state });
  if ((await signaturesIn(tx, roundId)).length > 0) refuse('AlreadySigned', { storyId: story.id, step: story.state });
  return roundId;
}
