import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKeptLevel } from './kept-level.ts';

test('a level that places have is kept; a new line that says its code once more can still be mended', () => {
  const kept = (...codes: (string | undefined)[]): boolean[] =>
    codes.map((_, at) => isKeptLevel(codes, at, ['county', 'town']));
  assert.deepEqual(kept('county', 'town', 'village'), [true, true, false]);
  assert.deepEqual(kept('county', 'town', 'town'), [true, true, false]);
  assert.deepEqual(kept('county', undefined, ''), [true, false, false]);
});
