import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { git } from './git.ts';
import { isBuilding, makeNewTree } from './new-tree.ts';
import { presentVersion } from './versions.ts';

const root = await mkdtemp(join(tmpdir(), 'xy-new-tree-'));
after(() => rm(root, { recursive: true, force: true }));

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const commit = async (): Promise<void> => {
  await git(root, 'add', '--all');
  await git(root, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '--message', 'a');
};

/** Puts a version beside that changes one file; answers its folder. */
async function besideWith(file: string): Promise<string> {
  await git(root, 'checkout', '--quiet', '--detach', 'main');
  await write(file, 'later');
  await commit();
  const later = await presentVersion(root);
  await git(root, 'checkout', '--quiet', 'main');
  const { folder } = await makeNewTree(root, later, { environment: {}, onLine: () => undefined });
  return folder;
}

test('what was built comes along; of other sources it is built anew before anybody is told that the version answers', async () => {
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await write('.gitignore', 'node_modules/\ndist/\n/.upgrade/\n');
  await write('package.json', JSON.stringify({ workspaces: ['site'] }));
  await write('package-lock.json', '{}');
  await write('site/page.ts', 'earlier');
  await commit();
  await write('node_modules/one/index.js', '');
  await write('console/dist/assets/page-1.js', 'earlier');
  await write('console/dist/.built-from', 'the earlier sources');

  const ofServer = await besideWith('server/verb.ts');
  assert.ok(existsSync(join(ofServer, 'console/dist/assets/page-1.js')));
  assert.equal(isBuilding(ofServer), false, 'nothing of it has changed');
  const ofSite = await besideWith('site/page.ts');
  assert.ok(existsSync(join(ofSite, 'console/dist/assets/page-1.js')), 'a page that stands open still finds its parts');
  assert.equal(isBuilding(ofSite), true);
  assert.equal(isBuilding(root), false);
});
