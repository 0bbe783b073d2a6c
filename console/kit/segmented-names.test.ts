import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

test('every row of choices says what it is for: unnamed, antd calls it “segmented control” in every language', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const rows = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('<Segmented')
      .slice(1)
      .map((row) => ({ file, isNamed: row.slice(0, row.indexOf('/>')).match(/aria-label(?:ledby)?=/) !== null })),
  );
  assert.ok(rows.length > 20, 'the sources were read');
  assert.deepEqual(
    rows.filter(({ isNamed }) => !isNamed).map(({ file }) => file),
    [],
  );
});
