import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personChoices } from './person-choices.ts';

const [wang, li] = [
  { value: '0190-wang', label: '王芳 · 编辑' },
  { value: '0190-li', label: '李强' },
];

test('whoever is chosen stands in the list by name, also when the list begins with others', () => {
  assert.deepEqual(personChoices([wang], li.value, li, '…'), [li, wang]);
  assert.deepEqual(personChoices([wang, li], li.value, li, '…'), [wang, li], 'once');
  assert.deepEqual(personChoices([wang], undefined, null, '…'), [wang]);
  assert.deepEqual(personChoices([wang], undefined, li, '…'), [li, wang], 'whom it was before can be chosen again');
});

test('until the name is there nobody reads an id', () => {
  assert.deepEqual(personChoices([wang], li.value, null, '…'), [{ value: li.value, label: '…' }, wang]);
});
