import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ExplainedError } from '../explained-error.ts';
import { program } from './bundle.ts';
import type { Placement } from './placement.ts';
import { isServer, readPostmaster, readPostmasterAtOnce, type Postmaster } from './postmaster-file.ts';
import { commandAs } from './run-as.ts';

/** How long a start may take at most: crash recovery of a county's database takes seconds, a province's has its own server. */
const START_WITHIN_MILLISECONDS = 60_000;
const LOG_BYTES_KEPT = 5_000_000;

/** Settings for one small machine shared with the application (2 cores, 4 GB). */
const SMALL_MACHINE = {
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  // Nearly all queries take under a millisecond; parallel helpers would only take the second core from the application.
  max_parallel_workers_per_gather: '0',
  // Reads come from memory here; the three helper processes of the default would idle.
  io_method: 'sync',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '%m [%p] %d ',
  // Values given by people must not reach the log.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
};

/** For databases that are thrown away after the tests: nothing waits for the disk. */
const THROWN_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // The data may lie in memory.
  max_wal_size: '256MB',
  // Every test process has pools of its own.
  max_connections: '300',
};

/** Starts the server in a process group of its own, so that Ctrl-C in the terminal reaches the application first, and waits until it takes connections.
 *  Throws with the server's last words when it gives up. */
export async function launchServer(
  placement: Placement,
  { durable, port, logFile }: { durable: boolean; port: number; logFile: string },
): Promise<Postmaster> {
  const settings = { ...SMALL_MACHINE, ...listening(placement), port: String(port), ...(durable ? {} : THROWN_AWAY) };
  const { command, args, credentials } = commandAs(placement.runAs, program(placement.bundle, 'postgres'), [
    '-D',
    placement.dataDirectory,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  rotate(logFile);
  const said = sizeOf(logFile);
  const output = openSync(logFile, 'a', 0o600);
  const before = readPostmasterAtOnce(placement.dataDirectory);
  const child = spawn(command, args, {
    ...credentials,
    cwd: dirname(placement.dataDirectory),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve('it ended at once'));
  });
  return waitUntilReady(placement, { pid: child.pid, before, ended, lastWords: () => readFrom(logFile, said) });
}

async function waitUntilReady(
  { dataDirectory }: Placement,
  {
    pid,
    before,
    ended,
    lastWords,
  }: {
    pid: number | undefined;
    before: Postmaster | null;
    ended: Promise<string>;
    lastWords: () => Promise<string>;
  },
): Promise<Postmaster> {
  const deadline = performance.now() + START_WITHIN_MILLISECONDS;
  while (performance.now() < deadline) {
    const reason = await Promise.race([ended, pause(10, null)]);
    if (reason !== null)
      throw new ExplainedError(`PostgreSQL did not start (${reason}). Its last words:\n${await lastWords()}`);
    const postmaster = await readPostmaster(dataDirectory);
    // In a container numbers begin anew with each start: one that was killed may have left a note with the very number of this one.
    const isAsBefore = postmaster?.pid === before?.pid && postmaster?.startedAt === before?.startedAt;
    if (postmaster?.isReady && postmaster.pid === pid && !isAsBefore) return postmaster;
  }
  throw new ExplainedError(
    `PostgreSQL was not ready after ${START_WITHIN_MILLISECONDS / 1000} s. Its last words:\n${await lastWords()}`,
  );
}

/** Asks the server to end now: running statements are cancelled, all that was acknowledged is on disk (PostgreSQL's "fast" shutdown).
 *  Answers false when it was still writing after `withinMilliseconds`; it ends by itself then. */
export async function stopServer(placement: Placement, withinMilliseconds = 3_000): Promise<boolean> {
  const postmaster = await readPostmaster(placement.dataDirectory);
  if (postmaster === null || !isServer(postmaster)) return true;
  if (process.platform === 'win32') return stopThroughPgCtl(placement);
  process.kill(postmaster.pid, 'SIGINT');
  const deadline = performance.now() + withinMilliseconds;
  while (performance.now() < deadline) {
    if ((await readPostmaster(placement.dataDirectory)) === null) return true;
    await pause(10);
  }
  return false;
}

/** As `stopServer`, for a process that leaves at once: says it, and waits for nothing. On Windows nothing is said. */
export function tellServerToEnd({ dataDirectory }: Placement): void {
  const postmaster = readPostmasterAtOnce(dataDirectory);
  if (process.platform === 'win32' || postmaster === null || !isServer(postmaster)) return;
  process.kill(postmaster.pid, 'SIGINT');
}

async function stopThroughPgCtl(placement: Placement): Promise<boolean> {
  const child = spawn(
    program(placement.bundle, 'pg_ctl'),
    ['stop', '-D', placement.dataDirectory, '-m', 'fast', '-w'],
    { stdio: 'ignore' },
  );
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

function listening({ socketDirectory }: Placement): Record<string, string> {
  if (socketDirectory === null) return { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  // Quoted, for the setting is a list and a folder's name may hold a comma.
  return {
    listen_addresses: '',
    unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  };
}

function rotate(logFile: string): void {
  if (sizeOf(logFile) > LOG_BYTES_KEPT) renameSync(logFile, join(dirname(logFile), 'postgres.1.log'));
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function readFrom(path: string, offset: number): Promise<string> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return bytes.subarray(offset).toString('utf8').trim().split('\n').slice(-8).join('\n');
}
