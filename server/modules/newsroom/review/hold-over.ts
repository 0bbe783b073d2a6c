import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { storyHeld, storyResumed } from '../events.ts';
import { chainFor, stepAtDesk } from '../chain/chain-queries.ts';
import type { ChainStep } from '../chain/chain.ts';
import { storyStates } from '../story/states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { reviewRole } from './review-role.ts';
import { sidesOf } from './round.ts';

/** What a reviewer keeps for later, and why; `remindAt` in county time, null: no reminder. */
export interface HoldOver {
  storyId: string;
  remindAt: Date | null;
  note?: string | undefined;
}

/** 待用: keeps a text for later instead of signing it: good, but not now. Its round and its signatures stand; nobody writes at it meanwhile. Only who could sign its step may.
 *  Refuses: WrongState, DutiesNotSeparated (409); BadRequest (400) for a reminder in the past; Forbidden (403), NotFound (404). */
export async function holdOver(ctx: Ctx, actor: Actor, request: HoldOver): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.hold-over', story);
    const isHeld = story.state === 'held';
    const rule = isHeld ? await stepHeldAt(tx, story) : await stepAtDesk(tx, story);
    if (!rule || !story.roundId) return refuse('WrongState', { noun: 'story', state: story.state, wanted: 'held' });
    must(tx, actor, `story.${rule.step}`, story);
    if (!reviewRole(tx, actor, story, rule)) refuse('Forbidden', { ability: `story.${rule.step}` });
    // Told only to who could have kept it.
    if (isHeld) refuse('WrongState', { noun: 'story', state: story.state, wanted: 'held' });
    const sides = await sidesOf(tx, story.roundId, actor.id);
    if (sides.length > 0 && !sides.includes(rule.side)) refuse('DutiesNotSeparated', { side: sides[0] ?? null });
    if (request.remindAt && request.remindAt <= tx.at)
      refuse('BadRequest', {}, [{ path: '/remindAt', code: 'MomentOver' }]);
    const note = request.note?.trim() || undefined;
    await move(tx, storyStates, story, 'held', { by: actor, ...(note ? { reason: note } : {}) });
    await tx.named(
      'newsroom.hold-over',
      'update newsroom.stories set held_from = $3, held_by = $4, remind_at = $5, due_at = null, updated_at = $6 where county_id = $1 and id = $2',
      [tx.countyId, story.id, story.state, actor.id, request.remindAt, tx.at],
    );
    await emit(tx, storyHeld, actor, { ...(await eventFacts(tx, story)), step: rule.step, authorId: story.authorId });
    await audit(tx, actor, {
      act: 'story.hold-over',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { step: rule.step, at: request.remindAt?.toISOString() ?? null },
    });
    return storyById(tx, story.id);
  });
}

/** Takes up again what was kept for later: back to the step where it was, with the time that step has. Refuses: WrongState (409), Forbidden (403), NotFound (404). */
export async function resumeStory(ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.hold-over', story);
    const rule = await stepHeldAt(tx, story);
    if (story.state !== 'held' || !rule)
      return refuse('WrongState', { noun: 'story', state: story.state, wanted: 'resumed' });
    await move(tx, storyStates, { ...story, nextStep: rule.step }, rule.step, { by: actor, reason: 'resumed' });
    await tx.named(
      'newsroom.resume',
      'update newsroom.stories set held_from = null, held_by = null, remind_at = null, due_at = $3, updated_at = $4 where county_id = $1 and id = $2',
      [tx.countyId, story.id, new Date(tx.at.getTime() + rule.dueMinutes * 60_000), tx.at],
    );
    await emit(tx, storyResumed, actor, { ...(await eventFacts(tx, story)), step: rule.step });
    await audit(tx, actor, {
      act: 'story.resume',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { step: rule.step },
    });
    return storyById(tx, story.id);
  });
}

// The step at which it was kept, to which it comes back.
const stepHeldAt = async (tx: Tx, story: StoryRow): Promise<ChainStep | undefined> =>
  (await chainFor(tx, story)).steps.find((one) => one.step === story.heldFrom);
