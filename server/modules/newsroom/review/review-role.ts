import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { StepRule } from '../story/states.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** The role in which this person may sign a step of this story, or undefined. The ability says who may sign such a step in any chain; the chain's own rule narrows it. */
export function reviewRole(tx: Tx, actor: Actor, story: StoryRow, rule: StepRule): string | undefined {
  return may(tx, actor, `story.${rule.step}`, story) ? roleOver(tx, actor, story, rule.roles) : undefined;
}

/** The first of these roles that this person holds over the story: its unit and one of its places. */
export function roleOver(tx: Tx, actor: Actor, story: StoryRow, roles: readonly string[]): string | undefined {
  const { tree } = tx.ctx.app.permits;
  const reaches = (placeId: string, unitId: string | null): boolean =>
    (!unitId || unitId === story.unitId) && story.placeIds.some((place) => tree.covers(tx.countyId, placeId, place));
  return actor.grants.find((grant) => roles.includes(grant.role) && reaches(grant.placeId, grant.unitId))?.role;
}
