import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allKnown, withPart } from './known-rows.ts';

const rows = (...ids: string[]): { id: string; seen: string }[] => ids.map((id) => ({ id, seen: 'first' }));
const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join('');

test('a list on the phone goes on without losing or doubling a row while new ones come in at its head', () => {
  const first = rows('e', 'd', 'c');
  assert.equal(ids(allKnown(first, null)), 'edc');
  const second = withPart(first, null, { items: rows('b', 'a'), next: 'more' });
  assert.equal(ids(second.rows), 'edcba');
  // A new story pushes the last one of the head on: it was in the first part, so it is there still.
  const newer = rows('f', 'e', 'd').map((row) => ({ ...row, seen: 'again' }));
  const now = allKnown(newer, second);
  assert.equal(ids(now), 'fedcba');
  assert.deepEqual(now.map(({ seen }) => seen).slice(0, 4), ['again', 'again', 'again', 'first']);
  // The same part twice, as after a line that broke behind the answer, doubles nothing.
  const third = withPart(newer, second, { items: rows('a', '0'), next: null });
  assert.equal(ids(third.rows), 'fedcba0');
  assert.equal(third.next, null);
});
