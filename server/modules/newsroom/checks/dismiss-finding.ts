import type { CheckId } from '@xiangyin/document/checks';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { displayNames } from '#people';
import type { FindingDismissalView } from '../contract.ts';
import { dismissalColumns } from './finding-dismissals.ts';
import type { DismissedFinding } from './finding-dismissals.ts';
import { placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';

/** A finding to be left as it is; `reason` null: it is to be looked at again. */
export interface Dismissal {
  readonly storyId: string;
  readonly check: CheckId;
  readonly key: string;
  readonly reason: FindingDismissalView['reason'] | null;
  readonly remark: string;
}

/** Leaves a finding as it is, with a reason that reviewers see; every dismissal and every taking back stays on record. No word of the text changes, so no signature falls.
 *  Refuses: ReasonMissing (422) for "other" without a remark. */
export async function dismissFinding(ctx: Ctx, actor: Actor, request: Dismissal): Promise<FindingDismissalView[]> {
  return ctx.transaction(async (tx) => {
    // Locked, so that of two who answer at once the later is the later in the record too.
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.edit', story);
    if (request.reason === 'other' && request.remark === '')
      refuse('ReasonMissing', {}, [{ path: '/remark', code: 'Missing' }]);
    const before = (await dismissalRows(tx, story.id)).find(({ key }) => key === request.key);
    const isSame = (before?.reason ?? null) === request.reason && (before?.remark ?? '') === request.remark;
    if (!isSame) {
      await tx.client.query(
        `insert into newsroom.finding_dismissals (county_id, id, story_id, check_id, finding_key, reason, remark, dismissed_by, dismissed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          tx.countyId,
          newId<'finding-dismissal'>(),
          story.id,
          request.check,
          request.key,
          request.reason,
          request.remark || null,
          actor.id,
          tx.at,
        ],
      );
      await audit(tx, actor, {
        act: request.reason === null ? 'story.reopen-finding' : 'story.dismiss-finding',
        noun: 'story',
        subjectId: story.id,
        placeId: placeOf(story),
        detail: { check: request.check },
      });
    }
    return dismissals(tx, story.id);
  });
}

/** The findings of a story that were left as they are. Refuses: NotFound (404) for a story they may not see. */
export async function readDismissals(ctx: Ctx, actor: Actor, storyId: string): Promise<FindingDismissalView[]> {
  return ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    return dismissals(tx, storyId);
  });
}

/** The latest word on each finding. */
const dismissalRows = (tx: Tx, storyId: string): Promise<DismissedFinding[]> =>
  tx.named<DismissedFinding>(
    'newsroom.finding-dismissals',
    `select distinct on (finding_key) ${dismissalColumns}
       from newsroom.finding_dismissals where county_id = $1 and story_id = $2 order by finding_key, id desc`,
    [tx.countyId, storyId],
  );

async function dismissals(tx: Tx, storyId: string): Promise<FindingDismissalView[]> {
  const rows = await dismissalRows(tx, storyId);
  const names = await displayNames(
    tx,
    rows.map(({ by }) => by),
  );
  return rows
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap(({ reason, remark, by, at, ...row }) =>
      reason === null
        ? []
        : [{ ...row, reason, remark: remark ?? '', by: { id: by, name: names.get(by) ?? '' }, at: at.toISOString() }],
    );
}
