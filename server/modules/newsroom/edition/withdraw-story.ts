import type { Statement } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { may, must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { storyRestored, storyWithdrawn } from '../events.ts';
import { dutiesOver } from '../review/last-hand.ts';
import { roleOver } from '../review/review-role.ts';
import { endRound, takeSide } from '../review/round.ts';
import { draftStatement } from '../review/statement.ts';
import { signAndStore } from '../review/store-signature.ts';
import type { Signing } from '../review/store-signature.ts';
import { isWatchEmpty } from '../review/watch-gap.ts';
import { headOf } from '../story/head-of.ts';
import { revisionOfEdition } from '../story/revision.ts';
import type { Revision } from '../story/revision.ts';
import { mayBeAsked, withdrawalReview } from '../story/states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { showInPlaces } from './publish-story.ts';

/** Why a story is taken down or put back. */
export interface Withdrawal {
  storyId: string;
  /** For the desk, not for the public. */
  reason: string;
  /** For the public, in the language of the story. */
  note?: string | undefined;
  /** Why I withdraw it although I am not on duty: nobody is. */
  exception?: string | undefined;
  signing?: Signing | undefined;
  /** Of an original: which translations go along, each with a signature of its own. Left out: those that stand as it does (all that are public, or all that were withdrawn with it), without a passkey; empty: none. */
  translations?: readonly { storyId: string; signing?: Signing | undefined }[] | undefined;
}
type Turn = 'withdrawn' | 'restored';

/** Takes a story from the public at once, with one signature of the person on duty; the page says "withdrawn for checking" with the time. Its translations go with it in the same act. Nothing is deleted.
 *  In a gap of the roster somebody who may give the last signature does it as an exception, with its reason beside the signature. Refuses: NotPublished, NobodyOnDuty (409: sent again with `exception`), NotATranslation (422). */
export const withdrawStory = (ctx: Ctx, actor: Actor, request: Withdrawal): Promise<StoryRow> =>
  turn(ctx, actor, request, 'withdrawn');

/** Puts a withdrawn story back as it was, with one signature of the person on duty, and with it the translations that were withdrawn with it. Refuses: NotWithdrawn (409), NotATranslation (422). */
export const restoreStory = (ctx: Ctx, actor: Actor, request: Withdrawal): Promise<StoryRow> =>
  turn(ctx, actor, request, 'restored');

/** The statement this person would sign now to take the story down or put it back. Stores nothing. */
export const prepareTurn = (ctx: Ctx, actor: Actor, request: { storyId: string; verdict: Turn }): Promise<Statement> =>
  ctx.transaction(async (tx) => {
    const story = await turnable(tx, actor, request.storyId, request.verdict);
    return statementFor(tx, actor, story, await publishedRevision(tx, story), request.verdict);
  });

async function turn(ctx: Ctx, actor: Actor, request: Withdrawal, verdict: Turn): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await turnable(tx, actor, request.storyId, verdict);
    // Asked before the original turns: what was withdrawn with it has its time.
    const along = await goingAlong(tx, story, request, verdict);
    await turnOne(tx, actor, story, request, verdict);
    for (const { storyId, signing } of along)
      // The note is in the language of the original: what stands in another has the usual words.
      await turnOne(
        tx,
        actor,
        await turnable(tx, actor, storyId, verdict),
        { ...request, note: undefined, signing },
        verdict,
      );
    return storyById(tx, story.id);
  });
}

