import { cursorOf, readCursor } from '#platform/keyset';
import type { Tx } from '#platform/transaction';

/** What one page of a list is made of. `key` is an SQL expression of text by which rows are in order, and after it by id. */
interface Asked {
  readonly columns: string;
  readonly from: string;
  readonly where: readonly string[];
  readonly values: unknown[];
  readonly id: string;
  readonly key: string;
  readonly descending: boolean;
  readonly cursor: string | undefined;
  /** Undefined: all rows. */
  readonly limit: number | undefined;
}

/** One page of a list that grows slowly, by a keyset, and where the next begins; null when it is the last. Refuses: BadRequest (400) for a cursor that we did not write. */
export async function pageByKey<Row extends { readonly id: string }>(
  tx: Tx,
  { columns, from, id, key, descending, cursor, limit, ...asked }: Asked,
): Promise<{ rows: Row[]; next: string | null }> {
  const { values } = asked;
  const where = [...asked.where];
  if (cursor !== undefined) {
    const after = readCursor(cursor, 'cursor');
    where.push(`(${key}, ${id}) ${descending ? '<' : '>'} ($${values.push(after.value)}, $${values.push(after.id)})`);
  }
  const way = descending ? 'desc' : 'asc';
  const upTo = limit === undefined ? '' : `limit $${values.push(limit + 1)}`;
  const found = await tx.client.query<Row & { key: string }>(
    `select ${columns}, ${key} as key from ${from} where ${where.join(' and ')} order by ${key} ${way}, ${id} ${way} ${upTo}`,
    values,
  );
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  const next = last && found.rows.length > rows.length ? cursorOf(last.key, last.id) : null;
  return { rows: rows.map((row) => withoutKey<Row>(row)), next };
}

function withoutKey<Row extends object>(row: Row & { key: string }): Row {
  const { key: _, ...rest } = row;
  return rest as unknown as Row;
}
