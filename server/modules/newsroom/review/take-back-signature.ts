import type { Statement } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { labelOf, nextStepOf } from '../chain/chain.ts';
import type { ChainVersion } from '../chain/chain.ts';
import { signatureTakenBack } from '../events.ts';
import { mustBeOnlyTranslation } from '../story/discard-story.ts';
import { headOf } from '../story/head-of.ts';
import { revisionById } from '../story/revision.ts';
import type { Revision } from '../story/revision.ts';
import { versionById } from '../chain/chain-queries.ts';
import { isOwed, storyStates } from '../story/states.ts';
import type { ChainStepName } from '../story/states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { reopenRound, signaturesIn } from './round.ts';
import { draftStatement, lastSignature } from './statement.ts';
import { signAndStore } from './store-signature.ts';
import type { Signing } from './store-signature.ts';

/** Which signature its signer takes back. */
export interface SignatureTakeBack {
  storyId: string;
  signatureId: string;
  signing?: Signing | undefined;
}

interface Given {
  readonly id: string;
  readonly roundId: string;
  readonly revisionId: string;
  readonly step: ChainStepName;
  readonly versionId: string;
  readonly side: string;
  readonly role: string;
  readonly signerId: string;
  readonly verdict: 'approved' | 'returned' | 'rejected';
}

/** 收回签字: the signer takes their signature back while nobody has acted on it. Both stay on record, each under a signature of its own; the step is open again, and the signer is still on its side.
 *  Refuses: NextHasActed (409) once the next step, the author or the public has it; TranslationExists (409) where another translation was begun since a rejection; Forbidden (403) for another's; NotFound (404), StatementStale (409), StepUpRequired (401). */
export async function takeBackSignature(ctx: Ctx, actor: Actor, request: SignatureTakeBack): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const { story, given, revision } = await takeable(tx, actor, request);
    const before = lastSignature(tx, story.id);
    const { versionId } = given;
    const chain = await versionById(tx, versionId);
    const about = { path: labelOf(chain), step: given.step, role: given.role, verdict: 'taken-back' as const };
    const statement = await draftStatement(tx, actor, story, revision, about, before);
    const { roundId, revisionId, side } = given;
    const { id, kind } = await signAndStore(
      tx,
      actor,
      {
        roundId,
        versionId,
        revisionId,
        side,
        reason: null,
        takesBack: given.id,
        statement,
        head: headOf(story),
        before: (await before) ?? null,
      },
      request.signing ?? {},
    );
    await openAgain(tx, actor, story, given, chain);
    const facts = await eventFacts(tx, story);
    const { step, verdict } = given;
    await emit(tx, signatureTakenBack, actor, { ...facts, step, verdict, authorId: story.authorId });
    await audit(tx, actor, {
      act: 'story.take-back-signature',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { step, verdict, signature: id, means: kind },
    });
    return storyById(tx, story.id);
  });
}

/** The statement this person would sign now to take their signature back. Stores nothing. Refuses as `takeBackSignature` does. */
export const prepareTakeBack = (ctx: Ctx, actor: Actor, request: SignatureTakeBack): Promise<Statement> =>
  ctx.transaction(async (tx) => {
    const { story, given, revision } = await takeable(tx, actor, request);
    const chain = await versionById(tx, given.versionId);
    const about = { path: labelOf(chain), step: given.step, role: given.role, verdict: 'taken-back' as const };
    return draftStatement(tx, actor, story, revision, about);
  });

/** Whether nobody has acted yet on the story's latest signature: its round goes on without another one, or ended by it and stands as it ended. */
export function isUntouched(
  story: Pick<StoryRow, 'state' | 'roundId' | 'revisionId'>,
  last: { readonly roundId: string; readonly revisionId: string; readonly verdict: string; readonly step: string },
): boolean {
  if (last.verdict === 'carried') return false;
  if (last.verdict === 'approved')
    return story.roundId === last.roundId && story.state !== 'held' && story.state !== last.step;
  if (isOwed(last.step)) return false;
  return story.state === last.verdict && story.revisionId === last.revisionId;
}

async function takeable(
  tx: Tx,
  actor: Actor,
  request: SignatureTakeBack,
): Promise<{ story: StoryRow; given: Given; revision: Revision }> {
  const story = await storyForUpdate(tx, request.storyId);
  mustSee(tx, actor, 'story.read', story);
  const [given] = await tx.named<Given>(
    'newsroom.signature-to-take-back',
    `select id, round_id as "roundId", revision_id as "revisionId", step, version_id as "versionId", side, role, signer_id as "signerId", verdict
       from newsroom.signatures where county_id = $1 and story_id = $2 and id = $3`,
    [tx.countyId, story.id, request.signatureId],
  );
  if (!given) return refuse('NotFound');
  if (given.signerId !== actor.id) refuse('Forbidden', { ability: 'story.take-back-signature' });
  const last = await lastSignature(tx, story.id);
  if (last?.id !== given.id || !isUntouched(story, given)) refuse('NextHasActed', { storyId: story.id });
  if (given.verdict === 'rejected') await mustBeOnlyTranslation(tx, story);
  return { story, given, revision: (await revisionById(tx, given.revisionId)) ?? refuse('NotFound') };
}

// A round that ended by this very signature goes on where it was.
async function openAgain(tx: Tx, actor: Actor, story: StoryRow, given: Given, chain: ChainVersion): Promise<void> {
  if (given.verdict !== 'approved') await reopenRound(tx, given.roundId);
  const dueMinutes = chain.steps.find((one) => one.step === given.step)?.dueMinutes ?? 0;
  const next = nextStepOf(chain, story, await signaturesIn(tx, given.roundId));
  await move(tx, storyStates, { ...story, nextStep: next?.step ?? null }, given.step, {
    by: actor,
    reason: 'signature-taken-back',
  });
  await tx.named(
    'newsroom.open-step-again',
    'update newsroom.stories set round_id = $3, due_at = $4, archived_at = null, updated_at = $5 where county_id = $1 and id = $2',
    [tx.countyId, story.id, given.roundId, new Date(tx.at.getTime() + dueMinutes * 60_000), tx.at],
  );
}
