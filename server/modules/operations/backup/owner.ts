import pg from 'pg';
import { connectWithinMilliseconds, noticesTheEnd } from '#platform/database';

/** Works over a connection of the owner. Where the work fails, the connection is cut off: the server may be in the middle of a long answer. */
export async function withOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  // Over this one a backup reads for hours: only the other machine's silence ends it, or the next night's would wait for ever.
  const owner = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'xiangyin-backup',
    connectionTimeoutMillis: connectWithinMilliseconds,
    ...noticesTheEnd,
  });
  // A connection that breaks is told to whoever asks next.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    const result = await work(owner);
    await owner.end();
    return result;
  } catch (error) {
    cutOff(owner);
    throw error;
  }
}

function cutOff(owner: pg.Client): void {
  (owner as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

/** The address of another database of the same server, for the same role. */
export function databaseBeside(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.toString();
}

/** The database of an address. */
export const databaseOf = (address: string): string => decodeURIComponent(new URL(address).pathname.slice(1));
