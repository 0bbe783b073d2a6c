import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesIn, replacedIn } from './find-matches.ts';

test('words are found as they are written, signs of patterns too, and letters of both cases unless told otherwise', () => {
  const places = (text: string, words: string, matchCase = false): string =>
    matchesIn(text, words, matchCase)
      .map(({ from, to }) => `${from}-${to}`)
      .join(' ');
  assert.equal(places('柳河桥，柳河', '柳河'), '0-2 4-6');
  assert.equal(places('哈哈哈哈哈', '哈哈'), '0-2 2-4', 'none within another');
  assert.equal(places('(10吨) 10.5吨', '10.5'), '6-10');
  assert.equal(places('a-b [x] a/b \\', '[x]'), '4-7');
  assert.equal(places('a-b a/b \\', '\\'), '8-9');
  assert.equal(places('GPS gps', 'Gps'), '0-3 4-7');
  assert.equal(places('GPS gps', 'gps', true), '4-7');
  assert.equal(places('İ柳河', '柳河'), '1-3', 'a letter whose small form is longer moves nothing');
  assert.equal(places('柳河', ''), '');
});

test('all places are replaced at once, also by words that hold what was looked for', () => {
  assert.equal(replacedIn('柳河桥，柳河', matchesIn('柳河桥，柳河', '柳河', false), '柳河镇'), '柳河镇桥，柳河镇');
  assert.equal(replacedIn('$1', matchesIn('$1', '$1', false), '$&'), '$&');
});
