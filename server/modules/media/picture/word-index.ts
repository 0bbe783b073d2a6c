import type { WordIndex } from '#platform/manifest';
import { storeWords } from './index-pictures.ts';
import { pictureColumns } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';
import { wordsOf } from './picture-words.ts';

/** The pictures of the library as an index of words, in the order of their hashes. */
export const pictureIndex: WordIndex = {
  name: 'pictures',
  async count(tx) {
    const [row] = await tx.named<{ count: number }>(
      'media.count-picture-words',
      'select count(*)::int as count from media.pictures where county_id = $1',
      [tx.countyId],
    );
    return row?.count ?? 0;
  },
  async renew(tx, { after, most, holds }) {
    const rows = await tx.named<Picture>(
      'media.pictures-after',
      `select ${pictureColumns} from media.pictures where county_id = $1 and hash > $2 order by hash limit $3 for update`,
      [tx.countyId, after ?? '', most],
    );
    for (const row of rows) if (holds(wordsOf(row).join('\n'))) await storeWords(tx, row);
    return { seen: rows.length, last: rows.length === most ? (rows.at(-1)?.hash ?? null) : null };
  },
};
