import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isSource } from './source-hash.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');

/** What the program as one file is made of (paths from the project's folder). */
export const programSources = ['server', 'site', 'document', 'package-lock.json'] as const;

/** Beside the built program: how its sources looked. */
export const lookFile = '.seen-as';

/** The program as one file (`start`, `run-cli`), where it was built from the sources as they lie here; otherwise undefined, and the sources themselves are run. Judged by the size and time of each file, some 20 ms: to read two thousand would cost what the one file saves. */
export function builtProgram(name: 'start' | 'run-cli', project = PROJECT): string | undefined {
  const dist = join(project, 'server', 'dist');
  const seen = read(join(dist, lookFile));
  return seen !== undefined && seen === lookOfSources(project) ? join(dist, `${name}.js`) : undefined;
}

/** A hash over path, size and time of change of every source. */
export function lookOfSources(project: string): string {
  const hash = createHash('sha256');
  for (const source of programSources) addLook(hash, project, source);
  return hash.digest('hex');
}

function addLook(hash: ReturnType<typeof createHash>, project: string, path: string): void {
  const found = statSync(join(project, path), { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) return void hash.update(`${path}\0${found.size}\0${found.mtimeMs}\0`);
  for (const name of readdirSync(join(project, path)).filter(isSource).sort())
    addLook(hash, project, `${path}/${name}`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
