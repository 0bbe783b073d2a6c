import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mustBeAsRead } from './as-read.ts';
import { Refusal } from './refuse.ts';

const refused = (current: unknown, read: unknown): unknown => {
  try {
    mustBeAsRead(current, read);
  } catch (error) {
    return error instanceof Refusal ? [error.code, error.detail] : error;
  }
  return null;
};

test('what was read is what is there: by its version, or the whole whatever the order of its fields', () => {
  assert.equal(refused(2, 2), null);
  assert.equal(refused({ a: 1, b: { c: 'x', d: undefined } }, { b: { c: 'x' }, a: 1 }), null);
  assert.equal(refused(null, null), null);
});

test('what somebody changed meanwhile is refused with what is there now', () => {
  assert.deepEqual(refused(3, 2), ['StaleVersion', { current: 3 }]);
  assert.deepEqual(refused([{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }]), [
    'StaleVersion',
    { current: [{ a: 1 }, { a: 2 }] },
  ]);
  assert.deepEqual(refused(null, { a: 1 }), ['StaleVersion', { current: null }], 'gone meanwhile');
  assert.deepEqual(refused({ a: 1 }, null), ['StaleVersion', { current: { a: 1 } }], 'there meanwhile');
});
