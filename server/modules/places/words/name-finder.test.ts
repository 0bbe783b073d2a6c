import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfQuestion, wordsOfText } from './cut-words.ts';
import { NameFinder } from './name-finder.ts';

test('of two names that begin at one place the longer is taken, in a text both are found', () => {
  const names = new NameFinder(['柳河', '柳河水利站', '水利站', '3号线']);
  assert.deepEqual(
    names.pieces('去柳河水利站坐3号线').map(({ text, isName }) => (isName ? `[${text}]` : text)),
    ['去', '[柳河水利站]', '坐', '[3号线]'],
  );
  assert.deepEqual(names.within('柳河水利站'), ['柳河水利站', '柳河', '水利站']);
  assert.deepEqual(names.within('13号线'), [], 'no name within a number');
});

test('every word of a question is a word of a text that holds the question', () => {
  const names = new NameFinder(['柳河', '柳河水利站', '大槐村', '阿依古丽·买买提', 'ＡＢ站']);
  for (const text of ['大槐村委会请柳河水利站放水', '阿依古丽·买买提在柳河', 'ab站今天停电', '大槐村小学开学']) {
    const words = new Set(wordsOfText(names, text));
    assert.deepEqual(
      wordsOfQuestion(names, text).filter((word) => !words.has(word)),
      [],
      text,
    );
  }
  assert.deepEqual(wordsOfQuestion(names, '柳河水利站'), ['柳河水利站']);
  assert.ok(wordsOfText(names, '大槐村委会').includes('村委会'), 'a word over the border of a name');
  assert.ok(!wordsOfText(names, '大槐村').includes('槐'), 'part of a name is no word');
});

test('a hundred counties have one dictionary, and little for each of their names', () => {
  const text = '柳河镇大槐村今天通车，请绕行。'.repeat(20);
  wordsOfText(new NameFinder([]), text);
  const before = process.memoryUsage().rss;
  const finders = Array.from(
    { length: 100 },
    (_, county) => new NameFinder(Array.from({ length: 1_000 }, (_one, at) => `县${county}的村${at}站`)),
  );
  for (const names of finders) assert.ok(wordsOfText(names, text).length > 0);
  // Each had a dictionary of its own once: 50 MB. A thousand names take a quarter of one.
  const perCounty = (process.memoryUsage().rss - before) / finders.length;
  assert.ok(perCounty < 1_500_000, `${Math.round(perCounty / 1_000)} kB for each county`);
});
