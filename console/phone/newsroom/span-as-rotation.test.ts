import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanAsRotation } from './span-as-rotation.ts';

test('a gap of the watch is filled from where it begins to where it ends', () => {
  assert.deepEqual(spanAsRotation({ from: '2026-11-20T08:00', until: '2026-11-25T08:00' }), {
    fromOn: '2026-11-20',
    untilOn: '2026-11-24',
    changesAt: '08:00',
  });
});

test('one that begins earlier in the day than it ends begins with the day before: what is covered there stays', () => {
  assert.deepEqual(spanAsRotation({ from: '2026-11-20T06:30', until: '2026-11-25T08:00' }), {
    fromOn: '2026-11-19',
    untilOn: '2026-11-24',
    changesAt: '08:00',
  });
});

test('one that lasts to the end of what is shown ends at midnight', () => {
  assert.deepEqual(spanAsRotation({ from: '2026-11-20T08:00', until: '2026-12-06T00:00' }), {
    fromOn: '2026-11-20',
    untilOn: '2026-12-05',
    changesAt: '00:00',
  });
});
