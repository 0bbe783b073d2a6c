import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { signaturesVoided } from '../events.ts';
import { chainFor } from '../chain/chain-queries.ts';
import { nextStepOf } from '../chain/chain.ts';
import { storyStates } from '../story/states.ts';
import { eventFacts, storyById } from '../story/story-queries.ts';
import { carrySignatures } from './carry-signatures.ts';
import { beginRound, endRound, purposeOf, signaturesIn } from './round.ts';
import { setDue } from './set-due.ts';
import type { FactPart } from './voiding-rules.ts';

/** What is read was changed during review: the round's signatures stay on record but carry nothing, and a new round begins by the same version of the chain, however that was arranged anew meanwhile. What the county's rules let stand is carried into it; it begins at the first step that fell.
 *  `facts`: what changed besides the text. Refuses: WrongState (409) for what is kept for later. */
export async function voidRound(tx: Tx, actor: Actor, storyId: string, facts: readonly FactPart[] = []): Promise<void> {
  const story = await storyById(tx, storyId);
  if (story.state === 'held') refuse('WrongState', { noun: 'story', state: 'held', wanted: 'resumed' });
  const roundId = story.roundId ?? refuse('WrongState');
  const chain = await chainFor(tx, story);
  const signed = await signaturesIn(tx, roundId);
  await endRound(tx, roundId, 'voided');
  const next = await beginRound(tx, story, purposeOf(story), chain);
  const standing = await carrySignatures(tx, { roundId, story, facts }, { story, roundId: next, chain });
  const first = nextStepOf(chain, story, standing) ?? refuse('WrongState');
  await setDue(tx, story.id, new Date(tx.at.getTime() + first.dueMinutes * 60_000));
  const reason = facts.length > 0 ? 'facts-changed' : 'text-changed';
  if (story.state !== first.step)
    await move(tx, storyStates, { ...story, nextStep: first.step }, first.step, { by: actor, reason });
  await emit(tx, signaturesVoided, actor, {
    ...(await eventFacts(tx, story)),
    roundId,
    signatures: signed.length - standing.length,
  });
}
