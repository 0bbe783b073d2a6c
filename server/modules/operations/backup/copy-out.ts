import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { createZstdCompress, constants } from 'node:zlib';
import { waitingReactions } from '#platform/jobs';
import { memberNames } from './archive.ts';
import type { ArchiveTable } from './archive.ts';
import type { ArchiveWriter } from './write-archive.ts';

/** A table of ours, with the columns that are stored. */
export interface OwnTable {
  /** `schema.table`. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** The size of the pieces in which a table's compressed rows lie in the archive: so much of it is in memory. */
const pieceBytes = 4 * 1024 ** 2;

/** All tables but the queue, whose work is in `platform.outbox` (see `waitingReactions`), and the list of migrations, which is in the head. */
export async function ownTables(owner: pg.Client): Promise<OwnTable[]> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'jobs', 'public')
      group by 1 order by 1`,
  );
  return rows;
}

/** What rows pass through on their way, in COPY's text form. */
export type RowsThrough = (rows: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

/** Copies every row of a table into the archive, compressed, piece by piece; with `source`, those rows alone, and with `through`, as they come out of it. */
export async function copyOut(
  owner: pg.Client,
  archive: ArchiveWriter,
  table: OwnTable,
  { source = sourceOf(table), through }: { source?: string; through?: RowsThrough | undefined } = {},
): Promise<ArchiveTable> {
  const rows = owner.query(copyTo(`copy ${source} to stdout`));
  const outgoing: Readable = through ? Readable.from(through(rows), { objectMode: false }) : rows;
  const zip = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  let bytes = 0;
  outgoing.on('data', (chunk: Buffer) => void (bytes += chunk.length));
  outgoing.on('error', (error) => zip.destroy(error));
  outgoing.pipe(zip);
  await addInPieces(archive, table.name, zip).finally(() => rows.destroy());
  return { name: table.name, columns: [...table.columns], rows: rows.rowCount, bytes };
}

async function addInPieces(archive: ArchiveWriter, table: string, zipped: AsyncIterable<Buffer>): Promise<void> {
  let held: Buffer[] = [];
  let size = 0;
  let part = 0;
  for await (const chunk of zipped) {
    held.push(chunk);
    size += chunk.length;
    if (size < pieceBytes) continue;
    await archive.add(memberNames.table(table, part), Buffer.concat(held));
    part += 1;
    held = [];
    size = 0;
  }
  if (size > 0) await archive.add(memberNames.table(table, part), Buffer.concat(held));
}

const sourceOf = ({ name, columns }: OwnTable): string =>
  name === 'platform.outbox' ? `(${waitingReactions(columns)})` : `${quoted(name)} (${columnList(columns)})`;

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `schema.table`, for SQL. */
export const quoted = (name: string): string => name.split('.').map(quote).join('.');

/** A list of columns, for SQL. */
export const columnList = (columns: readonly string[]): string => columns.map(quote).join(', ');
