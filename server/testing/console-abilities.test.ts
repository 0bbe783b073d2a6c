import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { testWorld } from './index.ts';

const root = join(import.meta.dirname, '../../console');
const asks = /(?:abilities\.includes|useMaySomewhere|may)\('([a-z-]+\.[a-z_-]+)'\)|abilities: \[('[^\]]*')\]/g;

test('every ability that a screen of the console asks for exists', async () => {
  await using county = await testWorld();
  const known = new Set(county.app.permits.all());
  const asked = new Map<string, string>();
  for await (const path of glob('**/*.{ts,tsx}', { cwd: root, exclude: (name) => name === 'dist' }))
    for (const [, one, several] of (await readFile(join(root, path), 'utf8')).matchAll(asks))
      for (const ability of one ? [one] : (several ?? '').split(',').map((part) => part.trim().replaceAll("'", '')))
        if (ability !== '') asked.set(ability, path);
  assert.ok(asked.size > 20, `${asked.size} abilities found`);
  assert.deepEqual(
    [...asked].filter(([ability]) => !known.has(ability)),
    [],
  );
});
