import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { storyNames } from '../story/story-names.ts';

/** Readers' reports as lists name them: by the headline of the story in which the error is. */
export async function reportNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RecordName[]> {
  const rows = await tx.named<{ id: string; storyId: string }>(
    'newsroom.report-names',
    'select id, story_id as "storyId" from newsroom.error_reports where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, ids],
  );
  const storyIds = [...new Set(rows.map((row) => row.storyId))];
  const titles = new Map((await storyNames(tx, actor, 'story', storyIds)).map(({ id, title }) => [id, title]));
  return rows.flatMap(({ id, storyId }) => {
    const title = titles.get(storyId);
    return title === undefined ? [] : [{ id, title, href: `/console/error-reports/${id}` }];
  });
}
