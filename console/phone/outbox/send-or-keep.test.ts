import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../kit/problem.ts';
import type { Entry } from './entry.ts';
import { withHeld } from './held.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { sendOrKeep } from './send-or-keep.ts';

const entry = (id: string, state: Entry['state'] = 'waiting'): Entry => ({
  id,
  personId: 'p',
  madeAt: '2026-11-30T04:00:00.000Z',
  title: '送药上门',
  act: { kind: 'complete-visit', subjectId: 'v', path: '/visits/v/completions', body: {} },
  state,
});

test('an act whose answer was lost is kept as the very act that was sent, so that it happens once', async () => {
  const kept: Entry[] = [];
  const tried = (send: () => Promise<boolean>, isOnLine = true): Promise<string | null> =>
    sendOrKeep(entry('a'), {
      isOnLine,
      send,
      keep: async (one) => void kept.push(one),
      lost: () => undefined,
    });
  assert.equal(await tried(() => Promise.reject(new Problem('Offline', 0, '没有连上'))), null);
  assert.deepEqual(kept, [entry('a')]);
  assert.equal(await tried(() => Promise.reject(new Problem('NotYet', 422, '还没到时候'))), '还没到时候');
  assert.equal(await tried(() => Promise.resolve(true)), null);
  assert.equal(kept.length, 1, 'what was refused or has arrived is not kept');
  assert.equal(await tried(() => Promise.resolve(false)), null);
  assert.equal(await tried(() => assert.fail('nothing is sent without a line'), false), null);
  assert.equal(kept.length, 3);
});

test('what a full phone did not take stays in the list while the page is open, over what its storage says of it', () => {
  const held = new Map([entry('b', 'refused'), entry('a')].map((one) => [one.id, one]));
  assert.deepEqual(
    withHeld([entry('b'), entry('c')], held).map(({ id, state }) => `${id} ${state}`),
    ['a waiting', 'b refused', 'c waiting'],
  );
});

test('a double tap is one act', async () => {
  const once = onceAtATime<number>();
  let done = 0;
  const work = (): Promise<number> => Promise.resolve(++done);
  assert.deepEqual(await Promise.all([once('check-in v', work), once('check-in v', work)]), [1, 1]);
  assert.equal(await once('check-in w', work), 2);
  assert.equal(await once('check-in v', work), 3, 'later it is another');
});
