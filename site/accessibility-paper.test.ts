import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

/** WCAG 2.2 (W3C Recommendation of 5 October 2023), levels A and AA: guideline → its criteria. */
const criteria: Readonly<Record<string, readonly number[]>> = {
  '1.1': [1],
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2, 3, 4, 5],
  '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
  '2.1': [1, 2, 4],
  '2.2': [1, 2],
  '2.3': [1],
  '2.4': [1, 2, 3, 4, 5, 6, 7, 11],
  '2.5': [1, 2, 3, 4, 7, 8],
  '3.1': [1, 2],
  '3.2': [1, 2, 3, 4, 6],
  '3.3': [1, 2, 3, 4, 7, 8],
  '4.1': [2, 3],
};

test('the paper on accessibility names every criterion of WCAG 2.2 AA once, beside its principle of GB/T 37668, how it is met and what asks', () => {
  const rows = readFileSync(join(root, 'docs', 'operations', 'accessibility.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const wanted = Object.entries(criteria).flatMap(([guideline, all]) => all.map((one) => `${guideline}.${one}`));
  assert.equal(wanted.length, 55);
  assert.deepEqual(
    rows.flatMap(([, named = '']) => named.match(/\d\.\d\.\d+/g) ?? []),
    wanted,
  );
  for (const [, named = '', principle = '', how = '', asked = ''] of rows) {
    assert.match(principle, /^(?:可感知性|可操作性|可理解性|兼容性)/, named);
    assert.notEqual(how, '', named);
    const files = [...asked.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    assert.ok(files.length > 0 || asked === 'by hand', named);
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
      named,
    );
  }
});
