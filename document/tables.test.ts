import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import {
  canonicalText,
  difference,
  parseStoryText,
  renderHtml,
  renderPlain,
  renderSpeech,
  storyTextFromParagraphs,
  storyTextOf,
  textHash,
  withTables,
  type StoryText,
} from './index.ts';
import { checkText } from './checks/index.ts';
import { readWorkingCopy, rewriteWorkingCopy, sharedTypes, workingCopyFrom } from './working-copy.ts';

const times = (rows: string[][], headers = true): StoryText =>
  storyTextOf(
    storyTextFromParagraphs({
      language: 'zh-CN',
      title: '渡船改点',
      paragraphs: ['水退以后照下面的点开。', { table: rows, headers }],
    }),
  );
const ferry = [
  ['班次', '开船', '到岸'],
  ['头班', '6:00', '6:20'],
  ['末班（周末）', '18:00', '18:20'],
];
const noFigure = { resolveFigure: () => null };

test('a text with a table is version 2 of the canonical form; one without keeps its version and its hash', () => {
  const before = storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title: '渡', paragraphs: ['水退了。'] }));
  assert.equal(before.v, 1);
  assert.equal(textHash({ ...before, v: 2 }), textHash(before), 'the version follows from the text, whoever sent what');
  assert.equal(times(ferry).v, 2);
  assert.match(canonicalText(times(ferry)), /"v":2/);
  assert.equal(textHash(times(ferry)), textHash(storyTextOf(parseStoryText({ ...times(ferry), v: 1 }))));
});

test('a table is whole, of cells that reach no further than themselves, and stands in the text alone', () => {
  const cell = { type: 'tableCell', content: [{ type: 'paragraph' }] };
  const row = (...cells: object[]): object => ({ type: 'tableRow', content: cells });
  const codes = (...content: object[]): string[] => {
    const parsed = parseStoryText({ v: 1, language: 'en', title: 'a', deck: '', body: { type: 'doc', content } });
    return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path.replace('/body/content/0', '')} ${code}`);
  };
  const table = (...content: object[]): object => ({ type: 'table', content });
  assert.deepEqual(codes(table(row(cell, cell), row(cell, cell))), []);
  assert.deepEqual(codes(table(row(cell, cell), row(cell))), ['/content/1 BadValue']);
  assert.deepEqual(codes(table()), ['/content Empty']);
  assert.deepEqual(codes(table(row({ ...cell, attrs: { colspan: 2, rowspan: 1 } }))), [
    '/content/0/content/0/attrs/colspan BadValue',
  ]);
  assert.deepEqual(codes(table(row(...Array.from({ length: 13 }, () => cell)))), ['/content/0/content TooLong']);
  assert.deepEqual(codes(table(row({ type: 'tableCell', content: [table(row(cell))] }))), [
    '/content/0/content/0/content/0 NotAllowedHere',
    '/content/0/content/0/content Empty',
  ]);
  assert.deepEqual(codes({ type: 'blockquote', content: [table(row(cell))] }), [
    '/content/0 NotAllowedHere',
    '/content Empty',
  ]);
});

test('a table reads as one on the page, in plain words, and aloud with the head of each column', () => {
  const html = renderHtml(times(ferry), noFigure);
  assert.match(html, /<thead><tr><th scope="col">班次<\/th>/);
  assert.match(html, /<td>18:20<\/td><\/tr><\/tbody><\/table><\/div>$/);
  assert.match(renderHtml(times([['<b>', '&']], false), noFigure), /<td>&lt;b&gt;<\/td><td>&amp;<\/td>/);
  assert.match(renderPlain(times(ferry)), /班次 \| 开船 \| 到岸\n头班 \| 6:00 \| 6:20\n/);
  assert.match(renderSpeech(times(ferry)), /\n头班，开船：6:00，到岸：6:20。\n末班/);
  const found = checkText(times([['班次'], ['6:00-8:00开']]), { off: [], terms: [], placeNames: [] });
  assert.ok(
    found.every(({ path }) => /^\/(title|deck|body\/content\/1\/content\/\d+\/content\/0\/content\/0)/.test(path)),
  );
});

test('a changed time is one change in its cell, a row that went stands as a row that went', () => {
  const later = [...ferry.slice(0, 2), ['晚班（周末）', '18:00', '18:20']];
  const changed = difference(times(ferry), times(later));
  assert.equal(changed.changeCount, 1);
  const rowsIn = (before: string[][], after: string[][]): string[] =>
    withTables(difference(times(before), times(after)).blocks).flatMap((one) =>
      'rows' in one ? one.rows.map(({ kind, cells }) => `${kind} ${cells.length}`) : [],
    );
  assert.deepEqual(rowsIn(ferry, later), ['kept 3', 'kept 3', 'kept 3']);
  assert.deepEqual(rowsIn(ferry, ferry.slice(0, 2)), ['kept 3', 'kept 3', 'removed 3']);
  assert.deepEqual(rowsIn(ferry, [ferry[0] ?? [], ['早班', '5:00', '5:20'], ...ferry.slice(1)]), [
    'kept 3',
    'kept 3',
    'kept 3',
    'kept 3',
  ]);
  assert.ok(difference(times(ferry, true), times(ferry, false)).changeCount > 0, 'headers that became plain cells');
});

test('rows and columns that two people put in at once leave a whole table', () => {
  const one = workingCopyFrom([]);
  rewriteWorkingCopy(one, times(ferry));
  assert.equal(textHash(storyTextOf(parseStoryText(readWorkingCopy(one, 'zh-CN')))), textHash(times(ferry)));
  const table = sharedTypes(one).body.get(1);
  assert.ok(table instanceof Y.XmlElement);
  const row = new Y.XmlElement('tableRow');
  row.insert(0, [new Y.XmlElement('tableCell')]);
  table.insert(1, [row]);
  const read = parseStoryText(readWorkingCopy(one, 'zh-CN'));
  assert.ok(read.ok, JSON.stringify(read));
  assert.match(renderPlain(read.text), /到岸\n \| {2}\| \n头班/);
});
