import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Colleague } from './desk.ts';

/** The steps of a journey, each a test of its own that stands on the one before it: the first that fails ends the journey, with a picture of everybody's screen. */
export function stepsOf(
  t: TestContext,
  colleagues: readonly Colleague[],
): (name: string, work: () => Promise<void>) => Promise<void> {
  return async (name, work) => {
    let done = false;
    await t.test(name, async () => {
      await work().catch(async (error: unknown) => {
        // What went wrong is told even when nobody's screen can be seen.
        for (const person of colleagues) await person.picture('failed').catch(() => undefined);
        throw error;
      });
      done = true;
    });
    assert.ok(done, name);
  };
}
