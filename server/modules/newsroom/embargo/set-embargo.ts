import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { isInWork } from '../story/states.ts';
import { placeOf, storyById, storyColumns, storyForUpdate, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { isEmbargoed } from './embargo.ts';

/** What a source asks: nothing of it before `until`; null: it no longer asks. */
export interface Embargo {
  readonly storyId: string;
  readonly until: Date | null;
  readonly source: string;
  /** Why it is lifted or shortened while it holds. */
  readonly reason: string;
}

/** 限时发布（消息源要求）: says before which moment nothing of the story is published, and who asked so. No word of the text changes, so signatures stand; what is to go out before it waits for it.
 *  To lift or shorten it while it holds is an act of the desk, with its reason on record. What is signed off and waited for it alone goes out with it, a translation too: that asks for `story.publish` besides. What has a later time of its own keeps it. Refuses: ReasonMissing (422) without a reason; NothingInWork (409); BadRequest (400) for a moment that is over; NotFound (404), Forbidden (403). */
export async function setEmbargo(ctx: Ctx, actor: Actor, request: Embargo): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    const loosens = isLooser(story, request, tx.at);
    must(tx, actor, loosens ? 'story.lift-embargo' : 'story.edit', story);
    if (!isInWork(story.state)) refuse('NothingInWork', { storyId: story.id });
    if (request.until && request.until <= tx.at) refuse('BadRequest', {}, [{ path: '/until', code: 'MomentOver' }]);
    if (loosens && request.reason === '') refuse('ReasonMissing', {}, [{ path: '/reason', code: 'Missing' }]);
    const waiting = loosens ? await waitingFor(tx, story.id) : [];
    await writeEmbargo(tx, story.id, request.until, request.source);
    for (const one of waiting) if (isSooner(await storyById(tx, one.id), one)) must(tx, actor, 'story.publish', one);
    await noteEmbargo(tx, actor, story, request.until, loosens ? request.reason : '');
    return storyById(tx, story.id);
  });
}

// Of a translation it may be its original's that holds: that is lifted there.
const isLooser = (story: StoryRow, { until }: Embargo, at: Date): boolean =>
  isEmbargoed(story, at) && (until === null || until < (story.embargoUntil ?? at));

// What goes out by itself when its source lets it go: the story, or a translation of it.
const waitingFor = (tx: Tx, storyId: string): Promise<StoryRow[]> =>
  tx.named<StoryRow>(
    'newsroom.waiting-for-embargo',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and (s.id = $2 or s.translation_of = $2) and s.state = 'signed_off' and not s.publish_held and s.release_id is null order by s.id for update of s`,
    [tx.countyId, storyId],
  );

const isSooner = (now: StoryRow, before: StoryRow): boolean =>
  (now.publishAt?.getTime() ?? 0) < (before.publishAt?.getTime() ?? 0);

/** Writes it into the row. */
export async function writeEmbargo(tx: Tx, storyId: string, until: Date | null, source: string): Promise<void> {
  await tx.named(
    'newsroom.set-embargo',
    `update newsroom.stories set embargo_until = $3, embargo_source = $4, updated_at = $5
      where county_id = $1 and id = $2`,
    [tx.countyId, storyId, until, until ? source : '', tx.at],
  );
}

/** Puts it on record: who bound or loosened it, until when, why. */
export async function noteEmbargo(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  until: Date | null,
  reason: string,
): Promise<void> {
  await tx.named(
    'newsroom.note-embargo',
    'insert into newsroom.embargo_entries (county_id, id, story_id, until_at, reason, said_by, said_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, newId<'embargo-entry'>(), story.id, until, reason, actor.id, tx.at],
  );
  await audit(tx, actor, {
    act: reason === '' ? 'story.embargo' : 'story.lift-embargo',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
    detail: { until: until?.toISOString() ?? null },
  });
}
