import { unfinishedParts } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { followStory } from '../planning/assignment-story.ts';
import { submissionFollows } from '../submission/follow-story.ts';
import { isCreditRequired } from '../checks/require-credit.ts';
import { storySubmitted } from '../events.ts';
import { chainBySlug, chainToChoose } from '../chain/chain-queries.ts';
import { nextStepOf } from '../chain/chain.ts';
import { writePackChains } from '../chain/pack-chains.ts';
import { beginRound, endRound, purposeOf, signaturesIn } from '../review/round.ts';
import { readText, revisionById } from './revision.ts';
import { storyStates } from './states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** A text handed in: the version, so that nobody submits what they have not seen. */
export interface Submission {
  storyId: string;
  version: number;
  /** The chain to go by; left out, the one that was chosen, or its section's. */
  path?: string | undefined;
}

/** Hands the text in for the first step of its chain as it stands now. Refuses: NotFound (404) for an unknown or ended chain, StaleVersion (409), WrongState (409), BadText (422: no headline), Unfinished (422: a picture without alternative text, or without a credit where the county requires one, an empty body). */
export async function submitStory(ctx: Ctx, actor: Actor, request: Submission): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.submit', story);
    mustBeAsRead(story.version, request.version);
    await mustBeFinished(tx, story);
    const path = request.path ?? story.path;
    if (path !== story.path) must(tx, actor, 'story.choose-path', story);
    await writePackChains(tx);
    const chain = await (path === story.path ? chainBySlug : chainToChoose)(tx, path);
    const first = nextStepOf(chain, story, []) ?? refuse('WrongState');
    await move(tx, storyStates, { ...story, nextStep: first.step }, first.step, { by: actor });
    await tx.named(
      'newsroom.submit',
      'update newsroom.stories set path = $3, due_at = $4, holder_id = null, held_since = null, held_open = false, updated_at = $5 where county_id = $1 and id = $2',
      [
        tx.countyId,
        story.id,
        path === story.path ? story.chosenPath : path,
        new Date(tx.at.getTime() + first.dueMinutes * 60_000),
        tx.at,
      ],
    );
    await beginRound(tx, story, purposeOf(story), chain);
    await emit(tx, storySubmitted, actor, { ...(await eventFacts(tx, story)), step: first.step, byPath: path });
    await audit(tx, actor, {
      act: 'story.submit',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { version: story.version, path },
    });
    return storyById(tx, story.id);
  });
}

async function mustBeFinished(tx: Tx, story: StoryRow): Promise<void> {
  const text = readText((await revisionById(tx, story.revisionId))?.text, { draft: true });
  const unfinished = unfinishedParts(text, { credits: isCreditRequired(tx.ctx.county) });
  if (unfinished.length > 0)
    refuse(
      'Unfinished',
      {},
      unfinished.map((part) => ({ path: `/text${part.path}`, code: part.code })),
    );
}

/** The author takes the text back before anybody has signed the present step's round. Refuses: WrongState (409), AlreadySigned (409). */
export async function takeBack(ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.take-back', story);
    const roundId = story.roundId ?? refuse('WrongState', { state: story.state });
    if ((await signaturesIn(tx, roundId)).length > 0) refuse('AlreadySigned', { storyId: story.id, step: story.state });
    await move(tx, storyStates, story, 'draft', { by: actor, reason: 'taken-back' });
    await endRound(tx, roundId, 'taken-back');
    await tx.named(
      'newsroom.take-back',
      'update newsroom.stories set round_id = null, due_at = null, held_from = null, held_by = null, remind_at = null, updated_at = $3 where county_id = $1 and id = $2',
      [tx.countyId, story.id, tx.at],
    );
    await followStory(tx, actor, story.id, 'in_progress');
    await submissionFollows(tx, actor, story.id, 'taken_back');
    await audit(tx, actor, { act: 'story.take-back', noun: 'story', subjectId: story.id, placeId: placeOf(story) });
    return storyById(tx, story.id);
  });
}
