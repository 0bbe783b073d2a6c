import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { signaturesVoided } from '../events.ts';
import { chainFor } from '../chain/chain-queries.ts';
import { nextStepOf } from '../chain/chain.ts';
import { storyStates } from '../story/states.ts';
import { eventFacts } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { beginRound, endRound, purposeOf, signaturesIn } from './round.ts';

/** What is read was changed during review (`why`): the signatures stay on record but carry nothing; a new round begins at the first step of the same version of the chain, however that was arranged anew meanwhile. Refuses: WrongState (409) for what is kept for later. */
export async function voidRound(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  why: 'text-changed' | 'facts-changed' = 'text-changed',
): Promise<void> {
  if (story.state === 'held') refuse('WrongState', { noun: 'story', state: 'held', wanted: 'resumed' });
  const roundId = story.roundId ?? refuse('WrongState');
  const fallen = await signaturesIn(tx, roundId);
  const chain = await chainFor(tx, story);
  const first = nextStepOf(chain, story, []) ?? refuse('WrongState');
  await endRound(tx, roundId, 'voided');
  await beginRound(tx, story, purposeOf(story), chain);
  await tx.named(
    'newsroom.set-due',
    'update newsroom.stories set due_at = $3, updated_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, story.id, new Date(tx.at.getTime() + first.dueMinutes * 60_000), tx.at],
  );
  if (story.state !== first.step)
    await move(tx, storyStates, { ...story, nextStep: first.step }, first.step, { by: actor, reason: why });
  await emit(tx, signaturesVoided, actor, { ...(await eventFacts(tx, story)), roundId, signatures: fallen.length });
}
