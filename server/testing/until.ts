import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

// So long that only what never comes is missed, on however busy a machine.
const atMostMilliseconds = 120_000;

/** Waits until something holds that comes by itself, such as what another process hears. Fails with `what` when it never does. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string) = 'it never came',
): Promise<void> {
  const end = Date.now() + atMostMilliseconds;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(typeof what === 'string' ? what : what());
    await pause(20);
  }
}