// A translation says what its original says: what is wrong there is wrong in it too.
async function goingAlong(
  tx: Tx,
  story: StoryRow,
  request: Withdrawal,
  verdict: Turn,
): Promise<NonNullable<Withdrawal['translations']>> {
  const rows = await tx.named<{ storyId: string; follows: boolean }>(
    'newsroom.going-along',
    `select id as "storyId", case when $3 = 'withdrawn' then public_state = 'published' else public_state = 'withdrawn' and withdrawn_at = $4::timestamptz end as follows
       from newsroom.stories where county_id = $1 and translation_of = $2 order by id`,
    [tx.countyId, story.id, verdict, story.withdrawnAt],
  );
  if (request.translations === undefined) return rows.filter((row) => row.follows);
  for (const [at, { storyId }] of request.translations.entries())
    if (!rows.some((row) => row.storyId === storyId))
      refuse('NotATranslation', {}, [{ path: `/translations/${at}/storyId`, code: 'invalid_value' }]);
  return request.translations;
}

async function turnOne(tx: Tx, actor: Actor, story: StoryRow, request: Withdrawal, verdict: Turn): Promise<void> {
  const exception = exceptionOf(tx, actor, story, request, verdict);
  await signTurn(tx, actor, story, { ...request, exception }, verdict);
  const withdrawn = verdict === 'withdrawn';
  await setPublic(tx, story, verdict);
  await (withdrawn ? oweTurnReview(tx, actor, story) : settleTurnReview(tx, story, 'reviewed'));
  await show(tx, actor, story, verdict, exception !== undefined);
}

// Nobody is on duty, or the act would have been refused: whoever acts alone says why.
function exceptionOf(tx: Tx, actor: Actor, story: StoryRow, request: Withdrawal, verdict: Turn): string | undefined {
  if (verdict === 'restored' || may(tx, actor, 'story.withdraw', story)) return undefined;
  return request.exception?.trim() || refuse('NobodyOnDuty', { storyId: story.id });
}

// What the public sees of it from now on, for everybody who keeps a copy.
async function show(tx: Tx, actor: Actor, story: StoryRow, verdict: Turn, inGap = false): Promise<void> {
  const withdrawn = verdict === 'withdrawn';
  await showInPlaces(tx, story, withdrawn ? null : story.firstPublishedAt);
  const said = {
    ...(await eventFacts(tx, story)),
    editionId: story.editionId ?? refuse('NotPublished'),
    slug: story.slug ?? refuse('NotPublished'),
  };
  await emit(tx, withdrawn ? storyWithdrawn : storyRestored, actor, said);
  await audit(tx, actor, {
    act: withdrawn ? 'story.withdraw' : 'story.restore',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
    detail: { edition: said.editionId, ...(inGap ? { duty: 'nobody-on-duty' } : {}) },
  });
}

// A correction that goes out by the clock would put the story back by it: from a withdrawal on somebody must say so, until the story is restored.
const goesByClock = `(publish_at is not null or (state = 'signed_off' and release_id is null))`;
const setPublic = (tx: Tx, story: StoryRow, verdict: Turn): Promise<unknown> =>
  tx.named(
    'newsroom.turn',
    `update newsroom.stories set public_state = $3, withdrawn_at = $4, archived_at = null, updated_at = $5,
       publish_held = case when $3 = 'withdrawn' then publish_held or ${goesByClock} else publish_held and not withdrawal_holds end,
       withdrawal_holds = $3 = 'withdrawn' and not publish_held and ${goesByClock}
      where county_id = $1 and id = $2`,
    [
      tx.countyId,
      story.id,
      verdict === 'withdrawn' ? 'withdrawn' : 'published',
      verdict === 'withdrawn' ? tx.at : null,
      tx.at,
    ],
  );

// It acts at once; within a day somebody who had no part in it says whether it stands.
async function oweTurnReview(tx: Tx, actor: Actor, story: StoryRow): Promise<void> {
  await settleTurnReview(tx, story, 'voided');
  const id = newId<'round'>();
  await tx.named(
    'newsroom.begin-turn-review',
    'insert into newsroom.rounds (county_id, id, story_id, path, purpose, begun_at) values ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, id, story.id, story.path, 'withdrawal-review', tx.at],
  );
  await takeSide(tx, id, actor.id, 'duty');
  await tx.named(
    'newsroom.owe-turn-review',
    'update newsroom.stories set turn_round_id = $3, turn_review_due_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, story.id, id, new Date(tx.at.getTime() + withdrawalReview.dueMinutes * 60_000)],
  );
}

