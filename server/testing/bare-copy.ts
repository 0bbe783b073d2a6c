import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** PostgreSQL's bare COPY of what is named (`schema.table`, or a query in brackets) into a file, in its text form. */
export const copyToFile = (client: pg.Client, source: string, path: string): Promise<void> =>
  pipeline(client.query(to(`copy ${source} to stdout`)), createWriteStream(path));

/** And of such a file into a table. */
export const copyFromFile = (client: pg.Client, table: string, path: string): Promise<void> =>
  pipeline(createReadStream(path), client.query(from(`copy ${table} from stdin`)));

/** How many bytes of COPY's text form it is. */
export async function copiedBytes(client: pg.Client, source: string): Promise<number> {
  let bytes = 0;
  for await (const part of client.query(to(`copy ${source} to stdout`)))
    bytes += Buffer.isBuffer(part) ? part.length : 0;
  return bytes;
}
