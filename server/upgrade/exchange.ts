import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git, gitOrNull } from './git.ts';
import { builtFolders, packageFolders } from './new-tree.ts';
import type { NewTree } from './new-tree.ts';
import { workFolder } from './under-way.ts';
import type { Version } from './versions.ts';

/** How to bring the earlier version back; what failed half is brought back by itself. */
export type BringBack = () => Promise<void>;

/** Puts the new version in the place of the present one: sources by git, packages and what was built by renaming. Takes about a second; no program may run from the folder meanwhile. Throws with everything as it was. */
export async function exchange(root: string, tree: NewTree, { commit }: Version): Promise<BringBack> {
  const undo: (() => Promise<unknown>)[] = [];
  const bringBack = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    undo.push(await checkOut(root, commit));
    const before = join(workFolder(root), 'before');
    await rm(before, { recursive: true, force: true });
    const packages = tree.hasOwnPackages ? await packageFolders(tree.folder) : [];
    for (const part of [...builtFolders, ...packages]) undo.push(await renameIn({ root, before, tree, part }));
    return bringBack;
  } catch (error) {
    await bringBack();
    throw error;
  }
}

async function checkOut(root: string, commit: string): Promise<() => Promise<unknown>> {
  const branch = await gitOrNull(root, 'symbolic-ref', '--quiet', '--short', 'HEAD');
  const head = await git(root, 'rev-parse', 'HEAD');
  await git(root, 'checkout', '--quiet', '--detach', commit);
  return () => git(root, 'checkout', '--quiet', ...(branch ? [branch] : ['--detach', head]));
}

async function renameIn({
  root,
  before,
  tree,
  part,
}: {
  root: string;
  before: string;
  tree: NewTree;
  part: string;
}): Promise<() => Promise<void>> {
  const [here, kept, fresh] = [join(root, part), join(before, part), join(tree.folder, part)];
  await mkdir(dirname(kept), { recursive: true });
  if (existsSync(here)) await rename(here, kept);
  if (existsSync(fresh)) await rename(fresh, here);
  return async () => {
    if (existsSync(here)) await rename(here, fresh);
    if (existsSync(kept)) await rename(kept, here);
  };
}
