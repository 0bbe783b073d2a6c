import { parseStoryText } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { isInWork } from '../story/states.ts';
import { revisionById } from '../story/revision.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { draftOf, piecesOf } from './draft-queries.ts';
import { workingCopies } from './working-copies.ts';

/** The text of a story as it is this moment, with what is just being written and without what is only suggested. Reads alone: it makes no version. */
export async function textNow(tx: Tx, story: StoryRow): Promise<StoryText> {
  const { text } = found(await revisionById(tx, story.revisionId));
  const draft = isInWork(story.state) ? await draftOf(tx, story.id) : undefined;
  if (!draft || draft.updates.length === 0) return text;
  const { readWorkingCopy, workingCopyFrom } = await workingCopies();
  const parsed = parseStoryText(readWorkingCopy(workingCopyFrom(piecesOf(draft)), story.language), { draft: true });
  return parsed.ok ? parsed.text : text;
}
