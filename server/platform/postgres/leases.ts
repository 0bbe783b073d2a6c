import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, isStillRunning, type ProcessIdentity } from '../process-identity.ts';

/** Notes that this process uses the server in `directory`, so that another process does not stop it under our feet. */
export async function takeLease(directory: string): Promise<void> {
  await mkdir(leasesIn(directory), { recursive: true, mode: 0o700 });
  await writeFile(ownLease(directory), JSON.stringify(identityOf()), { mode: 0o600 });
}

/** Gives this process's note back; answers whether other living processes still use the server. Waits for nothing: a process that must leave at once calls it too. */
export function returnLease(directory: string): { othersRemain: boolean } {
  rmSync(ownLease(directory), { force: true });
  let othersRemain = false;
  for (const name of leaseNames(directory)) {
    const holder = readLease(join(leasesIn(directory), name));
    if (holder !== null && isStillRunning(holder)) othersRemain = true;
    else rmSync(join(leasesIn(directory), name), { force: true });
  }
  return { othersRemain };
}

function leaseNames(directory: string): string[] {
  try {
    return readdirSync(leasesIn(directory));
  } catch {
    return [];
  }
}

function readLease(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}

function leasesIn(directory: string): string {
  return join(directory, 'users');
}

function ownLease(directory: string): string {
  return join(leasesIn(directory), `${process.pid}.json`);
}
