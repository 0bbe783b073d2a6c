import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textHash, type StoryText } from '@xiangyin/document';
import { newDraft, type Draft } from './draft.ts';
import { textOf } from './draft-text.ts';
import { asAtDesk, newerAtDesk, overDesk } from './newer-at-desk.ts';

const written = (words: string): Draft => ({
  ...newDraft('p', 'zh-CN'),
  title: '桥头的灯',
  parts: [{ kind: 'words', words }],
  revises: { storyId: 's', version: 3 },
});
const wordsOf = (draft: Draft): StoryText => {
  const parsed = textOf(draft);
  return parsed.ok ? parsed.text : assert.fail(JSON.stringify(parsed.errors));
};
const atDesk = (words: string, version: number) => {
  const text = wordsOf(written(words));
  return { version, text, textHash: textHash(text) };
};

test('a draft begun on an older text than the desk has is not stuck: its writer says whose words stand', () => {
  const draft = written('灯亮了。');
  assert.equal(newerAtDesk(draft, atDesk('灯修好了。', 3)), null, 'the text that it was begun on');
  assert.equal(newerAtDesk(draft, atDesk('灯亮了。', 4)), null, 'it arrived, and only the answer was lost');
  assert.equal(newerAtDesk({ ...draft, revises: null }, atDesk('灯修好了。', 4)), null);
  const newer = atDesk('灯修好了。', 5);
  assert.deepEqual(newerAtDesk(draft, newer), { desk: newer.text, mine: wordsOf(draft) });
  const mine = { ...draft, ...overDesk(draft, newer) };
  assert.deepEqual([mine.revises, mine.parts], [{ storyId: 's', version: 5 }, draft.parts]);
  assert.equal(newerAtDesk(mine, newer), null);
  const theirs = { ...draft, ...asAtDesk(draft, newer) };
  assert.deepEqual([theirs.revises?.version, wordsOf(theirs)], [5, newer.text]);
});
