import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patienceFor, weightOf } from './patience.ts';

test('a voice note of five minutes arrives over a line of 100 kbit/s, and a plain answer is not waited for longer', () => {
  const form = new FormData();
  form.set('seconds', '300');
  form.set('file', new Blob([new Uint8Array(900_000)]), 'voice');
  assert.equal(weightOf(form), 900_000);
  const needed = (900_000 / (100_000 / 8)) * 1_000;
  assert.ok(patienceFor('POST', weightOf(form)) > needed);
  assert.ok(patienceFor('GET', 900_000) > needed);
  assert.deepEqual([patienceFor('GET'), patienceFor('POST')], [30_000, 55_000]);
});
