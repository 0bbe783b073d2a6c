import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAtRest, letSingleKeysAct, singleKeysAct } from './single-keys.ts';

test('whoever speaks to the machine lets keys of a single letter rest; arrows, Enter and the space bar go on', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
  const keys = ['s', 'r', '?', '/', 'ArrowDown', 'Enter', ' '];
  assert.deepEqual([singleKeysAct(), keys.filter(isAtRest)], [true, []]);
  letSingleKeysAct(false);
  assert.deepEqual([singleKeysAct(), keys.filter(isAtRest)], [false, ['s', 'r', '?', '/']]);
  letSingleKeysAct(true);
  assert.deepEqual([singleKeysAct(), keys.filter(isAtRest)], [true, []]);
});
