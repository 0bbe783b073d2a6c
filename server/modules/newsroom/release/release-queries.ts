import { displayNames } from '#people';
import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { may, must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ReleaseLine, ReleaseView } from '../contract.ts';
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

const columns = `r.id, r.state, r.title as name, r.release_at as "releaseAt", r.leave_behind as "leaveBehind", r.planned_by as "plannedBy", r.version, r.created_at as "createdAt", r.released_at as "releasedAt",
  (select count(*) from newsroom.release_stories m where m.county_id = r.county_id and m.release_id = r.id) as "storyCount",
  (select count(*) from newsroom.release_stories m join newsroom.stories s on s.county_id = m.county_id and s.id = m.story_id
    where m.county_id = r.county_id and m.release_id = r.id and (m.outcome = 'published' or (r.state = 'planned' and s.state = 'signed_off'))) as "readyCount"`;

const most = 300;

// A release reaches across sections and places: it is the county's.
const here = (tx: Tx): { placeId: string } => ({ placeId: rootPlace(tx).id });

/** Refuses: Forbidden (403) for who may not plan releases of the county. */
export const mustPlan = (tx: Tx, actor: Actor): void => must(tx, actor, 'release.plan', here(tx));

/** The release, locked until the transaction ends, or 404. */
export async function releaseForUpdate(tx: Tx, id: string): Promise<ReleaseRow> {
  const [row] = await tx.named<ReleaseRow>(
    'newsroom.release-for-update',
    `select ${columns} from newsroom.releases r where r.county_id = $1 and r.id = $2 for update of r`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The releases, those to come first, then the latest. */
export const listReleases = (ctx: Ctx, actor: Actor): Promise<{ items: ReleaseLine[] }> =>
  ctx.transaction(async (tx) => {
    must(tx, actor, 'release.see', here(tx));
    const rows = await tx.named<ReleaseRow>(
      'newsroom.releases',
      `select ${columns} from newsroom.releases r where r.county_id = $1 order by r.state = 'planned' desc, r.created_at desc, r.id limit ${most}`,
      [tx.countyId],
    );
    return { items: await linesOf(tx, rows) };
  });

/** A release with each story's readiness. Refuses: NotFound (404). */
export const readRelease = (ctx: Ctx, actor: Actor, id: string): Promise<ReleaseView> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'release.see', here(tx));
    const [row] = await tx.named<ReleaseRow>(
      'newsroom.release',
      `select ${columns} from newsroom.releases r where r.county_id = $1 and r.id = $2`,
      [tx.countyId, id],
    );
    const [line] = await linesOf(tx, [found(row)]);
    const stories = await tx.named<Omit<ReleaseView['stories'][number], 'isReady'>>(
      'newsroom.stories-of-release',
      `select s.id, s.title, s.state, s.public_state as "publicState", m.outcome from newsroom.release_stories m
         join newsroom.stories s on s.county_id = m.county_id and s.id = m.story_id
        where m.county_id = $1 and m.release_id = $2 order by m.position, s.id`,
      [tx.countyId, id],
    );
    return {
      ...found(line),
      stories: stories.map((one) => ({ ...one, isReady: one.state === 'signed_off' })),
      mayPlan: may(tx, actor, 'release.plan', here(tx)),
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
