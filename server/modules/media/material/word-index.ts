import type { WordIndex } from '#platform/manifest';
import { storeWords } from './index-materials.ts';
import { materialColumns } from './material-queries.ts';
import type { Material } from './material-queries.ts';
import { wordsOf } from './material-words.ts';

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** The materials of the library as an index of words, in the order of their ids. */
export const materialIndex: WordIndex = {
  name: 'materials',
  async count(tx) {
    const [row] = await tx.named<{ count: number }>(
      'media.count-material-words',
      'select count(*)::int as count from media.materials where county_id = $1',
      [tx.countyId],
    );
    return row?.count ?? 0;
  },
  async renew(tx, { after, most, holds }) {
    const rows = await tx.named<Material>(
      'media.materials-after',
      `select ${materialColumns} from media.materials where county_id = $1 and id > $2::uuid order by id limit $3 for update`,
      [tx.countyId, after ?? beforeAll, most],
    );
    for (const row of rows) if (holds(wordsOf(row).join('\n'))) await storeWords(tx, row);
    return { seen: rows.length, last: rows.length === most ? (rows.at(-1)?.id ?? null) : null };
  },
};
