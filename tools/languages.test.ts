import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const folder = resolve(import.meta.dirname, '..', 'languages');
// What each of them may hold beside files of its own that these put together.
const parts = ['language.json', 'console.ts', 'phone.ts', 'checks.ts', 'server.ts', 'site.ts'];

test('each folder of a further language is called by its tag, says its name, and speaks somewhere', () => {
  const tags = readdirSync(folder);
  assert.ok(tags.length > 0);
  for (const tag of tags) {
    assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
    const said: { name?: unknown } = JSON.parse(readFileSync(join(folder, tag, 'language.json'), 'utf8'));
    assert.ok(typeof said.name === 'string' && said.name !== '', `${tag} says no name`);
    assert.ok(readdirSync(join(folder, tag)).filter((name) => parts.includes(name)).length > 1, `${tag} says nothing`);
  }
});
