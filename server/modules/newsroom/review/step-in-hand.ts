import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { chainFor } from '../chain/chain-queries.ts';
import { afterReview, withdrawalReview } from '../story/states.ts';
import type { ReviewStep, StepRule } from '../story/states.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { mayExcept } from './review-at-hand.ts';
import { reviewRole } from './review-role.ts';
import { sidesOf } from './round.ts';

/** The step at which this person has the text in hand: they may sign it now. Undefined for whoever has none. */
export async function stepInHand(tx: Tx, actor: Actor, story: StoryRow): Promise<ReviewStep | undefined> {
  const chain = await chainFor(tx, story);
  const atDesk = chain.steps.find(({ step }) => step === story.state);
  const possible: readonly (readonly [StepRule | undefined, string | null])[] = [
    [atDesk, story.roundId],
    [afterReview, story.afterRoundId],
    [withdrawalReview, story.turnRoundId],
  ];
  for (const [rule, roundId] of possible) {
    if (!rule || !roundId || !reviewRole(tx, actor, story, rule)) continue;
    const sides = await sidesOf(tx, roundId, actor.id);
    if (sides.length === 0 || sides.includes(rule.side) || mayExcept(chain, rule, sides)) return rule.step;
  }
  return undefined;
}
