import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import { begin, mayMove, move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { submissionStates } from './states.ts';
import type { SubmissionState } from './states.ts';
import { storeDecision, submissionById, submissionForUpdate } from './submission-queries.ts';

/** A text was handed in: by a correspondent it is a submission, anew when it came back to them; handed in for them by the desk it is accepted. What the desk wrote itself is none, nor is a correction. */
export async function storyHandedIn(tx: Tx, actor: Actor, storyId: string): Promise<void> {
  const story = await storyById(tx, storyId);
  if (story.editionId !== null) return;
  if (story.authorId !== actor.id) return submissionFollows(tx, actor, storyId, 'accepted');
  if (await submissionById(tx, storyId)) return handedInAnew(tx, actor, story);
  if (may(tx, actor, 'story.choose-path', story)) return;
  await beginSubmission(tx, actor, story);
}

async function beginSubmission(tx: Tx, actor: Actor, story: StoryRow): Promise<void> {
  await tx.named(
    'newsroom.begin-submission',
    `insert into newsroom.submissions (county_id, id, sender_id, state, sent_revision_id, sent_at) values ($1, $2, $3, 'waiting', $4, $5)`,
    [tx.countyId, story.id, story.authorId, story.revisionId, tx.at],
  );
  await begin(tx, submissionStates, story.id, { by: actor });
}

async function handedInAnew(tx: Tx, actor: Actor, story: StoryRow): Promise<void> {
  const submission = await submissionForUpdate(tx, story.id);
  if (submission.state !== 'waiting')
    await move(tx, submissionStates, submission, 'waiting', { by: actor, reason: 'handed-in-anew' });
  await storeDecision(tx, story.id, { by: null });
  await tx.named(
    'newsroom.send-anew',
    'update newsroom.submissions set sent_revision_id = $3, sent_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, story.id, story.revisionId, tx.at],
  );
}

/** The story of a submission moved on at the desk: signed, kept for later or published it is accepted, also when an answer is taken back or a rejected text opened again; sent back or rejected it is so with the reviewer's reason; taken back it is its sender's again. */
export async function submissionFollows(
  tx: Tx,
  actor: Actor,
  storyId: string,
  to: Exclude<SubmissionState, 'waiting' | 'merged'>,
): Promise<void> {
  const known = await submissionById(tx, storyId);
  // Most often it is accepted already. The story is locked, and whoever moves its submission locks it first.
  if (!known || !mayMove(submissionStates, known.state, to)) return;
  // A correction goes to and fro without the correspondent.
  if (to !== 'accepted' && (await storyById(tx, storyId)).editionId !== null) return;
  const submission = await submissionForUpdate(tx, storyId);
  if (!mayMove(submissionStates, submission.state, to)) return;
  await move(tx, submissionStates, submission, to, { by: actor });
  const reason = to === 'returned' || to === 'rejected' ? await lastReason(tx, storyId, to) : null;
  await storeDecision(tx, storyId, { by: actor.kind === 'person' ? actor.id : null, reason });
}

async function lastReason(tx: Tx, storyId: string, verdict: 'returned' | 'rejected'): Promise<string | null> {
  const [row] = await tx.named<{ reason: string | null }>(
    'newsroom.last-reason',
    `select reason from newsroom.signatures where county_id = $1 and story_id = $2 and verdict = $3 order by number desc limit 1`,
    [tx.countyId, storyId, verdict],
  );
  return row?.reason ?? null;
}
