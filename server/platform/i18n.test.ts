import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Wording } from './i18n.ts';

test('a sentence chooses its words by the number in it, in English and in a further language', () => {
  const further = new Map([['cy', { left: '{count} {count|llun|llun arall} ar ôl' }]]);
  const wording = new Wording(further);
  wording.add({
    'zh-CN': { left: '还有 {count} 张' },
    en: { left: '{count} {count|picture is|pictures are} left' },
  });
  const left = (tag: string, count: unknown): string => wording.say(tag, 'left', { count });
  assert.equal(left('en', 1), '1 picture is left');
  assert.equal(left('en', '1'), '1 picture is left');
  assert.equal(left('en', 0), '0 pictures are left');
  assert.equal(left('en', 12), '12 pictures are left');
  assert.equal(left('cy', 1), '1 llun ar ôl');
  assert.equal(left('zh-CN', 1), '还有 1 张');
});
