import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, readlink, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ExplainedError } from '#platform/explained-error';
import { runCommand } from './commands.ts';
import type { Environment } from './commands.ts';
import { git, gitOrNull } from './git.ts';
import { workFolder } from './under-way.ts';
import type { Version } from './versions.ts';

/** Folders that are built from the sources. */
export const builtFolders = ['site/dist', 'console/dist', 'console/phone/dist'] as const;
/** In each of them: from which sources. Put there when it is done. */
const builtFrom = '.built-from';
/** What goes into one of them. */
const builtOf = ['site', 'console', 'document', 'languages', 'server/contract.ts', 'package-lock.json'];

/** The new version in a folder of its own, with its packages. */
export interface NewTree {
  readonly folder: string;
  /** Whether it needs other packages than the present version. */
  readonly hasOwnPackages: boolean;
}

/** Puts the new version beside the present one and gets its packages ready; nothing of the present one is touched. Throws ExplainedError where packages cannot be had. */
export async function makeNewTree(
  root: string,
  { commit }: Version,
  { environment, onLine }: { environment: Environment; onLine: (line: string) => void },
): Promise<NewTree> {
  await removeNewTree(root);
  const folder = treeFolder(root);
  await git(root, 'worktree', 'add', '--quiet', '--detach', '--force', folder, commit);
  const hasOwnPackages = !(await haveSamePackages(root, folder));
  if (hasOwnPackages) await install(folder, { environment, onLine });
  else await borrowPackages(root, folder);
  const areSame = (await gitOrNull(root, 'diff', '--quiet', 'HEAD', commit, '--', ...builtOf)) !== null;
  for (const built of builtFolders)
    if (existsSync(join(root, built))) await takeBuilt(join(root, built), join(folder, built), areSame);
  return { folder, hasOwnPackages };
}

// Pages that stand open ask for the earlier parts for a while, so they come along; but what was built of other sources is none of this version.
async function takeBuilt(from: string, to: string, areSame: boolean): Promise<void> {
  await cp(from, to, { recursive: true, preserveTimestamps: true });
  if (!areSame) await rm(join(to, builtFrom), { force: true });
}

/** Whether a tree still has to build something: until then its program answers with what the earlier version built. */
export const isBuilding = (tree: string): boolean =>
  builtFolders.some((built) => existsSync(join(tree, built)) && !existsSync(join(tree, built, builtFrom)));

/** Removes what was put beside, from git's list too. */
export async function removeNewTree(root: string): Promise<void> {
  await gitOrNull(root, 'worktree', 'remove', '--force', treeFolder(root));
  await rm(treeFolder(root), { recursive: true, force: true });
  await gitOrNull(root, 'worktree', 'prune');
}

const treeFolder = (root: string): string => join(workFolder(root), 'next');

/** The folders of packages of a version: those of the workspaces first, for with the root's comes the stamp that says all is there. */
export async function packageFolders(tree: string): Promise<string[]> {
  const { workspaces } = JSON.parse(await readFile(join(tree, 'package.json'), 'utf8')) as { workspaces: string[] };
  return [...workspaces.map((name) => join(name, 'node_modules')), 'node_modules'];
}

async function haveSamePackages(root: string, tree: string): Promise<boolean> {
  const [here, there] = await Promise.all(
    [root, tree].map((folder) => readFile(join(folder, 'package-lock.json'), 'utf8')),
  );
  return here === there;
}

async function install(
  folder: string,
  how: { environment: Environment; onLine: (line: string) => void },
): Promise<void> {
  // Whatever it is asked, start.mjs installs what is missing first.
  const { code, said } = await runCommand(folder, ['--help'], how);
  if (code !== 0)
    throw new ExplainedError(
      `新版本的软件包没有装上 · The packages of the new version could not be installed:\n${said.slice(-2_000)}`,
    );
}

/** Lets a tree use the packages of another: links to each, but for the links that lead into the tree itself. */
export async function borrowPackages(from: string, to: string): Promise<void> {
  for (const part of await packageFolders(from)) await borrow(join(from, part), join(to, part));
}

async function borrow(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // Workspaces: `@xiangyin/server` → `../../server`.
    if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (entry.name.startsWith('@') && (await stat(source)).isDirectory()) await borrow(source, target);
    else await symlink(source, target);
  }
}
