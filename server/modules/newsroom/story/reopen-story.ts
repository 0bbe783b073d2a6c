import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { storyReopened } from '../events.ts';
import { mustBeOnlyTranslation } from './discard-story.ts';
import { storyStates } from './states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** Opens a rejected story again as a draft: the desk changed its mind, and its author is told. Refuses: WrongState (409), TranslationExists (409), Forbidden (403), NotFound (404). */
export async function reopenStory(ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.reopen', story);
    if (story.state !== 'rejected') refuse('WrongState', { noun: 'story', state: story.state, wanted: 'draft' });
    await mustBeOnlyTranslation(tx, story);
    await move(tx, storyStates, story, 'draft', { by: actor, reason: 'reopened' });
    await tx.named(
      'newsroom.reopen',
      'update newsroom.stories set archived_at = null, updated_at = $3 where county_id = $1 and id = $2',
      [tx.countyId, story.id, tx.at],
    );
    await emit(tx, storyReopened, actor, { ...(await eventFacts(tx, story)), authorId: story.authorId });
    await audit(tx, actor, { act: 'story.reopen', noun: 'story', subjectId: story.id, placeId: placeOf(story) });
    return storyById(tx, story.id);
  });
}
