import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildPart, staleHashOf, whileNobodyBuilds } from './build-part.ts';
import type { BuildOptions } from './build-part.ts';
import { builtProgram, lookFile, lookOfSources, programSources } from './built-program.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');
const program = { folder: 'server', sources: programSources };

/** Makes the program one file for the next start, unless it is (ADR 76). Throws with Vite's last words when that fails. */
export async function buildProgram({
  project = PROJECT,
  ...options
}: BuildOptions & { project?: string } = {}): Promise<void> {
  if (builtProgram('start', project)) return;
  const look = lookOfSources(project);
  const hash = await staleHashOf(project, program);
  if (hash === null) return keepLook(project, look);
  await whileNobodyBuilds(project, options.signal, async () => {
    if ((await staleHashOf(project, program)) === hash)
      await buildPart(project, program, hash, options, (next) => writeFile(join(next, lookFile), look));
  });
}

// The same sources, only laid anew: copied, or checked out and back.
async function keepLook(project: string, look: string): Promise<void> {
  const path = join(project, program.folder, 'dist', lookFile);
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null && kept !== look) await writeFile(path, look).catch(() => undefined);
}
