import assert from 'node:assert/strict';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mock, test } from 'node:test';
import { readOrMake, replaceFile } from './key-files.ts';
import { writeSettingsFile } from './settings/write-settings-file.ts';

/** What is put onto the disk while `work` runs: the folder of each name, and when it is waited for. */
async function ontoTheDisk(work: () => Promise<unknown>): Promise<string[]> {
  const done: string[] = [];
  const { open, rename, link } = files;
  const replaced = [
    mock.method(files, 'open', async (path: string, flags: string, mode?: number) => {
      const handle = await open(path, flags, mode);
      if (flags === 'r') mock.method(handle, 'sync', () => Promise.resolve(done.push(`wait ${path}`)));
      return handle;
    }),
    mock.method(files, 'rename', async (from: string, to: string) => {
      await rename(from, to);
      done.push(`name ${dirname(to)}`);
    }),
    mock.method(files, 'link', async (from: string, to: string) => {
      await link(from, to);
      done.push(`name ${dirname(to)}`);
    }),
  ];
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const one of replaced) one.mock.restore();
    syncBuiltinESMExports();
  }
  return done;
}

test(
  'the name of a key or of the settings, new or replaced, is on the disk before anybody goes on with it',
  { skip: process.platform === 'win32' },
  async () => {
    await using folder = await files.mkdtempDisposable(join(tmpdir(), 'key-files-'));
    const file = join(folder.path, 'sealing.key');
    const named = [`name ${folder.path}`, `wait ${folder.path}`];
    assert.deepEqual(await ontoTheDisk(() => readOrMake(folder.path, file, () => 'first')), named);
    assert.deepEqual(await ontoTheDisk(() => replaceFile(file, 'second')), named);
    assert.equal(await readOrMake(folder.path, file, () => 'third'), 'second');
    const settings = join(folder.path, 'xiangyin.config.json');
    assert.deepEqual(await ontoTheDisk(() => writeSettingsFile(settings, { SMTP_FROM: 'a@one.test' })), named);
    assert.deepEqual((await files.readdir(folder.path)).toSorted(), ['sealing.key', 'xiangyin.config.json']);
  },
);
