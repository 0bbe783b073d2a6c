import { displayNames } from '#people';
import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { may, must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ReleaseLine, ReleaseListQuery, ReleaseView } from '../contract.ts';
import { pageByKey } from '../lists/page-by-key.ts';
import { storyColumns, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { isReady, readySql } from './is-ready.ts';
import type { ReleaseState } from './states.ts';

/** A release as verbs see it. */
export interface ReleaseRow {
  readonly id: string;
  readonly state: ReleaseState;
  readonly name: string;
  readonly releaseAt: Date | null;
  readonly leaveBehind: boolean;
  readonly plannedBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly releasedAt: Date | null;
  readonly storyCount: number;
  readonly readyCount: number;
}

// `at`: the parameter that holds the present moment.
const columns = (
  at: string,
): string => `r.id, r.state, r.title as name, r.release_at as "releaseAt", r.leave_behind as "leaveBehind", r.planned_by as "plannedBy", r.version, r.created_at as "createdAt", r.released_at as "releasedAt",
  (select count(*) from newsroom.release_stories m where m.county_id = r.county_id and m.release_id = r.id) as "storyCount",
  (select count(*) from newsroom.release_stories m join newsroom.stories s on s.county_id = m.county_id and s.id = m.story_id
    where m.county_id = r.county_id and m.release_id = r.id and (m.outcome = 'published' or (r.state = 'planned' and ${readySql(at)}))) as "readyCount"`;

// A release reaches across sections and places: it is the county's.
const here = (tx: Tx): { placeId: string } => ({ placeId: rootPlace(tx).id });

/** Refuses: Forbidden (403) for who may not plan releases of the county. */
export const mustPlan = (tx: Tx, actor: Actor): void => must(tx, actor, 'release.plan', here(tx));

/** The release, locked until the transaction ends, or 404. */
export async function releaseForUpdate(tx: Tx, id: string): Promise<ReleaseRow> {
  const [row] = await tx.named<ReleaseRow>(
    'newsroom.release-for-update',
    `select ${columns('$3')} from newsroom.releases r where r.county_id = $1 and r.id = $2 for update of r`,
    [tx.countyId, id, tx.at],
  );
  return found(row);
}

const moment = `to_char(coalesce(r.released_at, r.release_at, r.created_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`;
const orders: Readonly<Record<ReleaseListQuery['sort'], { key: string; descending: boolean }>> = {
  coming: { key: `case r.state when 'planned' then '1' else '0' end || ${moment}`, descending: true },
  '-at': { key: moment, descending: true },
  at: { key: moment, descending: false },
  name: { key: 'r.title', descending: false },
};

/** A page of the releases, those to come first unless asked otherwise. */
export const listReleases = (
  ctx: Ctx,
  actor: Actor,
  { q, state, sort, cursor, limit }: ReleaseListQuery,
): Promise<{ items: ReleaseLine[]; next: string | null }> =>
  ctx.transaction(async (tx) => {
    must(tx, actor, 'release.see', here(tx));
    const values: unknown[] = [tx.countyId, tx.at];
    const where = ['r.county_id = $1'];
    if (q) where.push(`strpos(lower(r.title), lower($${values.push(q)})) > 0`);
    if (state) where.push(`r.state = $${values.push(state)}`);
    const page = await pageByKey<ReleaseRow>(tx, {
      columns: columns('$2'),
      from: 'newsroom.releases r',
      where,
      values,
      id: 'r.id',
      ...orders[sort],
      cursor,
      limit,
    });
    return { items: await linesOf(tx, page.rows), next: page.next };
  });

/** A release with each story's readiness. Refuses: NotFound (404). */
export const readRelease = (ctx: Ctx, actor: Actor, id: string): Promise<ReleaseView> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'release.see', here(tx));
    const [row] = await tx.named<ReleaseRow>(
      'newsroom.release',
      `select ${columns('$3')} from newsroom.releases r where r.county_id = $1 and r.id = $2`,
      [tx.countyId, id, tx.at],
    );
    const release = found(row);
    const [line] = await linesOf(tx, [release]);
    const stories = await tx.named<StoryRow & { outcome: 'published' | 'left' | null }>(
      'newsroom.stories-of-release',
      `select ${storyColumns}, m.outcome from ${storyTables} join newsroom.release_stories m on m.county_id = s.county_id and m.story_id = s.id
        where m.county_id = $1 and m.release_id = $2 order by m.position, s.id`,
      [tx.countyId, id],
    );
    const mayPlan = may(tx, actor, 'release.plan', here(tx));
    const ready = stories.filter((one) => isReady(one, tx.at));
    return {
      ...found(line),
      stories: stories.map((one) => ({
        id: one.id,
        title: one.title,
        state: one.state,
        publicState: one.publicState,
        isReady: ready.includes(one),
        outcome: one.outcome,
      })),
      mayPlan,
      mayRun:
        mayPlan &&
        release.state === 'planned' &&
        ready.length > 0 &&
        ready.every((one) => may(tx, actor, 'story.publish', one)),
    };
  });

async function linesOf(tx: Tx, rows: readonly ReleaseRow[]): Promise<ReleaseLine[]> {
  const names = await displayNames(
    tx,
    rows.map((row) => row.plannedBy),
  );
  return rows.map((row) => ({
    ...row,
    releaseAt: row.releaseAt?.toISOString() ?? null,
    plannedBy: { id: row.plannedBy, name: names.get(row.plannedBy) ?? '' },
    createdAt: row.createdAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
  }));
}
