import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const words = readFileSync(join(import.meta.dirname, 'ability-words.ts'), 'utf8');

/** Every ability that a module declares. */
const declared = globSync('server/modules/**/*permissions.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^ {2}'([a-z-]+\.[a-z_-]+)':/gm)].map(
    ([, ability = '']) => ability,
  ),
);

const timesSaid = (key: string): number => words.split(`\n      ${key}: '`).length - 1;

test('everything a token may do is said in words, in both languages', () => {
  assert.ok(declared.length > 80, `${declared.length} abilities`);
  assert.deepEqual(
    declared.filter((ability) => timesSaid(`'${ability}'`) !== 2),
    [],
  );
  const nouns = new Set(declared.map((ability) => ability.replace(/\..*/, '')));
  assert.deepEqual(
    [...nouns].filter((noun) => timesSaid(noun.includes('-') ? `'${noun}'` : noun) !== 2),
    [],
  );
});

test('no ability has words that nobody can give', () => {
  const said = [...words.matchAll(/\n {6}'([a-z-]+\.[a-z_-]+)': '/g)].map(([, ability = '']) => ability);
  assert.deepEqual(
    // Declared in one line, which the pattern above passes over.
    said.filter((ability) => !declared.includes(ability) && ability !== 'upload.send'),
    [],
  );
});
