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
  const full = (): Promise<never> => Promise.reject(new Error('full'));
  assert.deepEqual([keeper.isKept.get(), keeper.refused.get()], [false, 'words']);
  assert.equal(await keeper.handOver(full), false);
  assert.equal(keeper.refused.get(), 'words', 'the worse of the two is said');
  const before = asked;
  keeper.change({ title: '桥头的灯亮了' });
  await moment(400);
  assert.equal(asked, before + 1, 'and the phone is asked anew');
  assert.equal(await keeper.handOver(() => Promise.resolve()), true);
  keeper.change({ title: '另一篇' });
  await moment(400);
  assert.equal(asked, before + 1);
});

test('words that are kept are not called lost where only the handing in was not taken', async () => {
  const keeper = draftKeeper(newDraft('p', 'zh-CN'));
  assert.equal(await keeper.handOver(() => Promise.reject(new Error('full'))), false);
  assert.deepEqual([keeper.isKept.get(), keeper.refused.get()], [true, 'handing-in']);
  assert.equal(await keeper.handOver(() => Promise.resolve()), true);
});
