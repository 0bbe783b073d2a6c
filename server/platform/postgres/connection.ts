import pg from 'pg';
import { SUPERUSER } from './initialise.ts';
import type { Placement } from './placement.ts';

/** What it takes to sign in to a server. */
export interface Reach {
  placement: Placement;
  port: number;
  /** Null on a socket. */
  password: string | null;
}

/** The address of a database for a role; it stays the same when the server is started again. */
export function address({ placement, port, password }: Reach, role: string, database: string): string {
  const secret = password === null ? '' : `:${encodeURIComponent(password)}`;
  const host = placement.socketDirectory === null ? '' : `?host=${encodeURIComponent(placement.socketDirectory)}`;
  const name = placement.socketDirectory === null ? '127.0.0.1' : 'localhost';
  return `postgresql://${role}${secret}@${name}:${port}/${encodeURIComponent(database)}${host}`;
}

/** Runs `work` over a connection of the superuser to the maintenance database. */
export async function asSuperuser<T>(reach: Reach, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: address(reach, SUPERUSER, 'postgres'),
    connectionTimeoutMillis: 3_000,
  });
  // A server killed under our hands must not end this process; the query in work fails all the same.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
