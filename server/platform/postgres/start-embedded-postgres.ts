import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { initialiseData, SUPERUSER } from './initialise.ts';
import { returnLease, takeLease } from './leases.ts';
import { choosePlacement, type Placement } from './placement.ts';
import { readPostmaster, removeStaleNote, type Postmaster } from './postmaster-file.ts';
import { APP_ROLE, ensureDatabase, ensureRoles, OWNER_ROLE } from './roles.ts';
import { launchServer, stopServer } from './server-process.ts';
import { withStartLock } from './start-lock.ts';

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** Address for the owner role (`xiangyin_owner`): migrate, backup, restore, creating databases. */
  adminUrl(database: string): string;
  /** Address for the application's role (`xiangyin_app`). */
  appUrl(database: string): string;
  /** Makes an empty database owned by the owner role, unless it exists; answers whether it was made. */
  ensureDatabase(name: string): Promise<boolean>;
  ownerRole: string;
  appRole: string;
  /** Whether the server was running before we came. */
  reused: boolean;
  /** Milliseconds of each step of this start; absent steps were not needed. */
  took: { initialise?: number; launch?: number; total: number };
  /** Gives the server up; it is shut down unless another living process still uses it (`force` shuts it down all the same).
   *  Call it after the pools are closed. Answers whether the server is down. */
  stop(options?: { force?: boolean }): Promise<boolean>;
}

/** What a start may be told. */
export interface EmbeddedPostgresOptions {
  /** Folder of this server, made with mode 0700: data, socket, log, and the notes of who uses it. */
  directory: string;
  /** Takes one plain sentence per step. */
  log?: (line: string) => void;
  /** False for databases that are thrown away after tests: the disk is not waited for, and a power cut loses all. Default true. */
  durable?: boolean;
  /** `socket` (default; no other user of the machine can reach it) or `loopback` with a password (default on Windows). */
  listenOn?: 'socket' | 'loopback';
}

/** After kill -9 the dead server's children hold its memory for about a second, and a new one refuses to start beside them. */
const RETRY_FOR_MILLISECONDS = 10_000;

/** Starts the PostgreSQL that came with the installation in `directory`, or joins the one already running there: several processes may call it at once.
 *  The first call makes the data folder and both roles. The server outlives a killed caller; the next call finds it.
 *  Throws an explanation a person can act on. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const began = performance.now();
  const directory = resolve(options.directory);
  const log = options.log ?? (() => {});
  const durable = options.durable ?? true;
  const useSocket = (options.listenOn ?? (process.platform === 'win32' ? 'loopback' : 'socket')) === 'socket';
  const placement = await choosePlacement(directory, { useSocket, log });
  const password = useSocket ? null : loopbackPassword(directory);
  const took: EmbeddedPostgres['took'] = { total: 0 };

  const { postmaster, reused } = await withStartLock(directory, async () => {
    await takeLease(directory);
    const running = await findRunning(placement, password);
    if (running !== null) return { postmaster: running, reused: true };
    await measured(
      took,
      'initialise',
      () => initialiseData(placement, { durable, password }),
      (made) => made && log('PostgreSQL: data folder made.'),
    );
    const port = useSocket ? 5432 : await freePort();
    const logFile = join(directory, 'postgres.log');
    const started = await measured(took, 'launch', () =>
      launchWithRetry(placement, { durable, port, logFile, password, log }),
    );
    await asSuperuser({ placement, postmaster: started, password }, (client) => ensureRoles(client, password));
    return { postmaster: started, reused: false };
  });

  took.total = performance.now() - began;
  const urlFor = (role: string) => (database: string) => address({ placement, postmaster, password, role, database });
  return {
    adminUrl: urlFor(OWNER_ROLE),
    appUrl: urlFor(APP_ROLE),
    ensureDatabase: (name) =>
      asSuperuser({ placement, postmaster, password }, (client) => ensureDatabase(client, name)),
    ownerRole: OWNER_ROLE,
    appRole: APP_ROLE,
    reused,
    took,
    stop: ({ force = false } = {}) =>
      withStartLock(directory, async () => {
        const { othersRemain } = await returnLease(directory);
        return othersRemain && !force ? false : stopServer(placement);
      }),
  };
}

async function findRunning(placement: Placement, password: string | null): Promise<Postmaster | null> {
  await removeStaleNote(placement.dataDirectory);
  const postmaster = await readPostmaster(placement.dataDirectory);
  if (postmaster === null) return null;
  try {
    await asSuperuser({ placement, postmaster, password }, (client) => ensureRoles(client, null));
    return postmaster;
  } catch {
    return null;
  }
}

async function launchWithRetry(
  placement: Placement,
  {
    log,
    password,
    ...how
  }: { durable: boolean; port: number; logFile: string; password: string | null; log: (line: string) => void },
): Promise<Postmaster> {
  const deadline = Date.now() + RETRY_FOR_MILLISECONDS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchServer(placement, how);
    } catch (error) {
      if (Date.now() > deadline || !isStillBeingCleanedUp(error)) throw error;
      if (attempt === 1) log('PostgreSQL: cleaning up after an unclean end, one moment.');
      await pause(100);
      const running = await findRunning(placement, password);
      if (running !== null) return running;
    }
  }
}

function isStillBeingCleanedUp(error: unknown): boolean {
  return error instanceof Error && /shared memory block|lock file/.test(error.message);
}

interface Reach {
  placement: Placement;
  postmaster: Postmaster;
  password: string | null;
}

async function asSuperuser<T>(reach: Reach, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: address({ ...reach, role: SUPERUSER, database: 'postgres' }),
    connectionTimeoutMillis: 3_000,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function address({
  placement,
  postmaster,
  password,
  role,
  database,
}: Reach & { role: string; database: string }): string {
  const secret = password === null ? '' : `:${encodeURIComponent(password)}`;
  const host = placement.socketDirectory === null ? '' : `?host=${encodeURIComponent(placement.socketDirectory)}`;
  const name = placement.socketDirectory === null ? '127.0.0.1' : 'localhost';
  return `postgresql://${role}${secret}@${name}:${postmaster.port}/${encodeURIComponent(database)}${host}`;
}

function loopbackPassword(directory: string): string {
  const path = join(directory, 'password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() =>
        typeof found === 'object' && found ? done(found.port) : fail(new Error('No free port on loopback.')),
      );
    });
  });
}

async function measured<T>(
  took: EmbeddedPostgres['took'],
  step: 'initialise' | 'launch',
  work: () => Promise<T>,
  then?: (result: T) => void,
): Promise<T> {
  const began = performance.now();
  const result = await work();
  took[step] = performance.now() - began;
  then?.(result);
  return result;
}
