import type { Statement } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { closeWithdrawalReview } from '../edition/withdraw-story.ts';
import { publishStory } from '../edition/publish-story.ts';
import { storyRejected, storyReturned, storyReviewedAfterwards, storySigned } from '../events.ts';
import { nextStepOf } from '../chain/chain.ts';
import type { ChainStep } from '../chain/chain.ts';
import { isEmbargoed } from '../embargo/embargo.ts';
import { headOf } from '../story/head-of.ts';
import { isOwed, storyStates } from '../story/states.ts';
import { placeOf, storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { isOutOfTurn } from './last-hand.ts';
import { reviewAtHand } from './review-at-hand.ts';
import type { AtHand, Seen } from './review-at-hand.ts';
import { endRound, takeAnotherSide, takeSide } from './round.ts';
import { draftStatement } from './statement.ts';
import { signNow, storeSignature } from './store-signature.ts';
import type { Signing } from './store-signature.ts';

/** A verdict on the exact text that was read. A return needs its reason: what to do about it; so does a rejection. */
export interface ReviewVerdict extends Seen {
  verdict: 'approved' | 'returned' | 'rejected';
  reason?: string | undefined;
  /** The lines of the step's check list that were ticked off. */
  ticked?: readonly string[] | undefined;
  /** Why somebody who signed another step takes this one too, where the chain allows it. */
  exceptionReason?: string | undefined;
  /** Why I sign last although somebody else is on duty. */
  exception?: string | undefined;
  signing?: Signing | undefined;
}

/** Signs the step a story waits at. Approval leads to the next step; the last one publishes in the same transaction, or leaves the text signed off until its time. A return goes back to the author with its reason; a rejection (退稿) ends it.
 *  Refuses: ExceptionReasonMissing (422), CheckListUnfinished (422), BadRequest (400) for a line that the step's check list has not, TextChanged, DutiesNotSeparated, AlreadySigned, WrongState, StatementStale, NotOnDuty (409: sent again with `exception`), ReasonMissing (422), StepUpRequired (401). */
export async function signReview(ctx: Ctx, actor: Actor, request: ReviewVerdict): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const hand = await reviewAtHand(tx, actor, request);
    const reason = request.reason?.trim() || null;
    if (request.verdict !== 'approved' && !reason) refuse('ReasonMissing', {}, [{ path: '/reason', code: 'required' }]);
    if (request.verdict === 'rejected') mustBeRejectable(hand);
    const ticked = tickedOff(hand, request);
    const secondStep = hand.isException ? request.exceptionReason?.trim() : undefined;
    if (hand.isException && !secondStep)
      refuse('ExceptionReasonMissing', { storyId: hand.story.id }, [{ path: '/exceptionReason', code: 'required' }]);
    const exception = request.verdict === 'approved' ? await exceptionOf(tx, actor, hand, request) : undefined;
    // The signature's keys ask for its side, which must be on its way before it: only the first side travels with it.
    if (secondStep) await takeAnotherSide(tx, hand.roundId, actor.id, hand.side, secondStep);
    const { statement, evidence } = await signHand(tx, actor, hand, request);
    const signatureId = newId<'signature'>();
    await audit(tx, actor, {
      act: acts[request.verdict],
      noun: 'story',
      subjectId: hand.story.id,
      placeId: placeOf(hand.story),
      detail: {
        step: hand.step,
        textHash: hand.revision.textHash,
        signature: signatureId,
        means: evidence.kind,
        ...(secondStep ? { exception: secondStep } : {}),
        ...(exception ? { duty: 'not-on-duty' } : {}),
      },
    });
    // What follows names the signature, and goes with it: none of the three waits for the others' answers.
    const [, , story] = await together(
      secondStep ? Promise.resolve() : takeSide(tx, hand.roundId, actor.id, hand.side),
      storeSignature(tx, signatureId, { ...entryOf(hand), reason, ticked, exception, statement }, evidence),
      follow(tx, actor, { ...hand, signatureId }, request.verdict, reason),
    );
    return story;
  });
}

async function signHand(
  tx: Tx,
  actor: Actor,
  hand: AtHand,
  { verdict, signing }: ReviewVerdict,
): ReturnType<typeof signNow> {
  const { story, revision, before } = hand;
  const statement = await draftStatement(tx, actor, story, revision, aboutOf(hand, verdict), Promise.resolve(before));
  return signNow(tx, actor, statement, signing ?? {});
}

const entryOf = ({ story, revision, roundId, side, step, chain, before }: AtHand) => ({
  roundId,
  versionId: isOwed(step) ? null : chain.versionId,
  revisionId: revision.id,
  side,
  head: headOf(story),
  before: before ?? null,
});

const aboutOf = (
  { path, step, role }: AtHand,
  verdict: ReviewVerdict['verdict'],
): Parameters<typeof draftStatement>[4] => ({ path, step, role, verdict });

/** The statement this person would sign now, for a passkey to sign its hash. Stores nothing. Refuses as `signReview` does. */
export async function prepareStatement(
  ctx: Ctx,
  actor: Actor,
  request: Seen & { verdict: ReviewVerdict['verdict'] },
): Promise<Statement> {
  return ctx.transaction(async (tx) => {
    const hand = await reviewAtHand(tx, actor, request);
    const about = aboutOf(hand, request.verdict);
    return draftStatement(tx, actor, hand.story, hand.revision, about, Promise.resolve(hand.before));
  });
}

