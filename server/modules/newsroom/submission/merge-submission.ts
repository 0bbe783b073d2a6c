import type { StoryText } from '@xiangyin/document';
import { forgetDraftUses } from '#media';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { submissionDecided } from '../events.ts';
import { followInto } from '../planning/assignment-story.ts';
import { endRound } from '../review/round.ts';
import { leaveRelease } from '../release/leave-release.ts';
import { revisionById } from '../story/revision.ts';
import { saveText } from '../story/save-text.ts';
import { isEmbargoed } from '../embargo/embargo.ts';
import { noteEmbargo, writeEmbargo } from '../embargo/set-embargo.ts';
import { isInWork, storyStates } from '../story/states.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { submissionToDecide, unsignedRound } from './open-submission.ts';
import { submissionStates } from './states.ts';
import { storeDecision, submissionById } from './submission-queries.ts';

/** A submission that becomes part of another story. */
export interface Merge {
  submissionId: string;
  /** The story that takes it over. */
  storyId: string;
  /** Whether its words are written at the end of that story's text. */
  append: boolean;
}

/** Joins a submission to another story before anybody has signed it: the text of its own is put aside, and its sender sees where their words went. With `append` they are written at the end of the other text, as any change there: in review it voids the signatures.
 *  Refuses: WrongState, AlreadySigned (409), NotATarget (422) for itself, a discarded or rejected story, one merged elsewhere, or one in another language, NothingInWork (409) when words should be added to what is published, TargetHeld (409) to what is kept for later, BadText (422) when both are too long together. */
export async function mergeSubmission(ctx: Ctx, actor: Actor, request: Merge): Promise<void> {
  await ctx.transaction(async (tx) => {
    const target = await lockedInOrder(tx, request);
    const { submission, story } = await submissionToDecide(tx, actor, request.submissionId);
    mustSee(tx, actor, 'story.read', target);
    must(tx, actor, 'story.edit', target);
    const isOver = target.state === 'discarded' || target.state === 'rejected';
    if (target.id === story.id || isOver || target.language !== story.language) refuse('NotATarget');
    if ((await submissionById(tx, target.id))?.state === 'merged') refuse('NotATarget');
    // Whoever keeps it for later finds it as it was.
    if (request.append && target.state === 'held') refuse('TargetHeld', { storyId: target.id });
    const roundId = await unsignedRound(tx, story);
    await carryEmbargo(tx, actor, story, target);
    if (request.append) await appendText(ctx, tx, actor, story, target);
    await putAside(tx, actor, story, target, roundId);
    await move(tx, submissionStates, submission, 'merged', { by: actor });
    await storeDecision(tx, submission.id, { by: actor.id, mergedInto: target.id });
    await takeAlong(tx, story, target);
    await emit(tx, submissionDecided, actor, {
      submissionId: submission.id,
      senderId: submission.senderId,
      decision: 'merged',
      storyId: target.id,
    });
    await audit(tx, actor, {
      act: 'submission.merge',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { into: target.id },
    });
  });
}

// What a source holds back stays held back in whatever its words become part of.
async function carryEmbargo(tx: Tx, actor: Actor, story: StoryRow, target: StoryRow): Promise<void> {
  const { embargoUntil: until, embargoSource } = story;
  if (!until || !isEmbargoed(story, tx.at) || !(isInWork(target.state) || target.state === 'held')) return;
  if (target.embargoUntil && target.embargoUntil >= until) return;
  await writeEmbargo(tx, target.id, until, embargoSource);
  await noteEmbargo(tx, actor, target, until, '');
}

// Two merges that cross take both stories in the same order.
async function lockedInOrder(tx: Tx, { submissionId, storyId }: Merge): Promise<StoryRow> {
  if (submissionId < storyId) await storyForUpdate(tx, submissionId);
  return storyForUpdate(tx, storyId);
}

async function appendText(ctx: Ctx, tx: Tx, actor: Actor, story: StoryRow, target: StoryRow): Promise<void> {
  const sent = await textOf(tx, story);
  const present = await textOf(tx, target);
  const text: StoryText = {
    ...present,
    body: { ...present.body, content: [...present.body.content, ...sent.body.content] },
  };
  await saveText(ctx, actor, { storyId: target.id, version: target.version, text });
}

async function textOf(tx: Tx, story: StoryRow): Promise<StoryText> {
  return (await revisionById(tx, story.revisionId))?.text ?? refuse('NotFound');
}

// What was joined to this text before goes on with it: its senders see what is published, and the ledger counts them.
const takeAlong = (tx: Tx, story: StoryRow, target: StoryRow): Promise<unknown> =>
  tx.named(
    'newsroom.merge-along',
    `update newsroom.submissions set merged_into = $3 where county_id = $1 and merged_into = $2 and state = 'merged'`,
    [tx.countyId, story.id, target.id],
  );

async function putAside(tx: Tx, actor: Actor, story: StoryRow, target: StoryRow, roundId: string): Promise<void> {
  const draft = await move(tx, storyStates, story, 'draft', { by: actor, reason: 'merged' });
  await endRound(tx, roundId, 'taken-back');
  await followInto(tx, actor, story.id, target);
  await move(tx, storyStates, draft, 'discarded', { by: actor, reason: 'merged' });
  await tx.named(
    'newsroom.put-aside',
    'update newsroom.stories set round_id = null, due_at = null, holder_id = null, held_since = null, held_from = null, held_by = null, remind_at = null, updated_at = $3 where county_id = $1 and id = $2',
    [tx.countyId, story.id, tx.at],
  );
  await leaveRelease(tx, story);
  await forgetDraftUses(tx, 'story', story.id);
}
