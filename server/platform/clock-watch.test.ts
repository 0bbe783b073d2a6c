import assert from 'node:assert/strict';
import os from 'node:os';
import { test } from 'node:test';
import { testWorld } from '#testing';
import { ClockWatch } from './clock-watch.ts';
import { machineClock } from './clock.ts';
import { runRecurring } from './recurring.ts';

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

test('what had its hourly turn while the clock was in doubt has it as soon as the doubt ends, once', async (t) => {
  await using county = await testWorld();
  let turns = 0;
  const watch = { isDoubtful: true };
  const forget = {
    name: 'test.forget',
    everySeconds: 3_600,
    cannotBeUndone: true,
    due: () => Promise.resolve(new Set([1])),
    run: async () => void (turns += 1),
  };
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const running = runRecurring(county.app, [forget], watch);
  // A turn has nothing to wait for but promises.
  const pass = async (seconds: number): Promise<void> => {
    t.mock.timers.tick(seconds * 1_000);
    for (let i = 0; i < 50; i += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  await pass(3_603);
  assert.equal(turns, 0);
  watch.isDoubtful = false;
  await pass(2);
  assert.equal(turns, 1, 'not an hour later');
  await pass(60);
  assert.equal(turns, 1);
  await running.stop();
});
