import { systemActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOf, storyById, storyColumns, storyForUpdate, storyTables } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** After so many days without a change, what rests at the desk goes to the archive by itself. */
const quietDays = 365;

/** Whether nothing is in work at the desk, and nothing owed: only that leaves the working lists. */
export const mayBeArchived = (
  story: Pick<StoryRow, 'state' | 'publicState' | 'archivedAt' | 'afterReviewDueAt'>,
): boolean =>
  ['done', 'discarded', 'rejected'].includes(story.state) &&
  story.publicState !== 'withdrawn' &&
  story.archivedAt === null &&
  story.afterReviewDueAt === null;

/** 归档: takes what is over out of the working lists. It is found by a search and by its own list; what the public sees is as it was. Refuses: WrongState (409), Forbidden (403), NotFound (404). */
export const archiveStory = (ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> =>
  ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.archive', story);
    if (!mayBeArchived(story)) refuse('WrongState', { noun: 'story', state: story.state, wanted: 'archived' });
    await setArchived(tx, actor, story, tx.at);
    return storyById(tx, story.id);
  });

/** Puts it back into the working lists. Refuses: WrongState (409), Forbidden (403), NotFound (404). */
export const unarchiveStory = (ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> =>
  ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.archive', story);
    if (!story.archivedAt) refuse('WrongState', { noun: 'story', state: story.state, wanted: 'unarchived' });
    await setArchived(tx, actor, story, null);
    return storyById(tx, story.id);
  });

/** Archives what has rested for a year, also since somebody took it out again, some at a time; a notice that still holds stays. Answers how many. */
export const archiveOld = (ctx: Ctx, limit = 100): Promise<number> =>
  ctx.transaction(async (tx) => {
    const rows = await tx.named<StoryRow>(
      'newsroom.to-archive',
      `select ${storyColumns} from ${storyTables}
        where s.county_id = $1 and s.archived_at is null and s.state in ('done', 'discarded', 'rejected') and greatest(s.updated_at, s.unarchived_at) < $2
          and s.public_state <> 'withdrawn' and s.after_review_due_at is null and (s.valid_until is null or s.valid_until < $3)
        order by s.updated_at limit $4 for update of s skip locked`,
      [tx.countyId, new Date(tx.at.getTime() - quietDays * 86_400_000), tx.at, limit],
    );
    for (const story of rows) await setArchived(tx, systemActor('newsroom.archive-old'), story, tx.at);
    return rows.length;
  });

async function setArchived(tx: Tx, actor: Actor, story: StoryRow, at: Date | null): Promise<void> {
  // Its last change is what people look for: archiving is none.
  await tx.named(
    'newsroom.archive',
    'update newsroom.stories set archived_at = $3, unarchived_at = case when $3::timestamptz is null then $4::timestamptz end where county_id = $1 and id = $2',
    [tx.countyId, story.id, at, tx.at],
  );
  await audit(tx, actor, {
    act: at ? 'story.archive' : 'story.unarchive',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
  });
}
