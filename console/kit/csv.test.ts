import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';

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
  for (const start of ['=', '+', '-', '@', '\t']) {
    const text = Buffer.from(await csvOf([[`${start}cmd`]]).arrayBuffer()).toString('utf8');
    assert.ok(text.replace('\uFEFF', '').startsWith("'"), text);
  }
});
