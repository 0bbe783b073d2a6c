import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasBegun } from './visit-time.ts';

const startsAt = '2026-03-04T02:00:00.000Z';
const at = (clock: string): number => Date.parse(`2026-03-04T${clock}:00.000Z`);

test('how a visit went may be said from its time on, and before it once somebody is there', () => {
  assert.equal(hasBegun({ startsAt, checkedInAt: null }, at('01:59')), false);
  assert.equal(hasBegun({ startsAt, checkedInAt: null }, at('02:00')), true);
  assert.equal(hasBegun({ startsAt, checkedInAt: '2026-03-04T00:30:00.000Z' }, at('00:50')), true);
});
