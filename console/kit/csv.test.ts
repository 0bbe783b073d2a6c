import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';
import { inCountyTime } from './list/in-county-time.ts';

test('a table keeps commas, quotes and lines, and opens as Chinese', async () => {
  const bytes = Buffer.from(
    await csvOf([
      ['标题', '地方'],
      ['灯, "桥头"', '柳河镇\n大槐村'],
    ]).arrayBuffer(),
  );
  assert.equal(bytes.toString('utf8'), '\uFEFF标题,地方\r\n"灯, ""桥头""","柳河镇\n大槐村"');
});

test('no cell of a table can act as a formula (A29)', async () => {
  for (const start of ['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠', ' =', '\u3000=']) {
    const text = Buffer.from(await csvOf([[`${start}cmd`]]).arrayBuffer()).toString('utf8');
    assert.match(text.replace('\uFEFF', ''), /^"?'/, text);
  }
});

test('what is taken back stays a number that a spreadsheet adds up', async () => {
  const text = Buffer.from(await csvOf([['-1', '-0.5', '-1+2']]).arrayBuffer()).toString('utf8');
  assert.equal(text, "\uFEFF-1,-0.5,'-1+2");
});

test('a table says moments in the county’s time, with the zone in the head; what is no moment stays', () => {
  const heads = ['标题', '改动', '截止', '从'];
  const rows = [
    ['2026-11-22T10:59:00.000Z 的会', '2026-11-22T10:59:00.000Z', '', '2026-11-22'],
    ['通车', '2026-11-22T18:30:00Z', '', ''],
  ];
  assert.deepEqual(inCountyTime(heads, rows, 'Asia/Shanghai'), [
    ['标题', '改动 (Asia/Shanghai)', '截止', '从'],
    ['2026-11-22T10:59:00.000Z 的会', '2026-11-22 18:59', '', '2026-11-22'],
    ['通车', '2026-11-23 02:30', '', ''],
  ]);
});
