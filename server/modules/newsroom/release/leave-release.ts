import type { Tx } from '#platform/transaction';
import type { StoryRow } from '../story/story-queries.ts';

/** A story that is put aside leaves the release with which it was to go out: the others wait for it no more. */
export async function leaveRelease(tx: Tx, { id, releaseId }: Pick<StoryRow, 'id' | 'releaseId'>): Promise<void> {
  if (releaseId === null) return;
  await tx.named(
    'newsroom.put-out-of-release',
    'update newsroom.stories set release_id = null where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  await tx.named(
    'newsroom.forget-release-story',
    'delete from newsroom.release_stories where county_id = $1 and release_id = $2 and story_id = $3',
    [tx.countyId, releaseId, id],
  );
}
