import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

test('where a button makes room for its question the focus goes along: nobody is thrown back to the head of the page', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const swaps = files
    .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))
    .filter(({ source }) =>
      /if \(!(?:asked|open)\)\s+return|: asked \?|&& !(?:asked|open|changing) && \(/.test(source),
    );
  assert.ok(swaps.length > 3, 'the sources were read');
  assert.deepEqual(
    swaps.filter(({ source }) => !source.includes('useSwappedFocus')).map(({ file }) => file),
    [],
  );
});
