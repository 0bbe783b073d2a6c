import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellRefusal } from '../../kit/refusals.ts';
import { watchRenewed } from './watch-renewed.ts';

/** The workers of a browser, as far as they are asked. */
class Workers extends EventTarget {
  controller: ServiceWorker | null;
  asked = 0;
  constructor(kept: boolean) {
    super();
    // Only whether there is one matters.
    this.controller = kept ? (new EventTarget() as ServiceWorker) : null;
  }
  getRegistration(): Promise<ServiceWorkerRegistration> {
    const update = (): Promise<void> => Promise.resolve(void (this.asked += 1));
    return Promise.resolve({ update } as unknown as ServiceWorkerRegistration);
  }
  takeOver(): void {
    this.dispatchEvent(new Event('controllerchange'));
  }
}

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
}

test('a page that is open says that the program was renewed once a worker takes over from another, and not at the first', async (t) => {
  const said: string[] = [];
  const [first, kept] = [new Workers(false), new Workers(true)];
  const page = new Page();
  const stopFirst = watchRenewed(() => said.push('first'), { workers: first, page: new Page() });
  const stopKept = watchRenewed(() => said.push('kept'), { workers: kept, page });
  first.takeOver();
  assert.deepEqual(said, [], 'it keeps the shell from now on, nothing was renewed');
  first.takeOver();
  kept.takeOver();
  assert.deepEqual(said, ['first', 'kept']);
  stopFirst();

  // Come back to at once, nothing is asked; ten minutes later it is.
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  page.dispatchEvent(new Event('visibilitychange'));
  await Promise.resolve();
  assert.equal(kept.asked, 0);
  t.mock.timers.setTime(Date.now() + 600_001);
  page.dispatchEvent(new Event('visibilitychange'));
  await new Promise(setImmediate);
  assert.equal(kept.asked, 1);
  tellRefusal('BadRequest');
  await new Promise(setImmediate);
  assert.equal(kept.asked, 2, 'at once where something was not understood');

  stopKept();
  tellRefusal('BadRequest');
  kept.takeOver();
  await new Promise(setImmediate);
  assert.deepEqual([kept.asked, said.length], [2, 2], 'ended');
});
