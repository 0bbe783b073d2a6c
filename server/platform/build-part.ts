import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { readLockFile, releaseLockFile, takeLockFile } from './lock-file.ts';
import { identityOf, isStillRunning } from './process-identity.ts';
import { hashOfSources } from './source-hash.ts';

/** A folder that Vite builds into its own `dist/`, and what its result depends on (paths from the project's folder). */
export interface BuiltPart {
  readonly folder: string;
  readonly sources: readonly string[];
}

/** How to build. `givesWay`: people are served meanwhile, and the building takes what they leave. An aborted `signal` ends it without a trace. */
export interface BuildOptions {
  readonly signal?: AbortSignal | undefined;
  readonly givesWay?: boolean | undefined;
}

/** The hash of a part's sources where it is not built from them as they are now (by content, not by time); null where it is, or where there is nothing to build. */
export async function staleHashOf(project: string, { folder, sources }: BuiltPart): Promise<string | null> {
  if (!existsSync(join(project, folder, 'vite.config.ts'))) return null;
  const hash = await hashOfSources(project, sources);
  const builtFrom = await readFile(join(project, folder, 'dist', '.built-from'), 'utf8').catch(() => null);
  return builtFrom === hash ? null : hash;
}

// Beside what is built.
const lockOf = (project: string): string => join(project, '.building.lock');

/** Whether a process is building in this folder now. */
export async function isBuilding(project: string): Promise<boolean> {
  const holder = await readLockFile(lockOf(project));
  return holder !== null && isStillRunning(holder);
}

/** Waits while another process builds in this folder, then does the work. Beside what is built: installations with data folders of their own may share these sources. */
export async function whileNobodyBuilds<T>(
  project: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const lock = lockOf(project);
  while ((await takeLockFile(lock, identityOf())) !== null) await pause(200, undefined, signal && { signal });
  try {
    return await work();
  } finally {
    await releaseLockFile(lock);
  }
}

/** Builds a part, swapped in whole when it is done: until then the earlier build goes on being served. Throws with Vite's last words when it fails. */
export async function buildPart(
  project: string,
  { folder }: BuiltPart,
  hash: string,
  options: BuildOptions,
  also: (next: string) => Promise<void> = async () => {},
): Promise<void> {
  const root = join(project, folder);
  const [dist, next, last] = ['dist', 'dist.next', 'dist.last'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  await rm(next, { recursive: true, force: true });
  await runVite(root, folder, options);
  // `cli upgrade` waits for this file (server/upgrade/new-tree.ts), that of earlier versions too: the name stays.
  await writeFile(join(next, '.built-from'), hash);
  await also(next);
  await keepEarlier(join(dist, 'assets'), join(next, 'assets'));
  await rm(last, { recursive: true, force: true });
  if (existsSync(dist)) await rename(dist, last);
  await rename(next, dist);
  await rm(last, { recursive: true, force: true });
}

const keptMilliseconds = 7 * 86_400_000;

// A page that stands open, or a program that runs, asks for parts by the names of the build it came from: they stay for a week. The same name is the same file, for the hash of its content is in it.
async function keepEarlier(from: string, to: string): Promise<void> {
  for (const name of await readdir(from).catch(() => [])) {
    const { mtimeMs } = await stat(join(from, name));
    if (Date.now() - mtimeMs < keptMilliseconds)
      await cp(join(from, name), join(to, name), { force: false, recursive: true, preserveTimestamps: true });
  }
}

function runVite(root: string, name: string, { signal, givesWay }: BuildOptions): Promise<void> {
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
      else fail(new Error(`${name} could not be built:\n${said.trim().split('\n').slice(-20).join('\n')}`));
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
