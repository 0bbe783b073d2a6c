import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathWithin } from './path-within.ts';

test('a path of the record opens the very item', () => {
  assert.equal(pathWithin('/console/stories/1/review'), '/stories/1/review');
  assert.equal(pathWithin('/orders/1'), '/orders/1');
  assert.equal(pathWithin('/console'), '/');
});

test('a foreign address leads to my work', () => {
  for (const href of ['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)', ''])
    assert.equal(pathWithin(href), '/');
});
