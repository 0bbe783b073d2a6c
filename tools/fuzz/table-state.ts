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

/** Says which tables a request has changed, without reading all of them each time: a trigger on each table writes down, in the same transaction, that a statement was about it;
 *  those alone are then looked at. What was rolled back leaves no note. */
export class TableWatch {
  private readonly owner: pg.Client;
  private readonly known: Map<string, string>;

  private constructor(owner: pg.Client, known: Map<string, string>) {
    this.owner = owner;
    this.known = known;
  }

  /** Puts the triggers on, as the owner of the database, which is to be thrown away. */
  static async begin(owner: pg.Client, tables: readonly string[]): Promise<TableWatch> {
    await owner.query(`create schema fuzz;
      create table fuzz.touched (name text not null);
      create function fuzz.note() returns trigger language plpgsql security definer set search_path = pg_catalog as
        $$ begin insert into fuzz.touched values (tg_argv[0]); return null; end $$`);
    for (const table of tables)
      await owner.query(
        `create trigger zz_fuzz after insert or update or delete or truncate on ${table} for each statement execute function fuzz.note('${table}')`,
      );
    return new TableWatch(owner, await readState(owner, tables));
  }

  /** The tables in which anything is otherwise than when this was last asked, as the owner sees them (both counties). */
  async changed(): Promise<string[]> {
    const touched = await this.owner.query<{ name: string }>({
      name: 'touched',
      text: 'with gone as (delete from fuzz.touched returning name) select distinct name from gone order by 1',
    });
    if (touched.rows.length === 0) return [];
    const present = await readState(
      this.owner,
      touched.rows.map((row) => row.name),
    );
    const changed = [...present].flatMap(([name, state]) => (this.known.get(name) === state ? [] : [name]));
    for (const [name, state] of present) this.known.set(name, state);
    return changed;
  }
}

// How many rows, and by which transactions they were last written: equal before and after, and nothing was changed.
async function readState(owner: pg.Client, tables: readonly string[]): Promise<Map<string, string>> {
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, count(*) || ' rows, ' || coalesce(sum(xmin::text::bigint), 0) as state from ${table}`,
  );
  const answer = await owner.query<{ name: string; state: string }>(parts.join(' union all '));
  return new Map(answer.rows.map((row) => [row.name, row.state]));
}

/** The tables in whose rows the text stands anywhere. */
export async function tablesHolding(owner: pg.Client, tables: readonly string[], text: string): Promise<string[]> {
  const holding: string[] = [];
  for (const table of tables) {
    const answer = await owner.query(`select 1 from ${table} t where t::text like $1 limit 1`, [`%${text}%`]);
    if (answer.rows.length > 0) holding.push(table);
  }
  return holding;
}
