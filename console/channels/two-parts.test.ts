import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fewNames, inTwoParts } from './two-parts.ts';

const lines = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

test('a plan of a few lines is read whole, in its own order', () => {
  assert.deepEqual(
    inTwoParts(lines(12), (one) => one === 12),
    { first: lines(12), rest: [], grave: 0 },
  );
});

test('of hundreds of lines those that must be known stand first, and of the folded ones it is said how many more there are', () => {
  const { first, rest, grave } = inTwoParts(lines(300), (one) => one > 297);
  assert.deepEqual([first.slice(0, 4), first.length, rest.length, grave], [[298, 299, 300, 1], 12, 288, 0]);
  const all = inTwoParts(lines(300), (one) => one > 20);
  assert.deepEqual([all.first[0], all.rest.length, all.grave], [21, 288, 268]);
});

test('of many names the first are said', () => {
  assert.deepEqual(fewNames(['甲', '乙']), { names: ['甲', '乙'], more: false });
  const { names, more } = fewNames(lines(40).map(String));
  assert.deepEqual([names.length, more], [5, true]);
});
