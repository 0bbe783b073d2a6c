import { resolve } from 'node:path';
import { buildPart, isBuilding, staleHashOf, whileNobodyBuilds } from './build-part.ts';
import type { BuildOptions, BuiltPart } from './build-part.ts';

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
const FRONT_ENDS: readonly BuiltPart[] = [
  { folder: 'site', sources: ['site', ...SHARED] },
  { folder: 'console/phone', sources: ['console', 'languages', 'server/contract.ts', ...SHARED] },
  { folder: 'console', sources: ['console', 'languages', 'server/contract.ts', ...SHARED] },
];

/** Whether every front end is built from the sources as they are now (by content, not by time). Takes some 20 ms. */
export async function frontEndsAreFresh(project = PROJECT): Promise<boolean> {
  return (await staleFrontEnds(project)).length === 0;
}

/** Of the front ends: `fresh`, `stale`, or `building`, where a process makes them just now, as the first start does behind the open door. */
export async function stateOfFrontEnds(project = PROJECT): Promise<'fresh' | 'building' | 'stale'> {
  const building = await isBuilding(project);
  if (await frontEndsAreFresh(project)) return 'fresh';
  return building ? 'building' : 'stale';
}

/** Builds the stale front ends one after the other. Waits while another process builds. Answers whether any was stale when it was asked. Throws with Vite's last words when a build fails. */
export async function buildFrontEnds({
  onProgress = () => {},
  only,
  project = PROJECT,
  ...options
}: BuildOptions & {
  /** One folder alone, such as `site`: what the first page cannot do without. */
  only?: string;
  onProgress?: (progress: BuildProgress) => void;
  project?: string;
} = {}): Promise<boolean> {
  // Where nothing is to be built, the project's folder may be read-only.
  if ((await staleFrontEnds(project, only)).length === 0) return false;
  await whileNobodyBuilds(project, options.signal, async () => {
    const stale = await staleFrontEnds(project, only);
    const all = { of: stale.length, names: stale.map(({ frontEnd }) => frontEnd.folder) };
    for (const [done, { frontEnd, hash }] of stale.entries()) {
      onProgress({ name: frontEnd.folder, state: 'building', done, ...all });
      await buildPart(project, frontEnd, hash, options);
      onProgress({ name: frontEnd.folder, state: 'built', done: done + 1, ...all });
    }
  });
  return true;
}

async function staleFrontEnds(project: string, only?: string): Promise<{ frontEnd: BuiltPart; hash: string }[]> {
  const judged = FRONT_ENDS.filter(({ folder }) => only === undefined || folder === only).map(async (frontEnd) => {
    const hash = await staleHashOf(project, frontEnd);
    return hash === null ? [] : [{ frontEnd, hash }];
  });
  return (await Promise.all(judged)).flat();
}
