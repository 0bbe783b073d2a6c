import { readTimeCursor } from '#platform/keyset';
import type { Tx } from '#platform/transaction';
import type { MaterialListQuery } from '../contract.ts';
import { librarySql } from '../library/library-sql.ts';
import type { Add } from '../library/library-sql.ts';
import { materialColumns } from './material-queries.ts';
import type { Material } from './material-queries.ts';

const plainWords = `title || ' ' || name || ' ' || caption || ' ' || array_to_string(keywords, ' ')`;

/** Sound, video and documents by when they were stored: one more than asked, when there are more. Refuses: NotFound (404) for a place that is not there. */
export async function listMaterials(tx: Tx, query: MaterialListQuery): Promise<Material[]> {
  const values: unknown[] = [tx.countyId];
  const add: Add = (value) => `$${values.push(value)}`;
  const [past, direction] = query.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  const where = [
    ...librarySql(tx, query, plainWords, add),
    ...(query.kind ? [`kind = ${add(query.kind)}`] : []),
    ...(query.hash ? [`hash = ${add(query.hash)}`] : []),
  ];
  if (query.after !== undefined) {
    const { at, id } = readTimeCursor(query.after);
    where.push(`(made_at, id) ${past} (${add(at)}, ${add(id)})`);
  }
  const { rows } = await tx.client.query<Material>(
    `select ${materialColumns} from media.materials where ${['county_id = $1', ...where].join(' and ')}
      order by made_at ${direction}, id ${direction} limit ${add(query.limit + 1)}`,
    values,
  );
  return rows;
}
