import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inCountyTime } from './in-county-time.ts';

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
