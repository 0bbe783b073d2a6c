import type { Actor } from '#platform/actor';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { revisionById } from '../story/revision.ts';
import { isInWork } from '../story/states.ts';
import { storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { draftOf, gatherUpdates, insertDraft, piecesOf } from './draft-queries.ts';
import type { Draft } from './draft-queries.ts';
import { workingCopies } from './working-copies.ts';

/** So many pieces are read without being noticed; more are joined when the text is next opened. */
const manyPieces = 400;

/** The story, if the asker may write at it now. Refuses: NotFound (404), Forbidden (403), NothingInWork (409). */
export async function storyToWrite(tx: Tx, actor: Actor, storyId: string): Promise<StoryRow> {
  const story = await storyById(tx, storyId);
  mustSee(tx, actor, 'story.read', story);
  must(tx, actor, 'story.edit', story);
  if (!isInWork(story.state)) refuse('NothingInWork', { storyId: story.id });
  return story;
}

/** The working copy of a story as one Yjs update; begun from the present revision by whoever comes first. For the program itself: who asks was asked at the door. */
export async function openDraft(ctx: Ctx, storyId: string): Promise<Uint8Array> {
  const { joined } = await workingCopies();
  return ctx.transaction(async (tx) => joined(piecesOf(await draftToWrite(tx, storyId))));
}

async function draftToWrite(tx: Tx, storyId: string): Promise<Draft> {
  const before = await draftOf(tx, storyId);
  if (before && before.updates.length < manyPieces) return before;
  const story = await storyForUpdate(tx, storyId);
  const draft = await draftOf(tx, storyId);
  if (draft) await gatherUpdates(tx, draft);
  else await beginDraft(tx, story);
  return found(await draftOf(tx, storyId));
}

async function beginDraft(tx: Tx, story: StoryRow): Promise<void> {
  const { rewriteWorkingCopy, stateOf, workingCopyFrom } = await workingCopies();
  const doc = workingCopyFrom([]);
  rewriteWorkingCopy(doc, found(await revisionById(tx, story.revisionId)).text);
  await insertDraft(tx, story.id, story.version, stateOf(doc));
}
