import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** Says who has the text in hand, since when, so that two people do not write at once; it locks nobody out. `over` takes it from another and takes it on; otherwise it lies again when their last window at it closes. Refuses: HeldByAnother (409). */
export async function holdStory(
  ctx: Ctx,
  actor: Actor,
  request: { storyId: string; over: boolean },
): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.edit', story);
    if (story.holderId === actor.id) return story;
    if (story.holderId && !request.over)
      refuse('HeldByAnother', { storyId: story.id, since: story.heldSince?.toISOString() ?? null });
    await tx.named(
      'newsroom.hold',
      'update newsroom.stories set holder_id = $3, held_since = $4, held_open = $5 where county_id = $1 and id = $2',
      [tx.countyId, story.id, actor.id, tx.at, !request.over],
    );
    await audit(tx, actor, {
      act: 'story.hold',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { from: story.holderId },
    });
    return storyById(tx, story.id);
  });
}

/** Lays the text down. Only its holder can; for others it is as it was. */
export async function releaseStory(ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    if (story.holderId !== actor.id) return story;
    await tx.named(
      'newsroom.lay-down',
      'update newsroom.stories set holder_id = null, held_since = null, held_open = false where county_id = $1 and id = $2',
      [tx.countyId, story.id],
    );
    await audit(tx, actor, { act: 'story.release', noun: 'story', subjectId: story.id, placeId: placeOf(story) });
    return storyById(tx, story.id);
  });
}
