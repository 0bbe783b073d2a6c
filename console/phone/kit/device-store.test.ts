import assert from 'node:assert/strict';
import { test } from 'node:test';
import { put } from './device-store.ts';

test('a phone that runs short is asked to leave drafts and what is to be sent where they are', async () => {
  const open = (): EventTarget => {
    const request = new EventTarget();
    setTimeout(() => request.dispatchEvent(new Event('error')));
    return request;
  };
  Object.defineProperty(globalThis, 'indexedDB', { value: { open }, configurable: true });
  let asked = 0;
  const persist = (): Promise<boolean> => Promise.resolve(++asked > 0);
  Object.defineProperty(navigator, 'storage', { value: { persist }, configurable: true });
  await assert.rejects(put('answers', 'a', 1));
  assert.equal(asked, 0, 'what was looked at may go');
  await assert.rejects(put('outbox', 'a', 1));
  await assert.rejects(put('drafts', 'a', 1));
  assert.equal(asked, 1, 'once');
});
