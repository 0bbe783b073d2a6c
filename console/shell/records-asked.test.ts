import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsAsked } from './records-asked.ts';

test('the palette looks for stories, orders and people, as its field says, in what the person may list', () => {
  assert.deepEqual(recordsAsked(['story.list', 'order.list', 'person.see'], '王芳'), {
    stories: true,
    orders: true,
    people: true,
  });
  assert.deepEqual(recordsAsked(['person.see'], '王芳'), { stories: false, orders: false, people: true });
  assert.deepEqual(recordsAsked(['story.list', 'person.see'], '王'), { stories: false, orders: false, people: false });
});
