import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listStand, type Reading } from './list-stand.ts';

const read: Reading = {
  hasFailed: false,
  isPending: false,
  isOfBefore: false,
  lacksRest: false,
  rowCount: 20,
  isFiltered: false,
  isOfOnePlace: false,
};
const none: Reading = { ...read, rowCount: 0 };

test('rows that answer the former question are not shown as the answer to this one', () => {
  assert.equal(listStand(read), 'rows');
  assert.equal(listStand({ ...read, isOfBefore: true, isFiltered: true }), 'rows-of-before');
  assert.equal(listStand({ ...none, isOfBefore: true, isFiltered: true }), 'loading', 'nor is that there were none');
});

test('where the rest did not come the list says so below its rows', () => {
  assert.equal(listStand({ ...read, hasFailed: true, lacksRest: true }), 'rows-without-rest');
  assert.equal(listStand({ ...none, hasFailed: true }), 'failed');
  assert.equal(listStand({ ...none, isPending: true }), 'loading');
});

test('nothing at one place is not nothing at all', () => {
  assert.equal(listStand(none), 'none');
  assert.equal(listStand({ ...none, isOfOnePlace: true }), 'none-here');
  assert.equal(listStand({ ...none, isOfOnePlace: true, isFiltered: true }), 'none-match');
});
