import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isStillRunning, type ProcessIdentity } from './process-identity.ts';

/** Writes `content` as the lock `path` (mode 0600) unless a living process holds it; answers the holder's content, or null when the lock is ours now.
 *  A lock whose holder is gone, killed or not, counts as free; so does one that cannot be read (the machine lost its power before it was on the disk). */
export async function takeLockFile<T extends ProcessIdentity>(path: string, content: T): Promise<T | null> {
  for (;;) {
    if (await tookFresh(path, content)) return null;
    const holder = await readLockFile<T>(path);
    if (holder !== null && isStillRunning(holder)) return holder;
    if (holder === null && !(await isForgotten(path))) await pause(20);
    else await removeAbandoned(path, holder);
  }
}

/** What stands in a lock; null when there is none. */
export async function readLockFile<T extends ProcessIdentity>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Replaces the content of a lock that is ours. */
export async function rewriteLockFile<T extends ProcessIdentity>(path: string, content: T): Promise<void> {
  const beside = await writeBeside(path, content);
  await rename(beside, path);
}

/** Lets go of a lock that is ours. */
export async function releaseLockFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

// Written beside and linked, so that nobody ever reads half a lock; a link fails when the name is taken.
async function tookFresh<T extends ProcessIdentity>(path: string, content: T): Promise<boolean> {
  const beside = await writeBeside(path, content);
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

// Only whoever holds the gate removes, and a lock that stands cannot be taken: so what was read is what is removed.
async function removeAbandoned(path: string, seen: ProcessIdentity | null): Promise<void> {
  const gate = `${path}.gate`;
  try {
    await writeFile(gate, '', { flag: 'wx', mode: 0o600 });
  } catch {
    await openForgottenGate(gate);
    return pause(10);
  }
  try {
    const now = await readLockFile(path);
    if (now?.pid === seen?.pid && now?.startedTicks === seen?.startedTicks) await rm(path, { force: true });
  } finally {
    await rm(gate, { force: true });
  }
}

// Its holder was killed in the few milliseconds for which a gate is held.
async function openForgottenGate(gate: string): Promise<void> {
  if (await isForgotten(gate)) await rm(gate, { force: true });
}

async function isForgotten(path: string): Promise<boolean> {
  const madeAt = await stat(path).then(
    (one) => one.mtimeMs,
    () => Date.now(),
  );
  // Either way: a clock that was set back must not keep it shut.
  return Math.abs(Date.now() - madeAt) > 5_000;
}

async function writeBeside(path: string, content: unknown): Promise<string> {
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  return beside;
}
