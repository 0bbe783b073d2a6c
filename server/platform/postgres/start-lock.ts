import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isStillRunning, type ProcessIdentity } from '../process-identity.ts';

const WAIT_AT_MOST_MILLISECONDS = 90_000;

/** Lets one process at a time start or stop the server in `directory`; the others wait for it. A lock whose holder was killed does not count. */
export async function withStartLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, 'start.lock');
  const deadline = Date.now() + WAIT_AT_MOST_MILLISECONDS;
  while (!(await takeLock(path))) {
    if (Date.now() > deadline)
      throw new Error(
        `Another process has held ${path} for ${WAIT_AT_MOST_MILLISECONDS / 1000} s. End it and start again.`,
      );
    await pause(25);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(JSON.stringify(identityOf()));
    await file.close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    await removeIfAbandoned(path);
    return false;
  }
}

async function removeIfAbandoned(path: string): Promise<void> {
  const holder = await readHolder(path);
  if (holder !== null && !isStillRunning(holder)) await rm(path, { force: true });
}

/** Null while the holder is still writing its name, and when it has just let go. */
async function readHolder(path: string): Promise<ProcessIdentity | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}
