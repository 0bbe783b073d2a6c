import { textHash } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { storyWritten } from '../events.ts';
import { voidRound } from '../review/void-round.ts';
import {
  addWriters,
  makeCurrent,
  readText,
  revisionById,
  storeRevision,
  withStoredPictures,
} from '../story/revision.ts';
import { isInWork } from '../story/states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { draftOf, dropUpdates, moveDraft, piecesOf, writersOf } from './draft-queries.ts';
import { workingCopies } from './working-copies.ts';

/** Makes a revision of what was written at the working copy since the last one; nothing new makes none. In review it voids the signatures of the round, as any change of the text.
 *  Refuses: NothingInWork (409), BadText (422: a headline that two people made too long together). */
export async function cutRevision(ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.edit', story);
    if (!isInWork(story.state)) refuse('NothingInWork', { storyId: story.id });
    const isDraft = story.state === 'draft' || story.state === 'returned';
    const cut = await cutWritten(tx, actor, story, { draft: isDraft });
    if (cut && !isDraft) await voidRound(tx, actor, story.id);
    return storyById(tx, story.id);
  });
}

/** Folds what was written into the working copy and, where the words differ, makes them the present revision: the text without the suggestions that are open, which
 *  stay in the working copy. Answers whether they did. The story's row is locked. */
export async function cutWritten(tx: Tx, actor: Actor, story: StoryRow, options: { draft: boolean }): Promise<boolean> {
  const draft = await draftOf(tx, story.id);
  const last = draft?.updates.at(-1);
  if (!draft || !last) return false;
  const writers = writersOf(draft);
  const { readWorkingCopy, stateOf, workingCopyFrom } = await workingCopies();
  const doc = workingCopyFrom(piecesOf(draft));
  const text = await withStoredPictures(tx, readText(readWorkingCopy(doc, story.language), options));
  const before = await revisionById(tx, story.revisionId);
  const same = before?.textHash === textHash(text);
  const version = same ? story.version : story.version + 1;
  await moveDraft(tx, story.id, version, stateOf(doc));
  await dropUpdates(tx, story.id, draft.updates);
  if (same) return false;
  const revision = await storeRevision(tx, story.id, version, text, writers.at(-1) ?? last.writtenBy);
  await addWriters(tx, revision.id, writers);
  await makeCurrent(tx, revision);
  await emit(tx, storyWritten, actor, { ...(await eventFacts(tx, story)), version });
  await audit(tx, actor, {
    act: 'story.save',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
    detail: { version, textHash: revision.textHash },
  });
  return true;
}
