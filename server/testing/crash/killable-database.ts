import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/postgres/index';
import { testServer } from '../server.ts';

/** The database of the crash tests, which can be taken away and given back. */
export interface KillableDatabase {
  /** Starts it, or gives it back; harmless where it lives. */
  revive(): Promise<void>;
  /** Takes it away in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** A PostgreSQL of the test's own, killed with SIGKILL. Durable, unlike the tests' usual one: what it has committed must outlive its killing. */
export function ownDatabase(directory: string): KillableDatabase {
  return {
    revive: async () => void (await startEmbeddedPostgres({ directory, durable: true })),
    async kill() {
      const note = await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8');
      process.kill(Number(note.split('\n')[0]), 'SIGKILL');
    },
  };
}

/** A given PostgreSQL, whose server others use: the program's connections are ended in the middle of their work and no new one is let in.
 *  That what is committed outlives the server is then for that server to prove, not for us. `name` is asked for when first needed. */
export function givenDatabase(name: () => string): KillableDatabase {
  const as = async (url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  };
  const limit = async (connections: number): Promise<void> => {
    const server = await testServer();
    await as(server.ownerUrl('postgres'), (owner) =>
      owner.query(`alter database ${owner.escapeIdentifier(name())} connection limit ${connections}`),
    );
  };
  return {
    revive: () => limit(-1),
    async kill() {
      await limit(0);
      const server = await testServer();
      // The owner may not end the connections of another role; the role itself may.
      await as(server.appUrl('postgres'), (app) =>
        app.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = current_user and pid <> pg_backend_pid()',
          [name()],
        ),
      );
    },
  };
}
