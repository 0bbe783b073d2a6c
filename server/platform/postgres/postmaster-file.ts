import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { commandOf, existsNow } from '../process-identity.ts';

/** What a running server writes into its data folder (`postmaster.pid`; the order of lines is PostgreSQL's `pidfile.h`). */
export interface Postmaster {
  pid: number;
  /** Seconds since 1970. */
  startedAt: number;
  port: number;
  /** Null when the server listens on loopback only. */
  socketDirectory: string | null;
  isReady: boolean;
}

/** Reads the server's own note; null when there is none or it is only half written. */
export async function readPostmaster(dataDirectory: string): Promise<Postmaster | null> {
  const text = await readFile(fileIn(dataDirectory), 'utf8').catch(() => null);
  return text === null ? null : postmasterOf(text);
}

/** As `readPostmaster`, without waiting. */
export function readPostmasterAtOnce(dataDirectory: string): Postmaster | null {
  try {
    return postmasterOf(readFileSync(fileIn(dataDirectory), 'utf8'));
  } catch {
    return null;
  }
}

function postmasterOf(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return {
    pid,
    startedAt: Number(lines[2]),
    port: Number(lines[3]),
    socketDirectory: lines[4] || null,
    isReady: lines[7] === 'ready',
  };
}

/** Removes what a server that died left, when its number now belongs to another program: its note in the data folder, and the one beside its socket.
 *  PostgreSQL itself recognises a number that belongs to nobody, but would refuse to start for one that does. */
export async function removeStaleNotes(
  { dataDirectory, socketDirectory }: { dataDirectory: string; socketDirectory: string | null },
  port: number,
): Promise<void> {
  const besideSocket = socketDirectory === null ? [] : [join(socketDirectory, `.s.PGSQL.${port}.lock`)];
  for (const note of [fileIn(dataDirectory), ...besideSocket]) {
    const pid = Number((await readFile(note, 'utf8').catch(() => '')).split('\n')[0]);
    if (pid > 0 && existsNow(pid) && !isServer({ pid })) await rm(note, { force: true });
  }
}

/** Whether the note's number is a living PostgreSQL, as far as the system tells (where it does not, a living process counts as one). */
export function isServer({ pid }: Pick<Postmaster, 'pid'>): boolean {
  if (!existsNow(pid)) return false;
  const command = commandOf(pid);
  return command === null || basename(command[0] ?? '').startsWith('postgres');
}

function fileIn(dataDirectory: string): string {
  return join(dataDirectory, 'postmaster.pid');
}
