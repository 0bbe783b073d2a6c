import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../testing/text.ts';
import { ownWords } from './own-words.ts';

const own = (...paragraphs: string[]) => ({ text: textOf('渡口水位', paragraphs), isOwn: true });
const desk = (...paragraphs: string[]) => ({ text: textOf('渡口水位', paragraphs), isOwn: false });
const sent = own('水位退了。', '船明天开。');

test('what stands as it was sent is the sender’s, what the desk added is not', () => {
  assert.deepEqual(ownWords([sent]), { own: 14, all: 14 });
  assert.deepEqual(ownWords([sent, desk('水位退了。', '船明天开。', '另讯：桥通了。')]), { own: 14, all: 21 });
  assert.deepEqual(ownWords([sent, desk('水位退了。')]), { own: 9, all: 9 });
  assert.deepEqual(ownWords([sent, { text: textOf('柳河桥通车', ['今早八点。']), isOwn: false }]).own, 0);
});

test('what the desk wrote stays the desk’s when the sender hands it in again', () => {
  const edited = desk('水位今天下午退了。', '船明天开。', '另讯：桥通了。');
  const again = own('水位今天下午退了。', '船明天开。', '另讯：桥通了。', '雨也停了。');
  assert.deepEqual(ownWords([sent, edited, again, again]), { own: 19, all: 30 });
});

test('of a story that took the text over, the appended words are the sender’s', () => {
  const target = { text: textOf('汛情', ['县里今天开会。', '水位退了。', '船明天开。']), isOwn: false };
  assert.deepEqual(ownWords([sent, target]), { own: 10, all: 19 });
});
