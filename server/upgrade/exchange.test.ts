import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { exchange } from './exchange.ts';
import { git } from './git.ts';
import type { NewTree } from './new-tree.ts';
import { presentVersion } from './versions.ts';

const root = await mkdtemp(join(tmpdir(), 'xy-exchange-'));
after(() => rm(root, { recursive: true, force: true }));

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const commit = async (): Promise<void> => {
  await git(root, 'add', '--all');
  await git(root, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '--message', 'a');
};

/** What a person finds there: sources, packages of the root and of a workspace, what was built. */
const here = async (): Promise<string[]> => [
  await read('program.ts'),
  await read('node_modules/one/index.js'),
  existsSync(join(root, 'server/node_modules')) ? await read('server/node_modules/two/index.js') : 'none',
  await read('site/dist/page.js'),
  await git(root, 'rev-parse', '--abbrev-ref', 'HEAD'),
];

test('sources, packages and what was built are exchanged together, and brought back together', async () => {
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await write('.gitignore', 'node_modules/\ndist/\n/.upgrade/\n');
  await write('package.json', JSON.stringify({ workspaces: ['server', 'site'] }));
  await write('program.ts', 'earlier');
  await commit();
  await git(root, 'checkout', '--quiet', '-b', 'later');
  await write('program.ts', 'later');
  await commit();
  const later = await presentVersion(root);
  await git(root, 'checkout', '--quiet', 'main');
  for (const path of ['node_modules/one/index.js', 'server/node_modules/two/index.js', 'site/dist/page.js'])
    await write(path, 'earlier');
  const folder = join(root, '.upgrade', 'next');
  await git(root, 'worktree', 'add', '--quiet', '--detach', folder, later.commit);
  for (const path of ['node_modules/one/index.js', 'site/dist/page.js']) await write(`.upgrade/next/${path}`, 'later');
  const tree: NewTree = { folder, hasOwnPackages: true };

  const earlier = ['earlier', 'earlier', 'earlier', 'earlier', 'main'];
  assert.deepEqual(await here(), earlier);
  const bringBack = await exchange(root, tree, later);
  assert.deepEqual(await here(), ['later', 'later', 'none', 'later', 'HEAD']);
  await bringBack();
  assert.deepEqual(await here(), earlier);

  // A version that is not there: everything is as it was.
  await assert.rejects(exchange(root, tree, { ...later, commit: 'f'.repeat(40) }), /git checkout/);
  assert.deepEqual(await here(), earlier);
});
