import type { StoryText } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';
import { draftOf, dropUpdates, moveDraft, piecesOf } from './draft-queries.ts';
import { workingCopies } from './working-copies.ts';

/** A revision was written elsewhere (phone, program) on the present version: the working copy takes over what it changed, and keeps what others wrote meanwhile and suggest. */
export async function mergeIntoDraft(tx: Tx, storyId: string, text: StoryText, version: number): Promise<void> {
  const draft = await draftOf(tx, storyId);
  if (!draft) return;
  const { rewriteWorkingCopy, stateOf, workingCopyFrom } = await workingCopies();
  const doc = workingCopyFrom([draft.state]);
  rewriteWorkingCopy(doc, text, { keepSuggestions: true });
  await moveDraft(tx, storyId, version, stateOf(doc));
}

/** The story goes on from another text (an old version, the edition): the working copy says that text and nothing else, no suggestion either. What was written and not cut yet is gone from it: cut first. */
export async function resetDraft(tx: Tx, storyId: string, text: StoryText, version: number): Promise<void> {
  const draft = await draftOf(tx, storyId);
  if (!draft) return;
  const { rewriteWorkingCopy, stateOf, workingCopyFrom } = await workingCopies();
  const doc = workingCopyFrom(piecesOf(draft));
  rewriteWorkingCopy(doc, text);
  await moveDraft(tx, storyId, version, stateOf(doc));
  await dropUpdates(tx, storyId, draft.updates);
}
