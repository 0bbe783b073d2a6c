import type { Actor } from '#platform/actor';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { revisionById, revisionOfEdition } from '../story/revision.ts';
import type { Revision } from '../story/revision.ts';
import { chainFor } from '../chain/chain-queries.ts';
import { labelOf } from '../chain/chain.ts';
import type { Chain, ChainVersion } from '../chain/chain.ts';
import { afterReview, isOwed, withdrawalReview } from '../story/states.ts';
import type { ReviewStep, StepRule } from '../story/states.ts';
import { eventFacts, storyForUpdate } from '../story/story-queries.ts';
import type { EventFacts, StoryRow } from '../story/story-queries.ts';
import { reviewRole } from './review-role.ts';
import { isKept, sidesOf, signaturesIn } from './round.ts';
import type { Approval } from './round.ts';
import { lastSignature } from './statement.ts';
import type { PreviousSignature } from './statement.ts';

/** What a reviewer had before them: the step, the revision and its hash. Anything else by now is refused. */
export interface Seen {
  storyId: string;
  step: ReviewStep;
  revisionId: string;
  textHash: string;
}

/** The story, locked; the revision that stands; the step and the role in which this person would sign it. */
export interface AtHand {
  readonly story: StoryRow;
  readonly roundId: string;
  readonly revision: Revision;
  readonly step: ReviewStep;
  readonly rule: StepRule;
  readonly side: string;
  readonly role: string;
  readonly chain: ChainVersion;
  /** What the statement calls the chain and its version. */
  readonly path: string;
  /** The approvals that the round has already. */
  readonly signed: readonly Approval[];
  /** What every event of the story says about it. */
  readonly facts: EventFacts;
  /** The story's signature before, whatever round it is of. */
  readonly before: PreviousSignature | undefined;
  /** They signed another step of this round: this one is an exception, which the chain allows and records. */
  readonly isException: boolean;
}

/** Checks that this person may sign this step on the very text they read.
 *  Refuses: AlreadySigned (409), WrongState (409), DutiesNotSeparated (409), TextChanged (409, with both hashes), Forbidden (403), NotFound (404). */
export async function reviewAtHand(tx: Tx, actor: Actor, seen: Seen): Promise<AtHand> {
  const story = await storyForUpdate(tx, seen.storyId);
  mustSee(tx, actor, 'story.read', story);
  const chain = await chainFor(tx, story);
  const { rule, roundId } = await stepAtHand(tx, actor, story, seen, chain);
  const [sides, standing, signed, before, facts] = await together(
    sidesOf(tx, roundId, actor.id),
    reviewedRevision(tx, story, rule),
    signaturesIn(tx, roundId),
    lastSignature(tx, story.id),
    eventFacts(tx, story),
  );
  must(tx, actor, `story.${rule.step}`, story);
  const role = reviewRole(tx, actor, story, rule) ?? refuse('Forbidden', { ability: `story.${rule.step}` });
  const isException = sides.length > 0 && !sides.includes(rule.side);
  if (isException && !mayExcept(chain, rule, sides)) refuse('DutiesNotSeparated', { side: sides[0] ?? null });
  const revision = standing ?? refuse('NotFound');
  if (revision.id !== seen.revisionId || revision.textHash !== seen.textHash)
    refuse('TextChanged', { storyId: story.id, signedHash: seen.textHash, currentHash: revision.textHash });
  const path = isOwed(rule.step) ? story.path : labelOf(chain);
  const { step, side } = rule;
  return { story, roundId, revision, step, rule, side, role, chain, path, signed, facts, before, isException };
}

/** Whether somebody who stands on these sides of a round may take this step as a recorded exception. Whoever wrote never does, and a review owed afterwards is always another person's. */
export const mayExcept = (chain: Pick<Chain, 'separation'>, rule: StepRule, sides: readonly string[]): boolean =>
  chain.separation === 'logged' && !isOwed(rule.step) && !sides.includes('author');

async function stepAtHand(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  seen: Seen,
  chain: ChainVersion,
): Promise<{ rule: StepRule; roundId: string }> {
  const owed = owedReview(story, seen.step);
  const rule = owed?.rule ?? chain.steps.find((one) => one.step === story.state);
  const roundId = owed ? owed.roundId : story.roundId;
  if (rule?.step === seen.step && roundId) return { rule, roundId };
  mustSignSuch(tx, actor, story, seen.step, chain);
  const signed = await tx.named(
    'newsroom.is-signed',
    `select 1 from newsroom.signatures g where g.county_id = $1 and g.revision_id = $2 and g.step = $3 and g.verdict = 'approved' and ${isKept} limit 1`,
    [tx.countyId, seen.revisionId, seen.step],
  );
  if (signed.length > 0) refuse('AlreadySigned', { storyId: story.id, step: seen.step });
  return refuse('WrongState', { noun: 'story', state: story.state, wanted: seen.step });
}

// Who could never sign this step here is not told how far it has come.
function mustSignSuch(tx: Tx, actor: Actor, story: StoryRow, step: ReviewStep, chain: ChainVersion): void {
  const rule = owedReview(story, step)?.rule ?? chain.steps.find((one) => one.step === step);
  if (!rule) return;
  must(tx, actor, `story.${step}`, story);
  if (!reviewRole(tx, actor, story, rule)) refuse('Forbidden', { ability: `story.${step}` });
}

/** The review that a publication or a withdrawal owes, whatever is in work by now; undefined for the steps of the chain. */
export function owedReview(
  story: Pick<StoryRow, 'afterRoundId' | 'turnRoundId'>,
  step: string,
): { rule: StepRule; roundId: string | null } | undefined {
  if (step === afterReview.step) return { rule: afterReview, roundId: story.afterRoundId };
  if (step === withdrawalReview.step) return { rule: withdrawalReview, roundId: story.turnRoundId };
  return undefined;
}

// The review afterwards is of what was published, whatever is in work by now.
async function reviewedRevision(tx: Tx, story: StoryRow, rule: StepRule): Promise<Revision | undefined> {
  if (!owedReview(story, rule.step)) return revisionById(tx, story.revisionId);
  return revisionOfEdition(tx, story.editionId);
}
