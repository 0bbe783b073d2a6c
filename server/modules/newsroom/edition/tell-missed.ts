import { notify } from '#notices';
import type { Tx } from '#platform/transaction';
import { goesOutAtSql } from '../embargo/embargo.ts';
import { lookBackTo } from '../review/look-back.ts';
import { onDutyAt } from '../review/on-duty-at.ts';
import { storyHref } from '../story/story-hrefs.ts';
import { storyColumns, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** What is late by so much is not on its way any more. */
const graceMinutes = 2;

/** Tells author, editor and whoever is on duty, once, of a text whose time has come and that is not public: a signature is missing, it would be over before anybody could read it, or it could not be published. Looks back a week, for nothing may have run meanwhile, at the latest first: those before them are told already. */
export async function tellMissed(tx: Tx): Promise<void> {
  for (const story of await missed(tx))
    await notify(tx, {
      personIds: [...new Set([story.authorId, story.editorId ?? story.authorId, ...(await onDutyAt(tx, story))])],
      kind: 'story.not-published',
      subjectId: story.id,
      href: storyHref(story.id),
      dedupeKey: `not-published:${story.id}:${story.publishAt?.toISOString() ?? ''}`,
      urgent: true,
      duty: { name: 'desk', placeId: story.placeIds[0] },
    });
}

const missed = (tx: Tx): Promise<StoryRow[]> =>
  tx.named<StoryRow>(
    'newsroom.missed',
    `select ${storyColumns} from ${storyTables}
      where s.county_id = $1 and ${goesOutAtSql} between $2 and $3 and not s.publish_held and s.release_id is null and s.state not in ('done', 'discarded', 'rejected')
      order by "publishAt" desc limit 100`,
    [tx.countyId, lookBackTo(tx), new Date(tx.at.getTime() - graceMinutes * 60_000)],
  );
