import type { Tx } from '#platform/transaction';
import { searchWords } from '../library/search-words.ts';
import { materialColumns } from './material-queries.ts';
import type { Material } from './material-queries.ts';
import { wordsOf } from './material-words.ts';

/** Cuts the words of materials that an older version of the program stored, so many at a time. */
export async function indexMaterials(tx: Tx, most: number): Promise<void> {
  const rows = await tx.named<Material>(
    'media.materials-not-indexed',
    `select ${materialColumns} from media.materials where county_id = $1 and words is null order by made_at limit $2 for update skip locked`,
    [tx.countyId, most],
  );
  for (const row of rows) await storeWords(tx, row);
}

/** Cuts the words of a material. */
export const storeWords = (tx: Tx, row: Material): Promise<unknown> =>
  tx.named(
    'media.index-material',
    `update media.materials set words = to_tsvector('simple', $3) where county_id = $1 and id = $2`,
    [tx.countyId, row.id, searchWords(tx, wordsOf(row))],
  );
