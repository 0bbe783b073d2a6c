import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/postgres/index';
import { choosePlacement } from '#platform/postgres/placement';
import { testServer } from './server.ts';

/** A real second PostgreSQL that follows the tests' own over its socket. */
export interface Standby {
  appUrl(database: string): string;
  /** Lets what comes from the primary wait, and takes it in again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Stops answering at once, as a machine does whose power goes; the next start finds it as it was. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Asks the primary as its superuser. */
  asPrimary(question: string): Promise<void>;
  stop(): Promise<void>;
}

/** Copies the running test server's data (with its databases) into `directory` and starts a standby there. Only for a test file with a server of its own: what other files do would be followed too. */
export async function startStandby(directory: string): Promise<Standby> {
  const primary = superuserUrl((await testServer()).ownerUrl('postgres'));
  const placement = await choosePlacement(directory, { useSocket: true, log: () => undefined });
  // Unlike the data, what is sent to a standby waits for its file: up to 0.6 s behind the answer where commits do not wait.
  await ask(primary, 'alter role xiangyin_app set synchronous_commit = on');
  await copyRunning(primary, placement.dataDirectory);
  await follow(primary, placement.dataDirectory);
  const start = () => startEmbeddedPostgres({ directory, durable: false });
  let server = await start();
  const own = (question: string): Promise<void> => ask(superuserUrl(server.adminUrl('postgres')), question);
  return {
    appUrl: (database) => server.appUrl(database),
    asPrimary: (question) => ask(primary, question),
    pause: () => own('select pg_wal_replay_pause()'),
    resume: () => own('select pg_wal_replay_resume()'),
    async kill() {
      const note = await readFile(join(placement.dataDirectory, 'postmaster.pid'), 'utf8');
      process.kill(Number(note.split('\n')[0]), 'SIGQUIT');
    },
    start: async () => void (server = await start()),
    stop: async () => void (await server.stop({ force: true })),
  };
}

/** Asks one question by an address of its own. */
export const ask = (url: string, question: string): Promise<void> =>
  withClient(url, async (client) => void (await client.query(question)));

/** The address of the superuser; the socket's folder is the lock: whoever reaches it may sign in as anybody. */
export function superuserUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = 'postgres';
  return url.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Copies the data of a running server as `pg_basebackup` does: what is written meanwhile is in its log. */
export async function copyRunning(primary: string, target: string): Promise<void> {
  await withClient(primary, async (client) => {
    const [where] = (await client.query<{ data: string }>(`select current_setting('data_directory') as data`)).rows;
    await client.query(`select pg_backup_start('standby', true)`);
    await mkdir(target, { mode: 0o700 });
    spawnSync('cp', ['-a', `${where?.data}/.`, target]);
    const [label] = (await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')).rows;
    await rm(join(target, 'postmaster.pid'));
    await writeFile(join(target, 'backup_label'), label?.labelfile ?? '');
  });
}

async function follow(primary: string, target: string): Promise<void> {
  await writeFile(join(target, 'standby.signal'), '');
  const { searchParams, port } = new URL(primary);
  await appendFile(
    join(target, 'postgresql.auto.conf'),
    `\nprimary_conninfo = 'host=${searchParams.get('host')} port=${port} user=postgres'\n`,
  );
}
