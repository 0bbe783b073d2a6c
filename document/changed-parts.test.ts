import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedParts } from './changed-parts.ts';
import type { Block, StoryText } from './schema.ts';

const picture = (more: object = {}): Block => ({
  type: 'figure',
  attrs: { hash: 'a'.repeat(64), alt: '桥', caption: '新桥', credit: '陈溪', width: 4, height: 3, ...more },
});
const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const textWith = (content: Block[], more: Partial<StoryText> = {}): StoryText => ({
  v: 1,
  language: 'zh-CN',
  title: '桥通了',
  deck: '',
  body: { type: 'doc', content },
  ...more,
});
const plain = textWith([words('今天通车。'), picture()]);

test('an edit is named by the parts it changed, and by no other', () => {
  assert.deepEqual(changedParts(plain, textWith([words('今天通车。'), picture()])), []);
  assert.deepEqual(changedParts(plain, { ...plain, title: '桥修好了' }), ['title']);
  assert.deepEqual(changedParts(plain, { ...plain, deck: '限重十吨' }), ['lead']);
  assert.deepEqual(changedParts(plain, textWith([words('明天通车。'), picture()])), ['body']);
  for (const more of [{ alt: '柳河桥' }, { caption: '柳河桥' }, { credit: '林晓禾' }])
    assert.deepEqual(changedParts(plain, textWith([words('今天通车。'), picture(more)])), ['caption']);
  assert.deepEqual(changedParts(plain, textWith([words('今天通车。'), picture({ hash: 'b'.repeat(64) })])), [
    'picture',
  ]);
  assert.deepEqual(changedParts(plain, textWith([words('今天通车。')])), ['body', 'picture', 'caption']);
  assert.deepEqual(changedParts(plain, textWith([picture(), words('今天通车。')])), ['body']);
});

test('the order of keys is no change: the database has one of its own', () => {
  const turned: unknown = JSON.parse(
    JSON.stringify(plain, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ),
  );
  assert.deepEqual(changedParts(plain, turned as StoryText), []);
});
