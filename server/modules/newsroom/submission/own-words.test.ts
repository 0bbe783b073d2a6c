import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../testing/text.ts';
import { ownWords } from './own-words.ts';

const sent = textOf('渡口水位', ['水位退了。', '船明天开。']);

test('what stands as it was sent is the sender’s, what the desk added is not', () => {
  assert.deepEqual(ownWords(sent, sent), { own: 14, all: 14 });
  assert.deepEqual(ownWords(sent, textOf('渡口水位', ['水位退了。', '船明天开。', '另讯：桥通了。'])), {
    own: 14,
    all: 21,
  });
  assert.deepEqual(ownWords(sent, textOf('渡口水位', ['水位退了。'])), { own: 9, all: 9 });
  assert.deepEqual(ownWords(sent, textOf('柳河桥通车', ['今早八点。'])).own, 0);
});

test('of a story that took the text over, the appended words are the sender’s', () => {
  const { own, all } = ownWords(sent, textOf('汛情', ['县里今天开会。', '水位退了。', '船明天开。']));
  assert.deepEqual([own, all], [10, 19]);
});
