import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { releaseLockFile, takeLockFile } from '../../server/platform/lock-file.ts';
import { identityOf } from '../../server/platform/process-identity.ts';
import { hashOfSources } from '../../server/platform/source-hash.ts';

const sources = [
  'document',
  'server',
  'e2e/support/product.ts',
  'e2e/support/pictures-are-cut.ts',
  'package-lock.json',
];
const waitAtMostMilliseconds = 1_800_000;

/** Fills `target` with a data folder in which the demonstration is complete. One is kept in `kept`, made by `make` once for each state of the sources and day; the others are copies of it.
 *  Answers whether it did: where PostgreSQL keeps its data outside the folder, a copy would share them, and each start begins anew. */
export async function copyFilledFolder(
  root: string,
  target: string,
  make: (directory: string) => Promise<void>,
): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const kept = join(root, 'var', 'journeys');
  // The day on which the run began, for its processes too: at midnight a journey would fill it anew and take it from the others.
  const day = (process.env['XIANGYIN_JOURNEY_DAY'] ??= new Date().toISOString().slice(0, 10));
  const state = createHash('sha256')
    .update(`${day} ${await hashOfSources(root, sources)}`)
    .digest('hex');
  const filled = join(kept, state.slice(0, 16));
  await mkdir(kept, { recursive: true, mode: 0o700 });
  if (!existsSync(filled)) await makeAlone(kept, filled, make);
  if (existsSync(join(filled, 'postgres', 'data-lie-in'))) return false;
  // Of the system, because owners and modes must stay: PostgreSQL takes no data that belong to somebody else.
  execFileSync('cp', ['-a', `${filled}/.`, target]);
  return true;
}

async function makeAlone(kept: string, filled: string, make: (directory: string) => Promise<void>): Promise<void> {
  const lock = join(kept, 'lock');
  const until = Date.now() + waitAtMostMilliseconds;
  while ((await takeLockFile(lock, identityOf())) !== null) {
    if (Date.now() > until) throw new Error('another process did not finish the folder of the journeys in time');
    await pause(250);
  }
  try {
    if (existsSync(filled)) return;
    // Those of earlier sources and days are of no use any more.
    for (const name of await readdir(kept))
      if (name !== 'lock') await rm(join(kept, name), { recursive: true, force: true });
    await make(`${filled}.draft`);
    await rename(`${filled}.draft`, filled);
  } finally {
    await releaseLockFile(lock);
  }
}
