import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBetween, spansOf } from './own-days.ts';

test('days in a row of one kind stand in one line, over the end of a month', () => {
  assert.deepEqual(spansOf(['2027-03-01', '2027-02-27', '2027-02-28'], ['2027-03-02']), [
    { kind: 'off', from: '2027-02-27', until: '2027-03-01' },
    { kind: 'worked', from: '2027-03-02', until: '2027-03-02' },
  ]);
  assert.deepEqual(daysBetween('2027-02-27', '2027-03-01'), ['2027-02-27', '2027-02-28', '2027-03-01']);
  assert.equal(daysBetween('2027-01-01', '2072-01-01').length, 62);
});