// The list is an aid; a county may say of a step that every line is to be ticked before it is signed.
function tickedOff({ chain, step }: AtHand, request: ReviewVerdict): string[] {
  const rule = chain.steps.find((one) => one.step === step);
  const ticked = [...new Set(request.ticked ?? [])];
  const foreign = ticked.findIndex((line) => !rule?.checkList.includes(line));
  if (foreign >= 0) refuse('BadRequest', {}, [{ path: `/ticked/${foreign}`, code: 'invalid_value' }]);
  if (request.verdict === 'approved' && rule?.checkListRequired && ticked.length < rule.checkList.length)
    refuse('CheckListUnfinished', { open: rule.checkList.length - ticked.length }, [
      { path: '/ticked', code: 'required' },
    ]);
  return ticked;
}

// The last signature is that of whoever is on duty; another's is an exception, and says why.
async function exceptionOf(tx: Tx, actor: Actor, hand: AtHand, request: ReviewVerdict): Promise<string | undefined> {
  if (!(await isOutOfTurn(tx, actor, hand.story, hand.rule, hand.chain, hand.signed))) return undefined;
  return request.exception?.trim() || refuse('NotOnDuty', { storyId: hand.story.id });
}

const acts = { approved: 'story.sign', returned: 'story.return', rejected: 'story.reject' } as const;

// What is public is corrected or withdrawn; only a text that never was can be turned away.
function mustBeRejectable({ story, step }: AtHand): void {
  if (step === 'after_review' || step === 'withdrawal_review' || story.editionId !== null)
    refuse('WrongState', { noun: 'story', state: story.state, wanted: 'rejected', guard: 'not-public' });
}

interface Signed extends AtHand {
  readonly signatureId: string;
}

async function follow(
  tx: Tx,
  actor: Actor,
  hand: Signed,
  verdict: ReviewVerdict['verdict'],
  reason: string | null,
): Promise<StoryRow> {
  if (hand.step === 'after_review') await closeAfterReview(tx, actor, hand, verdict === 'approved');
  else if (hand.step === 'withdrawal_review') await closeWithdrawalReview(tx, actor, hand, verdict === 'approved');
  else if (verdict !== 'approved') await endReview(tx, actor, hand, verdict, reason ?? '');
  else return approve(tx, actor, hand);
  return storyById(tx, hand.story.id);
}

async function approve(tx: Tx, actor: Actor, hand: Signed): Promise<StoryRow> {
  const signatures = [...hand.signed, { id: hand.signatureId, step: hand.step, side: hand.side, signerId: actor.id }];
  const next = nextStepOf(hand.chain, hand.story, signatures);
  if (!next && !waitsForItsTime(tx, hand.story)) return publishStory(tx, actor, { ...hand, signatures });
  if (next) await handOn(tx, actor, hand, next);
  else await signOff(tx, actor, hand);
  return storyById(tx, hand.story.id);
}

// To the desk of the next step.
async function handOn(tx: Tx, actor: Actor, hand: Signed, next: ChainStep): Promise<void> {
  const dueAt = new Date(tx.at.getTime() + next.dueMinutes * 60_000);
  await move(
    tx,
    storyStates,
    { ...hand.story, nextStep: next.step },
    next.step,
    { by: actor },
    { due_at: dueAt, updated_at: tx.at },
  );
  await emit(tx, storySigned, actor, { ...hand.facts, step: hand.step, nextStep: next.step });
}

const waitsForItsTime = (tx: Tx, story: StoryRow): boolean =>
  story.publishHeld ||
  story.releaseId !== null ||
  (story.publishAt !== null && story.publishAt > tx.at) ||
  isEmbargoed(story, tx.at);

// Every signature is there; only the moment is missing: its own, or that at which its source lets it go.
async function signOff(tx: Tx, actor: Actor, { story, step, facts }: Signed): Promise<void> {
  await move(
    tx,
    storyStates,
    { ...story, nextStep: null },
    'signed_off',
    { by: actor },
    { due_at: null, updated_at: tx.at },
  );
  await emit(tx, storySigned, actor, { ...facts, step, nextStep: 'signed_off' });
}

// Back to the author, or ended: either way the round is over.
async function endReview(
  tx: Tx,
  actor: Actor,
  hand: Signed,
  verdict: 'returned' | 'rejected',
  reason: string,
): Promise<void> {
  const { story } = hand;
  await move(tx, storyStates, story, verdict, { by: actor, reason });
  await endRound(tx, hand.roundId, verdict);
  await tx.named(
    'newsroom.leave-review',
    'update newsroom.stories set round_id = null, due_at = null, updated_at = $3 where county_id = $1 and id = $2',
    [tx.countyId, story.id, tx.at],
  );
  const said = { ...hand.facts, step: hand.step, authorId: story.authorId };
  await emit(tx, verdict === 'returned' ? storyReturned : storyRejected, actor, said);
}

async function closeAfterReview(tx: Tx, actor: Actor, hand: Signed, approved: boolean): Promise<void> {
  const verdict = approved ? 'approved' : 'returned';
  await endRound(tx, hand.roundId, approved ? 'reviewed' : 'returned');
  await tx.named(
    'newsroom.reviewed-afterwards',
    'update newsroom.stories set after_round_id = null, after_review_due_at = null, updated_at = $3 where county_id = $1 and id = $2',
    [tx.countyId, hand.story.id, tx.at],
  );
  await emit(tx, storyReviewedAfterwards, actor, { ...hand.facts, verdict });
}
