import type pg from 'pg';

/** Every owned table of a database: schema.table, those with county_id. */
export async function ownedTables(owner: pg.Client): Promise<{ name: string; hasId: boolean }[]> {
  const answer = await owner.query<{ name: string; hasId: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            exists (select 1 from pg_attribute i where i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype) as "hasId"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname not in ('jobs', 'pg_catalog', 'information_schema') order by 1`,
  );
  return answer.rows;
}

/** What stands in the tables, in short: how many rows, and by which transactions they were last written. Equal before and after: nothing was changed. */
export type TableState = ReadonlyMap<string, string>;

/** Reads the state of all tables in one query, as the owner sees them (both counties). */
export async function readTableState(owner: pg.Client, tables: readonly string[]): Promise<TableState> {
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, count(*) || ' rows, ' || coalesce(sum(xmin::text::bigint), 0) as state from ${table}`,
  );
  const answer = await owner.query<{ name: string; state: string }>({
    name: 'table-state',
    text: parts.join(' union all '),
  });
  return new Map(answer.rows.map((row) => [row.name, row.state]));
}

/** The tables that differ. */
export const changedTables = (before: TableState, after: TableState): string[] =>
  [...after].flatMap(([name, state]) => (before.get(name) === state ? [] : [name]));

/** The tables in whose rows the text stands anywhere. */
export async function tablesHolding(owner: pg.Client, tables: readonly string[], text: string): Promise<string[]> {
  const holding: string[] = [];
  for (const table of tables) {
    const answer = await owner.query(`select 1 from ${table} t where t::text like $1 limit 1`, [`%${text}%`]);
    if (answer.rows.length > 0) holding.push(table);
  }
  return holding;
}
