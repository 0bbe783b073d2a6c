import { notify } from '#notices';
import { systemActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { mustBeFree } from '../embargo/embargo.ts';
import { publishSigned } from '../edition/schedule-story.ts';
import { storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { isReady, readySql } from './is-ready.ts';
import { mustPlan, releaseForUpdate } from './release-queries.ts';
import type { ReleaseRow } from './release-queries.ts';
import { releaseStates } from './states.ts';

/** Sends a release out now: every story in one transaction, or none. What is not signed stays behind only when that is said.
 *  Refuses: Embargoed (409) for what its source holds back; NotAllReady, NothingReady, WrongState (409); Forbidden (403) unless the asker may publish each; NotFound (404). */
export async function runRelease(
  ctx: Ctx,
  actor: Actor,
  request: { releaseId: string; leaveBehind: boolean },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    mustPlan(tx, actor);
    const release = await releaseForUpdate(tx, request.releaseId);
    if (release.state !== 'planned')
      refuse('WrongState', { noun: 'release', state: release.state, wanted: 'released' });
    const stories = await storiesOf(tx, release.id);
    for (const story of stories) if (isReady(story, tx.at)) must(tx, actor, 'story.publish', story);
    const left = stories.filter((story) => !isReady(story, tx.at));
    if (!request.leaveBehind && !release.leaveBehind) for (const story of left) mustBeFree(story, tx.at);
    if (left.length === stories.length) refuse('NothingReady', { releaseId: release.id });
    if (left.length > 0 && !request.leaveBehind && !release.leaveBehind)
      refuse('NotAllReady', { releaseId: release.id, count: left.length });
    await goOut(tx, actor, release, stories);
  });
}

/** Sends out what is due, each release in a transaction of its own. One that waits for signatures is told to its planner once and goes as soon as they are there. Answers how many went. */
export async function runDueReleases(ctx: Ctx): Promise<number> {
  const due = await ctx.transaction((tx) =>
    tx.named<{ id: string }>(
      'newsroom.due-releases',
      // What can go, first: releases that wait for signatures hold up no other, and are looked at for a week.
      `select id from (
         select r.id, r.release_at, coalesce(m.one and (r.leave_behind or m.whole), false) as ready
           from newsroom.releases r
           left join lateral (select bool_or(${readySql('$2')}) as one, bool_and(${readySql('$2')}) as whole from newsroom.stories s where s.county_id = $1 and s.release_id = r.id) m on true
          where r.county_id = $1 and r.state = 'planned' and r.release_at <= $2) due
        where ready or release_at > $3 order by ready desc, release_at, id limit 20`,
      [tx.countyId, tx.at, new Date(tx.at.getTime() - 7 * 86_400_000)],
    ),
  );
  let went = 0;
  const errors: unknown[] = [];
  for (const { id } of due)
    await ctx
      .transaction((tx) => runOne(tx, id))
      .then(
        (done) => void (went += done ? 1 : 0),
        (error: unknown) => void errors.push(error),
      );
  if (errors.length > 0) throw errors[0];
  return went;
}

// Between the look and the lock it may have been moved, given up or sent out.
async function runOne(tx: Tx, id: string): Promise<boolean> {
  const release = await releaseForUpdate(tx, id);
  if (release.state !== 'planned' || !release.releaseAt || release.releaseAt > tx.at) return false;
  const stories = await storiesOf(tx, id);
  const ready = stories.filter((story) => isReady(story, tx.at)).length;
  if (ready > 0 && (ready === stories.length || release.leaveBehind)) {
    await goOut(tx, systemActor('newsroom.run-releases'), release, stories);
    return true;
  }
  await notify(tx, {
    personIds: [release.plannedBy],
    kind: 'release.not-ready',
    subjectId: release.id,
    href: `/console/releases/${release.id}`,
    dedupeKey: `release:${release.id}:${release.releaseAt.toISOString()}`,
    urgent: true,
  });
  return false;
}

async function storiesOf(tx: Tx, releaseId: string): Promise<StoryRow[]> {
  const rows = await tx.named<{ id: string }>(
    'newsroom.release-story-ids',
    'select id from newsroom.stories where county_id = $1 and release_id = $2 order by id',
    [tx.countyId, releaseId],
  );
  const stories: StoryRow[] = [];
  for (const { id } of rows) stories.push(await storyForUpdate(tx, id));
  return stories;
}

async function goOut(tx: Tx, actor: Actor, release: ReleaseRow, stories: readonly StoryRow[]): Promise<void> {
  for (const story of stories) {
    const ready = isReady(story, tx.at);
    if (ready) await publishSigned(tx, actor, story);
    await tx.named(
      'newsroom.leave-release',
      'update newsroom.stories set release_id = null, publish_held = $3 where county_id = $1 and id = $2',
      [tx.countyId, story.id, !ready],
    );
    await tx.named(
      'newsroom.release-outcome',
      'update newsroom.release_stories set outcome = $4 where county_id = $1 and release_id = $2 and story_id = $3',
      [tx.countyId, release.id, story.id, ready ? 'published' : 'left'],
    );
  }
  await move(tx, releaseStates, release, 'released', { by: actor });
  await tx.named(
    'newsroom.released',
    'update newsroom.releases set released_at = $3, version = version + 1 where county_id = $1 and id = $2',
    [tx.countyId, release.id, tx.at],
  );
  const count = stories.filter((story) => isReady(story, tx.at)).length;
  await audit(tx, actor, { act: 'release.run', noun: 'release', subjectId: release.id, detail: { count } });
}
