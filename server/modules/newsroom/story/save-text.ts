import { textHash } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { mergeIntoDraft } from '../draft/rewrite-draft.ts';
import { storyWritten } from '../events.ts';
import { voidRound } from '../review/void-round.ts';
import { makeCurrent, readText, revisionById, storeRevision, withStoredPictures } from './revision.ts';
import { isInWork } from './states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** A whole text, and the version on which it was written. */
export interface TextToSave {
  storyId: string;
  version: number;
  text: unknown;
}

/** Saves the whole text as a new revision; the same words again make none. Where people write together meanwhile, their working copy takes the change over. In review, any change voids the signatures of the round and leads back to its first step.
 *  Refuses: StaleVersion (409, with the present version), BadText (422), NothingInWork (409) when a published story has no correction begun. */
export async function saveText(ctx: Ctx, actor: Actor, request: TextToSave): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.edit', story);
    if (!isInWork(story.state)) refuse('NothingInWork', { storyId: story.id });
    mustBeAsRead(story.version, request.version);
    const isDraft = story.state === 'draft' || story.state === 'returned';
    const text = await withStoredPictures(tx, {
      ...readText(request.text, { draft: isDraft }),
      language: story.language,
    });
    const before = await revisionById(tx, story.revisionId);
    if (before?.textHash === textHash(text)) return story;
    const revision = await storeRevision(tx, story.id, story.version + 1, text, actor.id);
    await makeCurrent(tx, revision);
    await mergeIntoDraft(tx, story.id, text, revision.version);
    await emit(tx, storyWritten, actor, { ...(await eventFacts(tx, story)), version: revision.version });
    if (!isDraft) await voidRound(tx, actor, story.id);
    await audit(tx, actor, {
      act: 'story.save',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { version: revision.version, textHash: revision.textHash },
    });
    return storyById(tx, story.id);
  });
}
