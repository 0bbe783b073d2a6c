import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { copyBundle } from './bundle.ts';

test('a copy of the database’s programs can be read and run by everybody, whatever umask they were installed under', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'xy-bundle-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const from = join(folder, 'native');
  for (const part of ['bin', 'lib', 'share/zones']) await mkdir(join(from, part), { recursive: true, mode: 0o700 });
  await writeFile(join(from, 'bin', 'postgres'), '', { mode: 0o700 });
  await writeFile(join(from, 'lib', 'libpq.so.5.18'), '', { mode: 0o600 });
  await writeFile(join(from, 'share', 'zones', 'UTC'), '', { mode: 0o600 });
  await writeFile(
    join(from, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    { mode: 0o600 },
  );
  const { directory } = await copyBundle({ directory: from, version: '18.4.0' }, join(folder, 'var'));
  const modes: Record<string, string> = {};
  for (const name of ['', 'bin', 'bin/postgres', 'lib/libpq.so.5.18', 'share', 'share/zones', 'share/zones/UTC'])
    modes[name] = ((await lstat(join(directory, name))).mode & 0o777).toString(8);
  assert.deepEqual(modes, {
    '': '755',
    bin: '755',
    'bin/postgres': '755',
    'lib/libpq.so.5.18': '644',
    share: '755',
    'share/zones': '755',
    'share/zones/UTC': '644',
  });
  assert.ok((await lstat(join(directory, 'lib', 'libpq.so.5'))).isSymbolicLink());
});
