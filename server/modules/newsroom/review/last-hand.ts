import { holdersOf } from '#access';
import type { Actor, Grant } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { nextStepOf, urgentSlug } from '../chain/chain.ts';
import type { ChainVersion } from '../chain/chain.ts';
import { shiftsWithin } from '../roster/shift-queries.ts';
import { keptDays } from '../roster/tell-gaps.ts';
import { sectionById } from '../section/section-queries.ts';
import type { StepRule } from '../story/states.ts';
import { placeOf } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { signaturesIn } from './round.ts';
import type { Approval } from './round.ts';

/** Whether this person's last signature, which publishes, would be an exception that needs a reason: the last hand is that of whoever is on duty at the place.
 *  By the section's rule: `rostered`, where somebody is on duty or was within a week (a desk without a roster goes on as it is); `always`; `anybody`, never. The urgent path asks for duty by itself.
 *  `signed`: the approvals of its round, where they were read already. */
export async function isOutOfTurn(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  rule: StepRule,
  chain: ChainVersion,
  signed?: readonly Approval[],
): Promise<boolean> {
  if (rule.step !== story.state || !story.roundId || chain.slug === urgentSlug) return false;
  if (isOnDuty(tx, actor, story, rule)) return false;
  if (nextStepOf(chain, story, [...(signed ?? (await signaturesIn(tx, story.roundId))), rule])) return false;
  const { lastHand } = await sectionById(tx, story.sectionId);
  if (lastHand !== 'rostered') return lastHand === 'always';
  const onDuty = await holdersOf(tx, {
    roles: rule.roles,
    placeId: placeOf(story) ?? undefined,
    unitId: story.unitId,
    onDuty: true,
  });
  return onDuty.length > 0 || (await isWatchKept(tx, rule, story));
}

// Nobody is on duty just now, but lately somebody was: the gap does not make everybody's hand the last.
async function isWatchKept(tx: Tx, { roles }: StepRule, story: StoryRow): Promise<boolean> {
  const place = placeOf(story);
  if (!place) return false;
  const { tree } = tx.ctx.app.permits;
  const lately = await shiftsWithin(tx, { fromAt: new Date(tx.at.getTime() - keptDays * 86_400_000), untilAt: tx.at });
  return lately.some((shift) => roles.includes(shift.role) && tree.covers(tx.countyId, shift.placeId, place));
}

function isOnDuty(tx: Tx, actor: Actor, story: StoryRow, rule: StepRule): boolean {
  return actor.kind === 'system' || dutiesOver(tx, actor, story).some(({ role }) => rule.roles.includes(role));
}

/** What somebody is on duty as, of their duties that cover this story: its unit and one of its places. */
export function dutiesOver(tx: Tx, actor: Actor, { unitId, placeIds }: StoryRow): Grant[] {
  const { tree } = tx.ctx.app.permits;
  return actor.grants.filter(
    (grant) =>
      grant.duty &&
      (!grant.unitId || grant.unitId === unitId) &&
      placeIds.some((place) => tree.covers(tx.countyId, grant.placeId, place)),
  );
}
