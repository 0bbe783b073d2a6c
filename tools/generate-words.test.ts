import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { namedWords, renderWords, wordsFile } from './generate-words.ts';
import { filesBelow } from './tree.ts';

const root = resolve(import.meta.dirname, '..');

test('the words of each screen have a name that is theirs alone, and are read from the list', () => {
  const names = namedWords().map(({ name }) => name);
  assert.deepEqual([...new Set(names)], names, 'twice the same name');
  const calls = filesBelow(root, 'console', ['.ts', '.tsx']).flatMap((file) =>
    (readFileSync(join(root, file), 'utf8').match(/= bilingual\(/g) ?? []).map(() => file),
  );
  assert.equal(names.length, calls.length, 'a call is written otherwise than it is read');
  assert.ok(names.length > 100);
});

test('the list of all words of the console is the present one', () => {
  assert.equal(
    readFileSync(join(root, wordsFile), 'utf8'),
    renderWords(namedWords()),
    'run node tools/generate-words.ts',
  );
});
