import { holdersOf } from '#access';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { placeOf } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** Whether nobody who may withdraw this story is on duty just now: a gap in the roster, or a desk that keeps none. */
export async function isWatchEmpty(tx: Tx, story: StoryRow): Promise<boolean> {
  const { roles = [] } = tx.ctx.app.permits.rule('story.withdraw');
  const where = { placeId: placeOf(story) ?? undefined, unitId: story.unitId };
  return (await holdersOf(tx, { roles, ...where, onDuty: true })).length === 0;
}

/** Whether this person would withdraw the story as an exception: nobody is on duty, and they may give the last signature. */
export async function mayWithdrawInGap(tx: Tx, actor: Actor, story: StoryRow): Promise<boolean> {
  if (story.publicState !== 'published' || may(tx, actor, 'story.withdraw', story)) return false;
  return may(tx, actor, 'story.withdraw-in-gap', story) && isWatchEmpty(tx, story);
}
