import { readTimeCursor } from '#platform/keyset';
import type { Tx } from '#platform/transaction';
import type { PictureListQuery } from '../contract.ts';
import { librarySql } from '../library/library-sql.ts';
import type { Add } from '../library/library-sql.ts';
import { pictureColumns } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';

const plainWords = `title || ' ' || alt || ' ' || caption || ' ' || array_to_string(keywords, ' ')`;

/** Pictures of the library by when they were sent: one more than asked, when there are more. Refuses: NotFound (404) for a place that is not there. */
export async function listPictures(tx: Tx, query: PictureListQuery): Promise<Picture[]> {
  const values: unknown[] = [tx.countyId];
  const add: Add = (value) => `$${values.push(value)}`;
  const [past, direction] = query.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  const where = [...librarySql(tx, query, plainWords, add), ...(query.alt === 'missing' ? [`alt = ''`] : [])];
  if (query.after !== undefined) {
    const { at, id } = readTimeCursor(query.after, 'after', /^[0-9a-f]{64}$/);
    where.push(`(made_at, hash) ${past} (${add(at)}, ${add(id)})`);
  }
  const { rows } = await tx.client.query<Picture>(
    `select ${pictureColumns} from media.pictures where ${['county_id = $1', ...where].join(' and ')}
      order by made_at ${direction}, hash ${direction} limit ${add(query.limit + 1)}`,
    values,
  );
  return rows;
}
