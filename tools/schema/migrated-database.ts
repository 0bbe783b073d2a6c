import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../server/platform/migrate.ts';
import { testServer } from '../../server/testing/server.ts';

/** Runs `work` as the owner on a scratch database that has every migration and no rows, beside those of the tests; the database goes afterwards.
 *  The server stays for the next caller: whoever is the last to use it stops it. */
export async function withMigratedDatabase<T>(work: (owner: pg.Client, appRole: string) => Promise<T>): Promise<T> {
  const server = await testServer();
  const database = `xy_tables_${randomUUID().slice(0, 8)}`;
  return withClient(server.ownerUrl('postgres'), async (maker) => {
    await maker.query(`create database ${database} template template0`);
    try {
      await migrate(server.ownerUrl(database), { appRole: server.appRole, subscribers: [] });
      return await withClient(server.ownerUrl(database), (owner) => work(owner, server.appRole));
    } finally {
      await drop(maker, database);
    }
  });
}

// The owner may not end what the server itself does there (autovacuum): a moment later it is gone.
async function drop(maker: pg.Client, database: string): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await maker.query(`drop database ${database} with (force)`);
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await pause(100);
    }
}

async function withClient<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
