import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftToOpen, newDraft, type Draft } from './draft.ts';

test('whoever signs in where a colleague was writing does not write over the colleague’s draft', async () => {
  const lying: Draft = { ...newDraft('p', 'zh-CN'), title: '桥头的灯' };
  keepOnPhone(new Map([[lying.id, lying]]));
  assert.deepEqual(await draftToOpen(lying.id, 'p', 'zh-CN'), lying);
  assert.equal(await draftToOpen(lying.id, 'q', 'zh-CN'), null);
  const fresh = await draftToOpen('none', 'q', 'en');
  assert.deepEqual([fresh?.id, fresh?.personId, fresh?.title, fresh?.language], ['none', 'q', '', 'en']);
});

// A phone's storage, as far as it is read.
function keepOnPhone(drafts: ReadonlyMap<string, Draft>): void {
  const soon = (target: EventTarget, type: string): void =>
    void setTimeout(() => target.dispatchEvent(new Event(type)));
  const transaction = (): EventTarget => {
    const reading = Object.assign(new EventTarget(), {
      objectStore: () => ({ get: (id: string) => ({ result: drafts.get(id) }) }),
    });
    soon(reading, 'complete');
    return reading;
  };
  const open = (): EventTarget => {
    const request = Object.assign(new EventTarget(), { result: Object.assign(new EventTarget(), { transaction }) });
    soon(request, 'success');
    return request;
  };
  Object.defineProperty(globalThis, 'indexedDB', { value: { open }, configurable: true });
}
