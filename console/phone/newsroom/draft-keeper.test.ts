import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKeeper } from './draft-keeper.ts';
import { newDraft } from './draft.ts';

const moment = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

test('a phone that takes nothing says so, and a draft that could not be handed on is kept on', async () => {
  let asked = 0;
  const open = (): EventTarget => {
    asked += 1;
    const request = new EventTarget();
    setTimeout(() => request.dispatchEvent(new Event('error')));
    return request;
  };
  Object.defineProperty(globalThis, 'indexedDB', { value: { open }, configurable: true });
  const keeper = draftKeeper(newDraft('p', 'zh-CN'));
  keeper.change({ title: '桥头的灯' });
  await moment(400);
  assert.deepEqual([keeper.isKept.get(), keeper.isRefused.get()], [false, true]);
  await assert.rejects(
    keeper.handOver(() => Promise.reject(new Error('full'))),
    /full/,
  );
  const before = asked;
  keeper.change({ title: '桥头的灯亮了' });
  await moment(400);
  assert.equal(asked, before + 1, 'and the phone is asked anew');
  await keeper.handOver(() => Promise.resolve());
  keeper.change({ title: '另一篇' });
  await moment(400);
  assert.equal(asked, before + 1);
});
