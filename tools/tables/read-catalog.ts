import type pg from 'pg';

/** A column as the database describes it. */
export interface Column {
  name: string;
  /** The type's name in pg_type, such as `int8`; of an array, its element's. */
  type: string;
  isArray: boolean;
  nullable: boolean;
  /** Has a default or is an identity column: may be left out of an insert. */
  hasDefault: boolean;
  /** Computed by the database (`generated always as`): may never be written. */
  computed: boolean;
  /** The values a `check (column in (…))` or `check (column <@ array[…])` allows; null where there is no such check. */
  values: string[] | null;
  comment: string | null;
}

/** A table or view with its columns in their order. */
export interface Table {
  schema: string;
  name: string;
  comment: string | null;
  columns: Column[];
}

interface CatalogRow {
  schema: string;
  table: string;
  table_comment: string | null;
  column: string;
  type: string;
  is_array: boolean;
  nullable: boolean;
  has_default: boolean;
  computed: boolean;
  comment: string | null;
  checks: string[] | null;
}

const catalogQuery = `
  select n.nspname as schema, c.relname as table, obj_description(c.oid, 'pg_class') as table_comment,
         a.attname as column, coalesce(e.typname, b.typname, t.typname) as type, e.oid is not null as is_array,
         not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as has_default,
         a.attgenerated <> '' as computed, col_description(c.oid, a.attnum) as comment,
         (select array_agg(pg_get_constraintdef(k.oid) order by k.conname) from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type b on b.oid = nullif(t.typbasetype, 0)
    left join pg_type e on e.oid = nullif(coalesce(b.typelem, t.typelem), 0) and coalesce(b.typcategory, t.typcategory) = 'A'
   where c.relkind in ('r', 'p', 'v') and not c.relispartition and n.nspname = any($1)
   order by n.nspname, c.relname, a.attnum`;

/** Reads every table and view of the schemas, sorted by schema and name. */
export async function readCatalog(client: pg.ClientBase, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<CatalogRow>(catalogQuery, [schemas]);
  const tables = new Map<string, Table>();
  for (const row of rows) {
    const key = `${row.schema}.${row.table}`;
    const table = tables.get(key) ?? { schema: row.schema, name: row.table, comment: row.table_comment, columns: [] };
    tables.set(key, table);
    table.columns.push(columnOf(row));
  }
  return [...tables.values()];
}

function columnOf(row: CatalogRow): Column {
  return {
    name: row.column,
    type: row.type,
    isArray: row.is_array,
    nullable: row.nullable,
    hasDefault: row.has_default,
    computed: row.computed,
    values:
      (row.checks ?? []).map((check) => allowedValues(check, row.column)).find((values) => values !== null) ?? null,
    comment: row.comment,
  };
}

/** The values that a check on one column allows; null when the check is of another kind.
 *  PostgreSQL prints `x in ('a', 'b')` as `CHECK ((x = ANY (ARRAY['a'::text, 'b'::text])))`. */
export function allowedValues(check: string, column: string): string[] | null {
  const name = `"?${column}"?`;
  const list = new RegExp(
    `^CHECK \\(+(?:${name} IS NULL\\) OR \\(+)?(?:${name} = ANY \\(|${name} <@ )ARRAY\\[((?:'(?:[^']|'')*'::text(?:, )?)+)\\]\\)+$`,
  ).exec(check);
  const single = new RegExp(`^CHECK \\(+${name} = ('(?:[^']|'')*'::text)\\)+$`).exec(check);
  const text = list?.[1] ?? single?.[1];
  if (text === undefined) return null;
  return [...text.matchAll(/'((?:[^']|'')*)'::text/g)].map((found) => (found[1] ?? '').replaceAll(`''`, `'`));
}
