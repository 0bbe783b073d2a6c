import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { begin, move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { isInWork } from '../story/states.ts';
import { storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { mustPlan, releaseForUpdate } from './release-queries.ts';
import { releaseStates } from './states.ts';

/** What goes out together, and when; `releaseAt` null: when somebody says so. */
export interface ReleasePlan {
  name: string;
  releaseAt: Date | null;
  leaveBehind: boolean;
  storyIds: readonly string[];
}

/** 一起发: plans that stories in work go out at one moment. From now on none of them is published alone.
 *  Refuses: InRelease, NothingInWork (409), BadRequest (400) for a moment that is over, Forbidden (403), NotFound (404). Answers its id. */
export async function planRelease(ctx: Ctx, actor: Actor, request: ReleasePlan): Promise<string> {
  return ctx.transaction(async (tx) => {
    mustPlan(tx, actor);
    mustBeToCome(tx, request.releaseAt);
    const id = newId<'release'>();
    await tx.named(
      'newsroom.plan-release',
      `insert into newsroom.releases (county_id, id, state, title, release_at, leave_behind, planned_by, version, created_at) values ($1, $2, 'planned', $3, $4, $5, $6, 1, $7)`,
      [tx.countyId, id, request.name, request.releaseAt, request.leaveBehind, actor.id, tx.at],
    );
    await begin(tx, releaseStates, id, { by: actor });
    await setStories(tx, actor, id, request.storyIds, { isOtherwise: true });
    await audit(tx, actor, { act: 'release.plan', noun: 'release', subjectId: id, detail: factsOf(request) });
    return id;
  });
}

/** Changes a planned release as a whole. Refuses: StaleVersion, WrongState (409), and as `planRelease` does. */
export async function changeRelease(
  ctx: Ctx,
  actor: Actor,
  request: ReleasePlan & { releaseId: string; version: number },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    mustPlan(tx, actor);
    const release = await releaseForUpdate(tx, request.releaseId);
    if (release.state !== 'planned') refuse('WrongState', { noun: 'release', state: release.state, wanted: 'planned' });
    mustBeAsRead(release.version, request.version);
    if (request.releaseAt?.getTime() !== release.releaseAt?.getTime()) mustBeToCome(tx, request.releaseAt);
    await tx.named(
      'newsroom.change-release',
      'update newsroom.releases set title = $3, release_at = $4, leave_behind = $5, version = version + 1 where county_id = $1 and id = $2',
      [tx.countyId, release.id, request.name, request.releaseAt, request.leaveBehind],
    );
    const isOtherwise =
      request.releaseAt?.getTime() !== release.releaseAt?.getTime() || request.leaveBehind !== release.leaveBehind;
    await setStories(tx, actor, release.id, request.storyIds, { isOtherwise });
    await audit(tx, actor, { act: 'release.change', noun: 'release', subjectId: release.id, detail: factsOf(request) });
  });
}

/** Gives a planned release up: its stories stay signed and wait for somebody to publish each. Whoever may not publish one that is signed does not keep it back either. Refuses: WrongState (409), Forbidden (403), NotFound (404). */
export async function cancelRelease(ctx: Ctx, actor: Actor, request: { releaseId: string }): Promise<void> {
  await ctx.transaction(async (tx) => {
    mustPlan(tx, actor);
    const release = await releaseForUpdate(tx, request.releaseId);
    await move(tx, releaseStates, release, 'cancelled', { by: actor });
    await letGo(tx, actor, release.id, []);
    await audit(tx, actor, { act: 'release.cancel', noun: 'release', subjectId: release.id });
  });
}

const factsOf = ({ releaseAt, leaveBehind, storyIds }: ReleasePlan): Record<string, unknown> => ({
  at: releaseAt?.toISOString() ?? null,
  leaveBehind,
  count: storyIds.length,
});

function mustBeToCome(tx: Tx, at: Date | null): void {
  if (at && at <= tx.at) refuse('BadRequest', {}, [{ path: '/releaseAt', code: 'MomentOver' }]);
}

// Whoever says when a story goes out, also by another hour of the release that it is in, may publish it. Locked in one order, so that two plans with the same stories wait for each other and nothing else.
async function setStories(
  tx: Tx,
  actor: Actor,
  releaseId: string,
  ids: readonly string[],
  { isOtherwise }: { isOtherwise: boolean },
): Promise<void> {
  const wanted = [...new Set(ids)];
  await letGo(tx, actor, releaseId, wanted);
  for (const id of wanted.toSorted()) {
    const story = await storyForUpdate(tx, id);
    mustSee(tx, actor, 'story.read', story);
    const isIn = story.releaseId === releaseId;
    if (isIn && !isOtherwise) continue;
    mustTime(tx, actor, story);
    if (isIn) continue;
    if (story.releaseId) refuse('InRelease', { storyId: story.id });
    if (!isInWork(story.state) && story.state !== 'held') refuse('NothingInWork', { storyId: story.id });
    await tx.named(
      'newsroom.join-release',
      'update newsroom.stories set release_id = $3, publish_at = null, publish_held = false, withdrawal_holds = false, updated_at = $4 where county_id = $1 and id = $2',
      [tx.countyId, story.id, releaseId, tx.at],
    );
  }
  await tx.named(
    'newsroom.forget-release-stories',
    'delete from newsroom.release_stories where county_id = $1 and release_id = $2',
    [tx.countyId, releaseId],
  );
  for (const [position, id] of wanted.entries())
    await tx.named(
      'newsroom.add-release-story',
      'insert into newsroom.release_stories (county_id, release_id, story_id, position) values ($1, $2, $3, $4)',
      [tx.countyId, releaseId, id, position],
    );
}

// What leaves a release goes nowhere by itself: it is kept ready until somebody says so. To keep back what is signed asks for the same as to publish it.
async function letGo(tx: Tx, actor: Actor, releaseId: string, except: readonly string[]): Promise<void> {
  const leaving = await tx.named<{ id: string }>(
    'newsroom.leaving-release',
    'select id from newsroom.stories where county_id = $1 and release_id = $2 and not (id = any($3::uuid[])) order by id',
    [tx.countyId, releaseId, [...except]],
  );
  for (const { id } of leaving) mustTime(tx, actor, await storyForUpdate(tx, id));
  await tx.named(
    'newsroom.let-go',
    'update newsroom.stories set release_id = null, publish_held = true, updated_at = $4 where county_id = $1 and release_id = $2 and not (id = any($3::uuid[]))',
    [tx.countyId, releaseId, [...except], tx.at],
  );
}

const mustTime = (tx: Tx, actor: Actor, story: StoryRow): void =>
  must(tx, actor, story.state === 'signed_off' ? 'story.publish' : 'story.schedule', story);
