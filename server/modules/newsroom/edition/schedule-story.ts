import { systemActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { goesOutAtSql, isEmbargoed, isFreeSql, mustBeFree } from '../embargo/embargo.ts';
import { signaturesIn } from '../review/round.ts';
import { revisionById } from '../story/revision.ts';
import { isInWork } from '../story/states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { isOverUnseen } from './is-over-unseen.ts';
import { publishStory } from './publish-story.ts';

/** When a text is published once it is signed: at a moment, or when somebody says so. Neither: with its last signature; of a text signed off, now. */
export interface Schedule {
  storyId: string;
  publishAt: Date | null;
  held: boolean;
}

/** 定时发布, 待用: says when the text in work is published. No word of it changes, so signatures stand. Of a text signed off only those who may sign it off decide, and neither time nor hold publishes it at once.
 *  Refuses: NothingInWork, InRelease (409); Embargoed (409) for a moment before the one its source named; BadRequest (400) for a moment that is over, or at which the notice would be; NotFound (404), Forbidden (403). */
export async function scheduleStory(ctx: Ctx, actor: Actor, request: Schedule): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, story.state === 'signed_off' ? 'story.publish' : 'story.schedule', story);
    if (!isInWork(story.state)) refuse('NothingInWork', { storyId: story.id });
    if (story.releaseId) refuse('InRelease', { storyId: story.id });
    if (request.publishAt && request.publishAt <= tx.at)
      refuse('BadRequest', {}, [{ path: '/publishAt', code: 'MomentOver' }]);
    if (request.publishAt) mustBeFree(story, request.publishAt);
    // A notice that would be over before anybody could read it.
    if (request.publishAt && story.validUntil && request.publishAt >= story.validUntil)
      refuse('BadRequest', {}, [{ path: '/publishAt', code: 'AfterItsEnd' }]);
    await tx.named(
      'newsroom.schedule',
      'update newsroom.stories set publish_at = $3, publish_held = $4, withdrawal_holds = false, updated_at = $5 where county_id = $1 and id = $2',
      [tx.countyId, story.id, request.publishAt, request.held, tx.at],
    );
    await audit(tx, actor, {
      act: 'story.schedule',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { at: request.publishAt?.toISOString() ?? null, held: request.held },
    });
    if (story.state === 'signed_off' && !request.publishAt && !request.held) await publishSigned(tx, actor, story);
    return storyById(tx, story.id);
  });
}

/** Publishes what is signed off and whose time has come, or whose source has let it go where it has no time of its own, each in a transaction of its own, the earliest first. What cannot be published keeps no other waiting; the first such error is thrown at the end. Answers how many were published. */
export async function publishDue(ctx: Ctx, limit = 50): Promise<number> {
  const due = await ctx.transaction((tx) =>
    tx.named<{ id: string }>(
      'newsroom.due-to-publish',
      `select s.id from newsroom.stories s where s.county_id = $1 and s.state = 'signed_off' and not s.publish_held and s.release_id is null and (s.publish_at is null or s.publish_at <= $2) and ${isFreeSql('$2')} and (s.valid_until is null or s.valid_until > $2 or s.public_state <> 'unpublished') order by ${goesOutAtSql} nulls first, s.id limit $3`,
      [tx.countyId, tx.at, limit],
    ),
  );
  const errors: unknown[] = [];
  let published = 0;
  for (const { id } of due)
    await ctx
      .transaction((tx) => publishOne(tx, id))
      .then(
        (done) => void (published += done ? 1 : 0),
        (error: unknown) => void errors.push(error),
      );
  if (errors.length > 0) throw errors[0];
  return published;
}

// Between the look and the lock somebody may have held it, changed its time or its words, or another process have published it.
async function publishOne(tx: Tx, id: string): Promise<boolean> {
  const story = await storyForUpdate(tx, id);
  if (
    story.state !== 'signed_off' ||
    story.releaseId ||
    story.publishHeld ||
    (story.publishAt && story.publishAt > tx.at) ||
    isEmbargoed(story, tx.at) ||
    isOverUnseen(story, tx.at)
  )
    return false;
  await publishSigned(tx, systemActor('newsroom.publish-due'), story);
  return true;
}

/** Publishes a text whose every signature is there. Refuses: WrongState, NoticeOver, Embargoed (409). */
export async function publishSigned(tx: Tx, actor: Actor, story: StoryRow): Promise<void> {
  const roundId = story.roundId ?? refuse('WrongState', { state: story.state });
  const revision = (await revisionById(tx, story.revisionId)) ?? refuse('NotFound');
  const signatures = await signaturesIn(tx, roundId);
  const last = signatures.at(-1) ?? refuse('WrongState', { state: story.state });
  const facts = await eventFacts(tx, story);
  await publishStory(tx, actor, { story, roundId, revision, signatures, signatureId: last.id, facts });
}
