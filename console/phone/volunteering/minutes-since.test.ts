import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '../outbox/entry.ts';
import { minutesSince } from './minutes-since.ts';

const visit = { id: 'v', own: null, checkedInAt: null, startsAt: '2026-11-30T01:00:00.000Z' };
const now = Date.parse('2026-11-30T03:02:00.000Z');
const arrived = (happenedAt: string): Act => ({
  kind: 'check-in',
  subjectId: 'v',
  path: '/visits/v/check-ins',
  body: { happenedAt },
});

test('how long a visit took is counted from the arrival that the phone still has to tell', () => {
  assert.equal(minutesSince(visit, [], now), 120, 'from when it was agreed');
  assert.equal(minutesSince(visit, [arrived('2026-11-30T02:20:00.000Z')], now), 40);
  assert.equal(minutesSince({ ...visit, id: 'w' }, [arrived('2026-11-30T02:20:00.000Z')], now), 120, 'another visit');
  const known = { ...visit, checkedInAt: '2026-11-30T02:30:00.000Z' };
  assert.equal(minutesSince(known, [], now), 30);
  assert.equal(minutesSince(known, [arrived('2026-11-30T03:01:00.000Z')], now), 5);
});
