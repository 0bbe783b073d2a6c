import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { hashOfSources } from './source-hash.ts';
import { releaseLockFile, takeLockFile } from './lock-file.ts';
import { identityOf } from './process-identity.ts';

/** A folder that Vite builds into its own `dist/`, and what its result depends on (paths from the project's folder). */
interface FrontEnd {
  readonly folder: string;
  readonly sources: readonly string[];
}

/** How far the building is. */
export interface BuildProgress {
  /** Folder of the front end, such as `console`. */
  readonly name: string;
  readonly state: 'building' | 'built';
  /** How many are built so far, of all that were stale. */
  readonly done: number;
  readonly of: number;
  /** Folders of all that were stale. */
  readonly names: readonly string[];
}

const PROJECT = resolve(import.meta.dirname, '..', '..');
const SHARED = ['document', 'package-lock.json'];
const FRONT_ENDS: readonly FrontEnd[] = [
  { folder: 'site', sources: ['site', ...SHARED] },
  { folder: 'console/phone', sources: ['console', 'server/contract.ts', ...SHARED] },
  { folder: 'console', sources: ['console', 'server/contract.ts', ...SHARED] },
];

/** Whether every front end is built from the sources as they are now (by content, not by time). Takes some 20 ms. */
export async function frontEndsAreFresh(project = PROJECT): Promise<boolean> {
  return (await staleFrontEnds(project)).length === 0;
}

/** Builds the stale front ends one after the other, each swapped in whole when it is done: until then the earlier build goes on being served.
 *  Waits while another process builds. Answers whether any was stale when it was asked. Throws with Vite's last words when a build fails; an aborted `signal` ends it without a trace. */
export async function buildFrontEnds({
  onProgress = () => {},
  givesWay = false,
  signal,
  only,
  project = PROJECT,
}: {
  /** One folder alone, such as `site`: what the first page cannot do without. */
  only?: string;
  onProgress?: (progress: BuildProgress) => void;
  /** Whether people are served meanwhile: the building then takes what they leave. */
  givesWay?: boolean;
  signal?: AbortSignal;
  project?: string;
} = {}): Promise<boolean> {
  // Where nothing is to be built, the project's folder may be read-only.
  if ((await staleFrontEnds(project, only)).length === 0) return false;
  // Beside what is built: installations with data folders of their own may share these sources.
  const lock = join(project, '.building.lock');
  while ((await takeLockFile(lock, identityOf())) !== null) await pause(200, undefined, signal && { signal });
  try {
    const stale = await staleFrontEnds(project, only);
    const all = { of: stale.length, names: stale.map(({ frontEnd }) => frontEnd.folder) };
    for (const [done, { frontEnd, hash }] of stale.entries()) {
      onProgress({ name: frontEnd.folder, state: 'building', done, ...all });
      await build(project, frontEnd, hash, { signal, givesWay });
      onProgress({ name: frontEnd.folder, state: 'built', done: done + 1, ...all });
    }
  } finally {
    await releaseLockFile(lock);
  }
  return true;
}

async function staleFrontEnds(project: string, only?: string): Promise<{ frontEnd: FrontEnd; hash: string }[]> {
  const present = FRONT_ENDS.filter(
    ({ folder }) => (only === undefined || folder === only) && existsSync(join(project, folder, 'vite.config.ts')),
  );
  const judged = present.map(async (frontEnd) => {
    const hash = await hashOfSources(project, frontEnd.sources);
    const builtFrom = await readFile(join(project, frontEnd.folder, 'dist', '.built-from'), 'utf8').catch(() => null);
    return builtFrom === hash ? [] : [{ frontEnd, hash }];
  });
  return (await Promise.all(judged)).flat();
}

async function build(
  project: string,
  { folder }: FrontEnd,
  hash: string,
  options: { signal: AbortSignal | undefined; givesWay: boolean },
): Promise<void> {
  const root = join(project, folder);
  const [dist, next, last] = ['dist', 'dist.next', 'dist.last'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  await rm(next, { recursive: true, force: true });
  await runVite(root, folder, options);
  await writeFile(join(next, '.built-from'), hash);
  await keepEarlier(join(dist, 'assets'), join(next, 'assets'));
  await rm(last, { recursive: true, force: true });
  if (existsSync(dist)) await rename(dist, last);
  await rename(next, dist);
  await rm(last, { recursive: true, force: true });
}

const keptMilliseconds = 7 * 86_400_000;

// A page that stands open asks for parts by the names of the build it came from: they stay for a week. The same name is the same file, for the hash of its content is in it.
async function keepEarlier(from: string, to: string): Promise<void> {
  for (const name of await readdir(from).catch(() => [])) {
    const { mtimeMs } = await stat(join(from, name));
    if (Date.now() - mtimeMs < keptMilliseconds)
      await cp(join(from, name), join(to, name), { force: false, recursive: true, preserveTimestamps: true });
  }
}

function runVite(
  root: string,
  name: string,
  { signal, givesWay }: { signal: AbortSignal | undefined; givesWay: boolean },
): Promise<void> {
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin', 'vite.js');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [vite, 'build', '--outDir', 'dist.next', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      ...(signal && { signal }),
    });
    if (givesWay && child.pid !== undefined) yieldToOthers(child.pid);
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done();
      else
        fail(new Error(`The front end ${name} could not be built:\n${said.trim().split('\n').slice(-20).join('\n')}`));
    });
  });
}

// The first public page is served while this goes on.
function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ended at once, which its exit code tells.
  }
}
