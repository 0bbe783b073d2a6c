import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFor } from './format.ts';

const now = '2026-11-22T10:55:00.000Z'; // 18:55 in Shanghai, a Sunday
const zh = formatFor('zh-CN', 'Asia/Shanghai', now);
const en = formatFor('en', 'Asia/Shanghai', now);

test('a time is the county’s, in the reader’s words', () => {
  const late = '2026-11-21T16:30:00.000Z'; // already the 22nd in Shanghai
  assert.equal(zh.dayTime(late), '11月22日00:30');
  assert.equal(en.dayTime(late), '22\u00a0November, 00:30');
  assert.equal(formatFor('en', 'America/Lima', now).dayTime(late), '21\u00a0November, 11:30');
  assert.equal(zh.longDay(now), '11月22日 星期日');
  assert.equal(en.longDay(now), 'Sunday 22\u00a0November');
});

test('another year is named, this one is not', () => {
  assert.equal(zh.day('2025-12-31T00:00:00.000Z'), '2025年12月31日');
  assert.equal(en.day('2027-01-01T00:00:00.000Z'), '1\u00a0January 2027');
});

test('days that are near are called by their name', () => {
  assert.deepEqual(
    ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((day) => zh.nearTime(`${day}T02:05:00.000Z`)),
    ['昨天10:05', '今天10:05', '明天10:05', '11月24日10:05'],
  );
  assert.equal(en.nearTime('2026-11-23T02:05:00.000Z'), 'tomorrow 10:05');
});

test('the list by the clock says the hour today, then the part of the day, the weekday, the date', () => {
  const soon = (at: string, wholeDay = false) => zh.soon(at, wholeDay);
  assert.deepEqual(
    [
      soon('2026-11-22T11:30:00.000Z'),
      soon('2026-11-22T22:00:00.000Z'),
      soon('2026-11-23T12:00:00.000Z'),
      soon('2026-11-24T02:00:00.000Z'),
      soon('2026-12-03T02:00:00.000Z'),
      soon('2026-11-22T22:00:00.000Z', true),
    ],
    ['19:30', '明早', '明晚', '周二', '12月3日', '明天'],
  );
  assert.equal(en.soon('2026-12-03T02:00:00.000Z', false), '3\u00a0Dec');
});

test('lengths of time', () => {
  assert.deepEqual([45, 60, 90, 1440].map(zh.minutes), ['45分钟', '1小时', '1小时30分钟', '24小时']);
  assert.deepEqual([1, 60, 90].map(en.minutes), ['1 minute', '1 hour', '1 hour 30 minutes']);
  assert.deepEqual([40, 120, 130].map(zh.seconds), ['40秒', '2分钟', '2分10秒']);
});

test('a further language says days, months and lengths in its own words', () => {
  const welsh = formatFor('cy', 'Asia/Shanghai', now);
  assert.deepEqual(
    [
      welsh.day(now),
      welsh.nearTime('2026-11-23T02:05:00.000Z'),
      welsh.soon('2026-11-23T02:05:00.000Z', true),
      welsh.minutes(45),
    ],
    ['22\u00A0Tachwedd', 'yfory 10:05', 'yfory', '45 munud'],
  );
  assert.deepEqual([40, 130].map(en.seconds), ['40 s', '2 min 10 s']);
});

test('a calendar day is the same in every zone', () => {
  for (const zone of ['Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])
    assert.equal(formatFor('zh-CN', zone, now).calendarDay('2026-11-23'), '11月23日（周一）');
});
