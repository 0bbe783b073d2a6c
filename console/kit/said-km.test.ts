import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidKm } from './said-km.ts';

test('a distance is said with one decimal below ten kilometres, whole from there on, and not at all under a hundred metres', () => {
  assert.deepEqual([0, 0.09, 0.1, 2.34, 9.94, 10, 23.6].map(saidKm), [null, null, '0.1', '2.3', '9.9', '10', '24']);
});
