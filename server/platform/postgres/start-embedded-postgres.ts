import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { identityOf, isStillRunning } from '../process-identity.ts';
import { address, asSuperuser, type Reach } from './connection.ts';
import { keepRunning } from './keep-running.ts';
import { returnLease, takeLease } from './leases.ts';
import { mustNotRunElsewhere } from './must-not-run-elsewhere.ts';
import { openServer, type Launch, type Took } from './open-server.ts';
import { choosePlacement } from './placement.ts';
import { APP_ROLE, ensureDatabase, OWNER_ROLE } from './roles.ts';
import { stopServer, tellServerToEnd } from './server-process.ts';
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
  took: Took;
  /** Gives the server up; it is shut down unless another living process still uses it (`force` shuts it down all the same).
   *  Call it after the pools are closed. Answers whether the server is down. */
  stop(options?: { force?: boolean }): Promise<boolean>;
  /** As `stop`, for a process that has no time left: the server is told to end, and nothing is waited for. What was acknowledged is on disk. */
  stopAtOnce(): void;
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
  /** Starts the server again, under the same addresses, when it dies while this process lives (killed, out of memory). Default false. */
  keepRunning?: boolean;
}

/** Starts the PostgreSQL that came with the installation in `directory`, or joins the one already running there: several processes may call it at once.
 *  The first call makes the data folder and both roles. The server outlives a killed caller; the next call finds it.
 *  Throws ExplainedError. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const began = performance.now();
  const directory = resolve(options.directory);
  const log = options.log ?? (() => {});
  const launch: Launch = { durable: options.durable ?? true, logFile: join(directory, 'postgres.log'), log };
  const reach = await chooseReach(directory, options, log);
  const took: Took = { total: 0 };
  const open = () =>
    withStartLock(directory, async () => {
      await mustNotRunElsewhere(reach.placement);
      await takeLease(directory);
      return openServer(reach, launch, took);
    });

  const opened = await open();
  reach.port = opened.port;
  took.total = performance.now() - began;
  const watch = options.keepRunning ? reviveWhenDead(opened.pid, open, log) : null;
  return {
    adminUrl: (database) => address(reach, OWNER_ROLE, database),
    appUrl: (database) => address(reach, APP_ROLE, database),
    ensureDatabase: (name) => asSuperuser(reach, (client) => ensureDatabase(client, name)),
    ownerRole: OWNER_ROLE,
    appRole: APP_ROLE,
    reused: opened.reused,
    took,
    async stop({ force = false } = {}) {
      await watch?.stop();
      return withStartLock(directory, async () => {
        const { othersRemain } = returnLease(directory);
        if (othersRemain && !force) return false;
        const isDown = await stopServer(reach.placement);
        // It may lie in the shared temporary folder; the next start makes it anew.
        if (isDown && reach.placement.socketDirectory) await rmdir(reach.placement.socketDirectory).catch(() => {});
        return isDown;
      });
    },
    stopAtOnce() {
      if (!returnLease(directory).othersRemain) tellServerToEnd(reach.placement);
    },
  };
}

async function chooseReach(
  directory: string,
  { listenOn = process.platform === 'win32' ? 'loopback' : 'socket' }: EmbeddedPostgresOptions,
  log: (line: string) => void,
): Promise<Reach> {
  const useSocket = listenOn === 'socket';
  const placement = await choosePlacement(directory, { useSocket, log });
  if (useSocket) return { placement, port: 5432, password: null };
  return { placement, port: await freePort(), password: loopbackPassword(directory) };
}

function reviveWhenDead(
  firstPid: number,
  open: () => Promise<{ pid: number }>,
  log: (line: string) => void,
): { stop(): Promise<void> } {
  let server = identityOf(firstPid);
  return keepRunning({
    isAlive: () => isStillRunning(server),
    async revive() {
      log('PostgreSQL has ended unexpectedly; starting it again.');
      server = identityOf((await open()).pid);
      log('PostgreSQL runs again.');
    },
    onFailure: (error) => log(error instanceof Error ? error.message : String(error)),
  });
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
