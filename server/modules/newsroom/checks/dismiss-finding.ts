import type { CheckId } from '@xiangyin/document/checks';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { may, must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { displayNames } from '#people';
import type { FindingDismissalList, FindingDismissalView } from '../contract.ts';
import { stepInHand } from '../review/step-in-hand.ts';
import type { ReviewStep } from '../story/states.ts';
import { placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { findingWords } from './finding-dismissals.ts';

/** A finding to be left as it is; `reason` null: it is to be looked at again. */
export interface Dismissal {
  readonly storyId: string;
  readonly check: CheckId;
  readonly key: string;
  readonly reason: FindingDismissalView['reason'] | null;
  readonly remark: string;
}

/** Leaves a finding as it is, with a reason that everybody after sees: whoever writes at the text, and whoever has it in hand to review it, at which step stands beside it. Every dismissal and every taking back stays on record. No word of the text changes, so no signature falls.
 *  Refuses: Forbidden (403) for whoever neither writes nor has it in hand, ReasonMissing (422) for "other" without a remark. */
export async function dismissFinding(ctx: Ctx, actor: Actor, request: Dismissal): Promise<FindingDismissalList> {
  return ctx.transaction(async (tx) => {
    // Locked, so that of two who answer at once the later is the later in the record too.
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    const step = await reviewsAt(tx, actor, story);
    if (step === null) must(tx, actor, 'story.edit', story);
    if (request.reason === 'other' && request.remark === '')
      refuse('ReasonMissing', {}, [{ path: '/remark', code: 'Missing' }]);
    const before = (await findingWords(tx, story.id)).findLast(({ key }) => key === request.key);
    const isSame = (before?.reason ?? null) === request.reason && (before?.remark ?? '') === request.remark;
    if (!isSame) await say(tx, actor, story, { ...request, step });
    return dismissals(tx, actor, story);
  });
}

// Whoever writes says it as a writer. Null for them, and for whoever has no text in hand.
async function reviewsAt(tx: Tx, actor: Actor, story: StoryRow): Promise<ReviewStep | null> {
  return may(tx, actor, 'story.edit', story) ? null : ((await stepInHand(tx, actor, story)) ?? null);
}

async function say(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  { check, key, reason, remark, step }: Dismissal & { step: ReviewStep | null },
): Promise<void> {
  await tx.client.query(
    `insert into newsroom.finding_dismissals (county_id, id, story_id, check_id, finding_key, reason, remark, dismissed_by, dismissed_at, step)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.countyId, newId<'finding-dismissal'>(), story.id, check, key, reason, remark || null, actor.id, tx.at, step],
  );
  await audit(tx, actor, {
    act: reason === null ? 'story.reopen-finding' : 'story.dismiss-finding',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
    detail: { check, ...(step === null ? {} : { step }) },
  });
}

/** The findings of a story that were left as they are, all that was said of them, and whether the asker may. Refuses: NotFound (404) for a story they may not see. */
export async function readDismissals(ctx: Ctx, actor: Actor, storyId: string): Promise<FindingDismissalList> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    return dismissals(tx, actor, story);
  });
}

async function dismissals(tx: Tx, actor: Actor, story: StoryRow): Promise<FindingDismissalList> {
  const words = await findingWords(tx, story.id);
  const names = await displayNames(
    tx,
    words.map(({ by }) => by),
  );
  const entries = words.map(({ by, at, remark, ...word }) => ({
    ...word,
    remark: remark ?? '',
    by: { id: by, name: names.get(by) ?? '' },
    at: at.toISOString(),
  }));
  const latest = new Map(entries.map((entry) => [entry.key, entry]));
  return {
    items: entries
      .filter((entry) => latest.get(entry.key) === entry)
      .flatMap(({ reason, ...entry }) => (reason === null ? [] : [{ ...entry, reason }])),
    entries,
    mayDismiss: may(tx, actor, 'story.edit', story) || (await stepInHand(tx, actor, story)) !== undefined,
  };
}
