import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, isStillRunning, type ProcessIdentity } from '../process-identity.ts';

/** Notes that this process uses the server in `directory`, so that another process does not stop it under our feet. */
export async function takeLease(directory: string): Promise<void> {
  await mkdir(leasesIn(directory), { recursive: true, mode: 0o700 });
  await writeFile(ownLease(directory), JSON.stringify(identityOf()), { mode: 0o600 });
}

/** Gives this process's note back; answers whether other living processes still use the server. */
export async function returnLease(directory: string): Promise<{ othersRemain: boolean }> {
  await rm(ownLease(directory), { force: true });
  const names = await readdir(leasesIn(directory)).catch(() => []);
  let othersRemain = false;
  for (const name of names) {
    const holder = await readLease(join(leasesIn(directory), name));
    if (holder !== null && isStillRunning(holder)) othersRemain = true;
    else await rm(join(leasesIn(directory), name), { force: true });
  }
  return { othersRemain };
}

async function readLease(path: string): Promise<ProcessIdentity | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity;
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
