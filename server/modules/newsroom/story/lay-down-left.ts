import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx } from '#platform/transaction';
import { placeOf, storyForUpdate } from './story-queries.ts';

/** The last window of a person at a text has closed: what they had in hand only by having it open lies again. Nothing otherwise. */
export async function layDownLeft(ctx: Ctx, one: { storyId: string; personId: string }): Promise<void> {
  await ctx.transaction(async (tx) => {
    const laid = await tx.named(
      'newsroom.lay-down-left',
      'update newsroom.stories set holder_id = null, held_since = null, held_open = false where county_id = $1 and id = $2 and holder_id = $3 and held_open returning 1',
      [tx.countyId, one.storyId, one.personId],
    );
    if (laid.length === 0) return;
    const story = await storyForUpdate(tx, one.storyId);
    await audit(tx, systemActor('collab'), {
      act: 'story.release',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
    });
  });
}

/** Hours after which a text lies again that somebody left open: their window ended without a word, with its program. */
const leftOpenHours = 12;

/** Lays down what was left open. */
export async function layDownForgotten(ctx: Ctx): Promise<void> {
  await ctx.transaction((tx) =>
    tx.named(
      'newsroom.lay-down-forgotten',
      'update newsroom.stories set holder_id = null, held_since = null, held_open = false where county_id = $1 and held_open and held_since < $2',
      [tx.countyId, new Date(tx.at.getTime() - leftOpenHours * 3_600_000)],
    ),
  );
}