/** Ends the review that a withdrawal owes: it was done, or there is nothing withdrawn any more. */
export async function settleTurnReview(
  tx: Tx,
  story: Pick<StoryRow, 'id' | 'turnRoundId'>,
  outcome: 'reviewed' | 'returned' | 'voided',
): Promise<void> {
  if (!story.turnRoundId) return;
  await endRound(tx, story.turnRoundId, outcome);
  await tx.named(
    'newsroom.settle-turn-review',
    'update newsroom.stories set turn_round_id = null, turn_review_due_at = null where county_id = $1 and id = $2',
    [tx.countyId, story.id],
  );
}

/** The withdrawal stands; or it does not, and the story is public again as it was, under the reviewer's signature. */
export async function closeWithdrawalReview(
  tx: Tx,
  actor: Actor,
  { story }: { story: StoryRow },
  stands: boolean,
): Promise<void> {
  await settleTurnReview(tx, story, stands ? 'reviewed' : 'returned');
  if (stands) return;
  await setPublic(tx, story, 'restored');
  await show(tx, actor, story, 'restored');
}

async function turnable(tx: Tx, actor: Actor, storyId: string, verdict: Turn): Promise<StoryRow> {
  const story = await storyForUpdate(tx, storyId);
  mustSee(tx, actor, 'story.read', story);
  if (verdict === 'restored') must(tx, actor, 'story.restore', story);
  else await mustWithdraw(tx, actor, story);
  if (verdict === 'withdrawn' && story.publicState !== 'published') refuse('NotPublished', { storyId: story.id });
  if (verdict === 'restored' && story.publicState !== 'withdrawn') refuse('NotWithdrawn', { storyId: story.id });
  return story;
}

async function mustWithdraw(tx: Tx, actor: Actor, story: StoryRow): Promise<void> {
  if (may(tx, actor, 'story.withdraw', story)) return;
  must(tx, actor, (await isWatchEmpty(tx, story)) ? 'story.withdraw-in-gap' : 'story.withdraw', story);
}

// Each turn is a round of its own with one side: the signature is over the edition's text, not over the draft in work.
async function signTurn(tx: Tx, actor: Actor, story: StoryRow, request: Withdrawal, verdict: Turn): Promise<void> {
  const revision = await publishedRevision(tx, story);
  const roundId = newId<'round'>();
  await tx.named(
    'newsroom.turn-round',
    `insert into newsroom.rounds (county_id, id, story_id, path, purpose, begun_at, ended_at, outcome) values ($1, $2, $3, $4, 'turn', $5, $5, 'reviewed')`,
    [tx.countyId, roundId, story.id, story.path, tx.at],
  );
  await takeSide(tx, roundId, actor.id, 'duty');
  const statement = await statementFor(tx, actor, story, revision, verdict);
  await signAndStore(
    tx,
    actor,
    {
      roundId,
      versionId: null,
      revisionId: revision.id,
      side: 'duty',
      reason: request.reason,
      note: request.note,
      exception: request.exception,
      statement,
      head: headOf(story),
    },
    request.signing ?? {},
  );
}

const statementFor = (tx: Tx, actor: Actor, story: StoryRow, revision: Revision, verdict: Turn): Promise<Statement> =>
  draftStatement(tx, actor, story, revision, {
    path: story.path,
    step: verdict === 'withdrawn' ? 'withdrawal' : 'restoration',
    role: dutiesOver(tx, actor, story)[0]?.role ?? roleOver(tx, actor, story, mayBeAsked.sign_off) ?? 'on-duty',
    verdict,
  });

const publishedRevision = async (tx: Tx, story: StoryRow): Promise<Revision> =>
  (await revisionOfEdition(tx, story.editionId)) ?? refuse('NotPublished', { storyId: story.id });
