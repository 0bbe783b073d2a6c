import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const names = /\bnamed(?:<[^;(]*?>)?\(\s*'([a-z]+\.[^']+)'/g;

// PostgreSQL refuses the second text under a name, but only on a connection that has met the first.
test('a named statement has its name for itself', async () => {
  const places = new Map<string, string[]>();
  for await (const path of glob('{modules,platform}/**/*.ts', { cwd: root }))
    for (const [, name = ''] of (await readFile(join(root, path), 'utf8')).matchAll(names))
      places.set(name, [...(places.get(name) ?? []), path]);
  assert.ok(places.size > 300, `${places.size} names found`);
  assert.deepEqual(
    [...places].filter(([, paths]) => paths.length > 1),
    [],
  );
});
