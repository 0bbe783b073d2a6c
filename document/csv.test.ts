import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvText } from './csv.ts';

test('a table keeps commas, quotes and lines, and opens as Chinese', () => {
  assert.equal(
    csvText([
      ['标题', '地方'],
      ['灯, "桥头"', '柳河镇\n大槐村'],
    ]),
    '\uFEFF标题,地方\r\n"灯, ""桥头""","柳河镇\n大槐村"',
  );
});

test('no cell of a table can act as a formula (A29)', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠', ' =', '\u3000='])
    assert.match(csvText([[`${start}cmd`]]), /^\uFEFF"?'/, start);
});

test('what is taken back stays a number that a spreadsheet adds up', () => {
  assert.equal(csvText([['-1', '-0.5', '-1+2']]), "\uFEFF-1,-0.5,'-1+2");
});
