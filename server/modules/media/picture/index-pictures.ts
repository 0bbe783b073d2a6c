import type { Tx } from '#platform/transaction';
import { searchWords } from '../library/search-words.ts';
import { pictureColumns } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';
import { wordsOf } from './picture-words.ts';

/** Cuts the words of pictures that an older version of the program stored, so many at a time. */
export async function indexPictures(tx: Tx, most: number): Promise<void> {
  const rows = await tx.named<Picture>(
    'media.not-indexed',
    `select ${pictureColumns} from media.pictures where county_id = $1 and words is null order by made_at limit $2 for update skip locked`,
    [tx.countyId, most],
  );
  for (const row of rows) await storeWords(tx, row);
}

/** Cuts the words of a picture. */
export const storeWords = (tx: Tx, row: Picture): Promise<unknown> =>
  tx.named(
    'media.index-picture',
    `update media.pictures set words = to_tsvector('simple', $3) where county_id = $1 and hash = $2`,
    [tx.countyId, row.hash, searchWords(tx, wordsOf(row))],
  );
