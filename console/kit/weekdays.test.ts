import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekdaysInWords } from './weekdays.ts';

test('days of the week that stand in a row are said as a span, and no day between is made up', () => {
  const said = (...days: number[]): string =>
    weekdaysInWords(days, (day) => '一二三四五六日'.charAt(day - 1), '每天').join('、');
  assert.equal(said(1, 2, 3, 4, 5), '一–五');
  assert.equal(said(1, 3, 5), '一、三、五');
  assert.equal(said(7, 6), '六、日');
  assert.equal(said(7, 1, 2, 3, 3), '一–三、日');
  assert.equal(said(1, 2, 3, 4, 5, 6, 7), '每天');
  assert.equal(said(), '');
});
