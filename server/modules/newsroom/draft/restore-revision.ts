import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { storyWritten } from '../events.ts';
import { voidRound } from '../review/void-round.ts';
import { makeCurrent, revisionById, storeRevision } from '../story/revision.ts';
import { isInWork } from '../story/states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { cutWritten } from './cut-revision.ts';
import { resetDraft } from './rewrite-draft.ts';

/** Goes on from an earlier version: its words become a new one. What was written since stays in the history. Refuses: NothingInWork (409), NotFound (404) for a version of another story. */
export async function restoreRevision(
  ctx: Ctx,
  actor: Actor,
  request: { storyId: string; revisionId: string },
): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.edit', story);
    if (!isInWork(story.state)) refuse('NothingInWork', { storyId: story.id });
    const isDraft = story.state === 'draft' || story.state === 'returned';
    const wanted = await revisionById(tx, request.revisionId);
    if (wanted?.storyId !== story.id) return refuse('NotFound');
    const written = await cutWritten(tx, actor, story, { draft: isDraft });
    const now = await storyById(tx, story.id);
    const before = await revisionById(tx, now.revisionId);
    const same = before?.textHash === wanted.textHash;
    if (!same) {
      const revision = await storeRevision(tx, story.id, now.version + 1, wanted.text, actor.id);
      await makeCurrent(tx, revision);
      await resetDraft(tx, story.id, wanted.text, revision.version);
      await emit(tx, storyWritten, actor, { ...(await eventFacts(tx, story)), version: revision.version });
      await audit(tx, actor, {
        act: 'story.restore-version',
        noun: 'story',
        subjectId: story.id,
        placeId: placeOf(story),
        detail: { from: wanted.version, version: revision.version },
      });
    }
    if ((written || !same) && !isDraft) await voidRound(tx, actor, story.id);
    return storyById(tx, story.id);
  });
}
