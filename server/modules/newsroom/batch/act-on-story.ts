import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { StoryAct } from '../contract.ts';
import { holdOver, resumeStory } from '../review/hold-over.ts';
import { signReview } from '../review/sign-review.ts';
import { lastSignature } from '../review/statement.ts';
import { takeBackSignature } from '../review/take-back-signature.ts';
import { archiveStory, unarchiveStory } from '../story/archive-story.ts';
import { assignEditor } from '../story/assign-editor.ts';
import { changeStory } from '../story/change-story.ts';
import { discardStory, recoverStory } from '../story/discard-story.ts';
import { reopenStory } from '../story/reopen-story.ts';
import { revisionById } from '../story/revision.ts';
import { isInReview } from '../story/states.ts';
import { storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { acceptSubmission } from '../submission/accept-submission.ts';
import { mergeSubmission } from '../submission/merge-submission.ts';
import { tagStory } from '../tag/tag-story.ts';
import { submitStory, takeBack } from '../story/submit-story.ts';

type Named<Do extends StoryAct['do']> = Extract<StoryAct, { do: Do }>;

/** Does one act of a batch by the verb it names, and answers the act that takes it back; null where none leads back to what was. Refuses what the verb refuses. */
export function actOnStory(ctx: Ctx, actor: Actor, act: StoryAct): Promise<StoryAct | null> {
  return ctx.transaction(async (tx): Promise<StoryAct | null> => {
    const { id } = act;
    const story = { storyId: id };
    // It locks both stories in their order, so nothing of it is locked before.
    if (act.do === 'merge') return mergeSubmission(ctx, actor, { ...act, submissionId: id }).then(() => null);
    const before = await storyForUpdate(tx, id);
    mustSee(tx, actor, 'story.read', before);
    switch (act.do) {
      case 'submit':
        await submitStory(ctx, actor, { storyId: id, version: act.version });
        return before.state === 'draft' ? { do: 'take-back', id } : null;
      case 'take-back':
        await takeBack(ctx, actor, story);
        return null;
      case 'move':
        return moveStory(ctx, actor, act);
      case 'assign':
        await assignEditor(ctx, actor, { storyId: id, editorId: act.editorId, from: act.from });
        return before.editorId === act.editorId
          ? null
          : { do: 'assign', id, editorId: before.editorId, from: act.editorId };
      case 'hold-over': {
        const remindAt = act.remindAt ? new Date(act.remindAt) : null;
        await holdOver(ctx, actor, { storyId: id, remindAt, note: act.note });
        return { do: 'resume', id };
      }
      case 'resume':
        await resumeStory(ctx, actor, story);
        return null;
      case 'tag': {
        const { added, removed } = await tagStory(ctx, actor, { storyId: id, add: act.add, remove: act.remove });
        return added.length + removed.length > 0 ? { do: 'tag', id, add: removed, remove: added } : null;
      }
      // Its sender has been told: nothing takes that back.
      case 'accept':
        await acceptSubmission(ctx, actor, { submissionId: id });
        return null;
      case 'return':
        return returnText(ctx, actor, before, act);
      case 'take-back-signature':
        await takeBackSignature(ctx, actor, { storyId: id, signatureId: act.signatureId });
        return null;
      case 'archive':
        await archiveStory(ctx, actor, story);
        return { do: 'unarchive', id };
      case 'unarchive':
        await unarchiveStory(ctx, actor, story);
        return { do: 'archive', id };
      case 'discard':
        await discardStory(ctx, actor, story);
        return before.state === 'draft' && !before.editionId ? { do: 'bring-back', id } : null;
      case 'bring-back':
        return bringBack(ctx, actor, before);
    }
  });
}

// Signed like any return, on the text of the version that was seen; while nobody has acted on it, it is taken back by a signature of its own.
async function returnText(
  ctx: Ctx,
  actor: Actor,
  story: StoryRow,
  { version, reason }: Named<'return'>,
): Promise<StoryAct | null> {
  return ctx.transaction(async (tx) => {
    const { id, revisionId } = story;
    if (!isInReview(story.state)) refuse('WrongState', { noun: 'story', state: story.state, wanted: 'returned' });
    mustBeAsRead(story.version, version);
    const { textHash } = found(await revisionById(tx, revisionId));
    await signReview(ctx, actor, {
      storyId: id,
      step: story.state,
      revisionId,
      textHash,
      verdict: 'returned',
      reason,
    });
    const signed = await lastSignature(tx, id);
    return signed ? { do: 'take-back-signature', id, signatureId: signed.id } : null;
  });
}

async function moveStory(ctx: Ctx, actor: Actor, act: Named<'move'>): Promise<StoryAct | null> {
  return ctx.transaction(async (tx) => {
    const { sectionId } = await storyForUpdate(tx, act.id);
    if (act.from && act.from !== sectionId) refuse('Conflict');
    if (sectionId === act.sectionId) return null;
    await changeStory(ctx, actor, { storyId: act.id, sectionId: act.sectionId });
    return { do: 'move', id: act.id, sectionId, from: act.sectionId };
  });
}

// What is archived only leaves the archive; what was put aside or turned away before stays so until it is asked for again.
async function bringBack(ctx: Ctx, actor: Actor, story: StoryRow): Promise<StoryAct | null> {
  const { id } = story;
  const named = { storyId: id };
  if (story.archivedAt) {
    await unarchiveStory(ctx, actor, named);
    return { do: 'archive', id };
  }
  if (story.state === 'discarded') {
    await recoverStory(ctx, actor, named);
    return { do: 'discard', id };
  }
  if (story.state === 'rejected') {
    await reopenStory(ctx, actor, named);
    return null;
  }
  await resumeStory(ctx, actor, named);
  return null;
}
