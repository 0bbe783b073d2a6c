import { holdersOf } from '#access';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { desk } from '../permissions.ts';
import { storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** Who can be asked to look at a story's comments: whoever works at the desk of its places, and its author. Refuses: NotFound (404). */
export async function colleaguesAt(ctx: Ctx, actor: Actor, storyId: string): Promise<{ id: string; name: string }[]> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const ids = await colleagueIds(tx, story);
    const names = await displayNames(tx, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  });
}

/** Refuses CannotSee (422) unless everybody named may see the story. */
export async function mustBeColleagues(tx: Tx, story: StoryRow, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const known = await colleagueIds(tx, story);
  if (!personIds.every((id) => known.includes(id))) refuse('CannotSee');
}

async function colleagueIds(tx: Tx, story: StoryRow): Promise<string[]> {
  const found = [story.authorId];
  for (const placeId of story.placeIds)
    found.push(...(await holdersOf(tx, { roles: [...desk], placeId, unitId: story.unitId })));
  return [...new Set(found)];
}
