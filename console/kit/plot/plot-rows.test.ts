import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plotRows } from './plot-rows.ts';

test('a table of measures says in its heads what they are counted in', () => {
  const units = { minutes: '分钟', hours: '小时', seconds: '秒', milliseconds: '毫秒', megabytes: 'MB' };
  const spec = {
    stepName: '周',
    steps: [{ key: '47', short: '16', whole: '11月16日起' }],
    series: [
      { key: 'median', name: '一半在', colour: 'pine' as const, values: [135] },
      { key: 'slow', name: '慢的', colour: 'grain' as const, values: [null] },
    ],
  };
  assert.deepEqual(plotRows({ ...spec, unit: 'minutes' }, units), [
    ['周', '一半在 (分钟)', '慢的 (分钟)'],
    ['11月16日起', '135', ''],
  ]);
  assert.deepEqual(plotRows(spec, units)[0], ['周', '一半在', '慢的'], 'a count needs none');
});
