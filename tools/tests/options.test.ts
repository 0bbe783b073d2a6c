import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';

test('words choose files, and options stand anywhere', () => {
  assert.deepEqual(readOptions(['newsroom', '--deep', 'places'], { XIANGYIN_SEED: '42' }), {
    deep: true,
    words: ['newsroom', 'places'],
    seed: 42,
  });
});

test('without a seed each run gets another one', () => {
  const seeds = new Set([1, 2, 3, 4].map(() => readOptions([], {}).seed));
  assert.ok(seeds.size > 1);
});

test('a seed that is no number and an unknown option are refused', () => {
  assert.throws(() => readOptions([], { XIANGYIN_SEED: 'x' }), /must be a whole number/);
  assert.throws(() => readOptions(['--depp'], {}), /Unknown option '--depp'/);
});
