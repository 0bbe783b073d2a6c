import assert from 'node:assert/strict';
import os from 'node:os';
import { test } from 'node:test';
import { testWorld } from '#testing';
import { ClockWatch } from './clock-watch.ts';
import { machineClock } from './clock.ts';

test('a machine that slept is no machine whose clock leapt', async (t) => {
  await using county = await testWorld();
  const hours = 3_600_000;
  const began = os.uptime();
  let slept = 0;
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  t.mock.method(os, 'uptime', () => began + slept / 1_000);
  const watch = new ClockWatch({ ...county.app, clock: machineClock });
  try {
    assert.equal(watch.isDoubtful, false);
    slept = 8 * hours;
    t.mock.timers.tick(8 * hours);
    assert.equal(watch.isDoubtful, false, 'a notebook that was shut overnight');
    t.mock.timers.tick(8 * hours);
    assert.equal(watch.isDoubtful, true, 'the time alone went on');
  } finally {
    watch.close();
  }
});
