import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { editionForPage } from '../page/published-queries.ts';
import { stripOf } from '../review/signature-queries.ts';
import { storyById } from '../story/story-queries.ts';
import { markedEdition } from './marked-edition.ts';
import { storyMark } from './story-mark.ts';

/** The mark of an edition that was published, also of one that was corrected since; null while the county has no key. Refuses: NotFound (404). */
export async function markOfEdition(tx: Tx, storyId: string, number: number): Promise<string | null> {
  const [row] = await tx.named<{ id: string }>(
    'newsroom.edition-by-number',
    'select id from newsroom.editions where county_id = $1 and story_id = $2 and number = $3',
    [tx.countyId, storyId, number],
  );
  const edition = found(await editionForPage(tx, found(row).id));
  const story = await storyById(tx, storyId);
  return storyMark(tx, markedEdition(story, edition, await stripOf(tx, edition.id)));
}
