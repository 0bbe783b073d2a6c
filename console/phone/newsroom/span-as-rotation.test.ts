import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanAsRotation } from './span-as-rotation.ts';

// The county's clock is eight hours ahead of UTC.
test('a gap of the watch is filled from where it begins to where it ends', () => {
  assert.deepEqual(spanAsRotation({ fromAt: '2026-11-20T00:00:00Z', untilAt: '2026-11-25T00:00:00Z' }), {
    fromOn: '2026-11-20',
    untilOn: '2026-11-24',
    changesAt: '08:00',
  });
});

test('one that begins earlier in the day than it ends begins with the day before: what is covered there stays', () => {
  assert.deepEqual(spanAsRotation({ fromAt: '2026-11-19T22:30:00Z', untilAt: '2026-11-25T00:00:00Z' }), {
    fromOn: '2026-11-19',
    untilOn: '2026-11-24',
    changesAt: '08:00',
  });
});

test('one that lasts to the end of what is shown ends at midnight', () => {
  assert.deepEqual(spanAsRotation({ fromAt: '2026-11-20T00:00:00Z', untilAt: '2026-12-05T16:00:00Z' }), {
    fromOn: '2026-11-20',
    untilOn: '2026-12-05',
    changesAt: '00:00',
  });
});
