import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetStale, keep, keptOf } from './kept.ts';

const hour = 3_600_000;

/** The browser's storage, as far as it is asked for here. */
function storage(): Storage {
  const own = {};
  const methods = {
    getItem: (key: string) => (Object.hasOwn(own, key) ? (Reflect.get(own, key) as string) : null),
    setItem: (key: string, value: string) => void Reflect.set(own, key, value),
    removeItem: (key: string) => void Reflect.deleteProperty(own, key),
  };
  return Object.setPrototypeOf(own, methods) as Storage;
}

test('at a shared desk each finds their own draft, and callers’ names do not outlast a shift', (t) => {
  Object.defineProperty(globalThis, 'localStorage', { value: storage(), configurable: true });
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-02T01:00:00Z') });
  keep('anna', 'order.new', { name: 'Old Zhou' });
  keep('anna', 'story.1', 'a text');
  keep('anna', 'views.orders', ['late ones']);
  t.mock.timers.setTime(Date.now() + 11 * hour);
  keep('bo', 'order.new', { name: 'Auntie Li' });
  forgetStale();
  assert.deepEqual(keptOf('anna', 'order.new')?.value, { name: 'Old Zhou' });
  assert.deepEqual(keptOf('bo', 'order.new')?.value, { name: 'Auntie Li' });
  assert.equal(keptOf('cai', 'order.new'), null, 'nobody sees another’s');

  t.mock.timers.setTime(Date.now() + hour);
  assert.equal(keptOf('anna', 'order.new'), null, 'too old before anybody cleared it');
  forgetStale();
  assert.ok(!JSON.stringify(localStorage).includes('Old Zhou'), 'and gone afterwards');
  assert.ok(keptOf('bo', 'order.new'));
  assert.equal(keptOf('anna', 'story.1')?.value, 'a text');

  t.mock.timers.setTime(Date.now() + 31 * 24 * hour);
  localStorage.setItem('xiangyin.kept.anna.order.new', 'not ours');
  forgetStale();
  assert.equal(keptOf('anna', 'story.1'), null);
  assert.deepEqual(Object.keys(localStorage), ['xiangyin.kept.anna.views.orders']);
});
