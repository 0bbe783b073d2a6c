import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legendRows } from './legend-rows.ts';

test('names that stand alone in their rows are given a row each', () => {
  const long = [
    'confirmed by both sides',
    'timed by device or code',
    'attested by the organiser',
    'filled in afterwards, signed by two',
  ];
  assert.equal(legendRows(long, 328), 4);
  assert.equal(legendRows(long, 1200), 1);
  assert.equal(legendRows(['办好', '没办好', '取消'], 328), 1);
  assert.equal(legendRows(['确认', '设备或口令计时', '组织者证明', '事后补记，两人签名'], 328), 2);
});
