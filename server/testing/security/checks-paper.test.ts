import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..', '..', '..');
const rows = readFileSync(join(root, 'docs', 'operations', 'security-checks.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, , asvs = '', state = '', heldBy = ''] = line.split('|').map((cell) => cell.trim());
    return id && /^A\d+$/.test(id) ? [{ id, asvs, state, heldBy }] : [];
  });

/** id → test files in whose test names it stands. */
const carried = new Map<string, Set<string>>();
for (const folder of ['document', 'server', 'console', 'site', 'tools', 'e2e'])
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(test|spec)\.ts$/.test(file) && !file.includes('node_modules'),
  )) {
    const titles = [...readFileSync(join(root, folder, name), 'utf8').matchAll(/test\(\s*(['`])(.+?)\1,/g)].map(
      (match) => match[2] ?? '',
    );
    for (const id of titles.flatMap((title) => title.match(/\bA\d+\b/g) ?? []))
      carried.set(id, (carried.get(id) ?? new Set()).add(`${folder}/${name}`));
  }

test('the forty checks stand in the paper, once each', () => {
  assert.deepEqual(
    rows.map((row) => row.id),
    Array.from({ length: 40 }, (_, index) => `A${index + 1}`),
  );
});

test('each check that the paper says is held by tests is named by a test in each of those files', () => {
  const missing = rows.flatMap(({ id, heldBy }) =>
    [...heldBy.matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)]
      .filter(([, file]) => !carried.get(id)?.has(file ?? ''))
      .map(([, file]) => `${id} in ${file}`),
  );
  assert.deepEqual(missing, []);
});

test('each test that carries an id stands in its row', () => {
  const missing = [...carried].flatMap(([id, files]) => {
    const heldBy = rows.find((row) => row.id === id)?.heldBy ?? '';
    return [...files].filter((file) => !heldBy.includes(`\`${file}\``)).map((file) => `${id} in ${file}`);
  });
  assert.deepEqual(missing, []);
});

test('each check that applies names the requirements of ASVS that it answers, and its state', () => {
  const applying = rows.filter(({ state }) => !/^not applicable yet: \S/.test(state));
  assert.ok(applying.length >= 39);
  assert.deepEqual(
    applying.filter(({ asvs }) => !/^\d+\.\d+\.\d+(, \d+\.\d+\.\d+)*$/.test(asvs)).map(({ id }) => id),
    [],
  );
  assert.deepEqual(
    applying.filter(({ state }) => !/^held$|^in part: \S/.test(state)).map(({ id }) => id),
    [],
  );
});

test('a check that no test holds says why', () => {
  const silent = rows.filter(({ state, heldBy }) => !/\.(test|spec)\.ts/.test(heldBy) && !state.startsWith('not '));
  assert.deepEqual(silent, []);
});
