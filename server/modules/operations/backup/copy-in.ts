import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { ArchiveTable } from './archive.ts';
import { columnList, ownTables, quoted } from './copy-out.ts';
import type { RowsThrough } from './copy-out.ts';
import type { Member } from './read-archive.ts';

/** Fills the tables of a database whose tables are those of the archive, in one transaction: all of it is there afterwards, or nothing. `others` takes members that are no rows; `lastly` is done with the commit. */
export async function copyIn(
  owner: pg.Client,
  members: AsyncIterable<Member>,
  tables: readonly ArchiveTable[],
  {
    others,
    onTable,
    lastly,
  }: { others: (member: Member) => Promise<void>; onTable: (name: string) => void; lastly: () => Promise<void> },
): Promise<void> {
  await owner.query('begin');
  try {
    await emptyTables(owner);
    const links = await takeLinksOff(owner);
    await fillTables(owner, members, tables, { others, onTable });
    for (const link of links) await owner.query(link);
    await lastly();
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

// Migrations put rows of their own into some tables.
async function emptyTables(owner: pg.Client): Promise<void> {
  const names = (await ownTables(owner)).map(({ name }) => quoted(name));
  await owner.query(`truncate ${names.join(', ')}`);
}

/** Drops every foreign key; answers the statements that make them again, each of which checks all rows. */
async function takeLinksOff(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ on: string; name: string; says: string }>(
    `select c.conrelid::regclass::text as on, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as says
       from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.contype = 'f' and n.nspname <> 'jobs'`,
  );
  for (const { on, name } of rows) await owner.query(`alter table ${on} drop constraint ${name}`);
  return rows.map(({ on, name, says }) => `alter table ${on} add constraint ${name} ${says}`);
}

/** How rows of a table go in: into which columns, in the order of the archive's, and through what. */
export interface Inlet {
  readonly columns: readonly string[];
  readonly through: RowsThrough;
}

/** Copies the rows of an archive into the tables of the transaction that is open, in the order in which they come, and counts them. `others` takes members that are no rows; `inlet` says how a table's rows go in where they do not go in as they are. */
export async function fillTables(
  owner: pg.Client,
  members: AsyncIterable<Member>,
  archived: readonly ArchiveTable[],
  {
    others,
    onTable,
    inlet,
  }: {
    others: (member: Member) => Promise<void>;
    onTable: (name: string) => void;
    inlet?: (table: ArchiveTable) => Inlet;
  },
): Promise<void> {
  const tables = new Map(archived.map((one) => [one.name, one]));
  let open: TableFilling | undefined;
  for await (const member of members) {
    const name = /^tables\/([^/]+)\//.exec(member.name)?.[1];
    const table = name === undefined ? undefined : tables.get(name);
    if (open && open.table !== table) open = await open.end();
    if (!table) await others(member);
    else {
      if (!open && table.rows > 0) onTable(table.name);
      open ??= new TableFilling(owner, table, inlet?.(table));
      await open.take(member);
    }
  }
  await open?.end();
}

/** Rows of one table on their way in: its pieces are one compressed stream. */
class TableFilling {
  readonly table: ArchiveTable;
  readonly #unzip = createZstdDecompress();
  readonly #rows: ReturnType<typeof copyFrom>;
  readonly #in: Promise<void>;

  constructor(owner: pg.Client, table: ArchiveTable, inlet: Inlet | undefined) {
    this.table = table;
    const columns = columnList(inlet?.columns ?? table.columns);
    this.#rows = owner.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
    const incoming = inlet ? Readable.from(inlet.through(this.#unzip), { objectMode: false }) : this.#unzip;
    this.#in = finished(this.#rows);
    this.#in.catch((error: unknown) => void this.#unzip.destroy(error as Error));
    this.#unzip.on('error', (error) => this.#rows.destroy(error));
    if (inlet) incoming.on('error', (error) => this.#rows.destroy(error));
    incoming.pipe(this.#rows);
  }

  async take({ stream }: Member): Promise<void> {
    for await (const chunk of stream as AsyncIterable<Buffer>)
      if (!this.#unzip.write(chunk)) await Promise.race([once(this.#unzip, 'drain'), this.#in]);
  }

  /** Waits for the last row, and counts. */
  async end(): Promise<undefined> {
    this.#unzip.end();
    await this.#in;
    const { name, rows } = this.table;
    if (this.#rows.rowCount !== rows)
      throw new Error(`${name}: ${this.#rows.rowCount} rows came in, ${rows} were expected`);
  }
}
