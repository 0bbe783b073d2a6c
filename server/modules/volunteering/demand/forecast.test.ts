import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecast, weeksAhead } from './forecast.ts';

const even = (count: number, length: number): number[] => Array.from({ length }, () => count);

test('what is expected is the mean of eight weeks, with an interval no narrower than chance', () => {
  assert.deepEqual(forecast(even(9, 7)), [], 'seven weeks say nothing');
  const [first, ...others] = forecast(even(9, 8));
  assert.deepEqual(first, { mean: 9, low: 3.8, high: 14.2 });
  assert.deepEqual([others.length, others.every((one) => one.mean === 9)], [weeksAhead - 1, true]);
  const [wild] = forecast([0, 40, 0, 40, 0, 40, 0, 40]);
  assert.deepEqual([wild?.mean, wild?.low], [20, 0], 'never less than none');
  assert.ok((wild?.high ?? 0) > 50, 'unlike weeks make a wide interval');
  assert.deepEqual(forecast(even(0, 8))[0], { mean: 0, low: 0, high: 0 });
});

test('a year of record brings in the season, between a half and twice', () => {
  // A year ago the weeks to come were half as high again as the eight before them.
  const year = [...even(10, 8), ...even(15, 8), ...even(10, 44)];
  assert.equal(year.length, 60);
  const means = forecast(year).map((one) => one.mean);
  assert.deepEqual(means.slice(1), [15, 15, 15]);
  assert.equal(means[0], 13.3, 'the first of them has one of the old weeks beside it');
  const feast = [...even(1, 8), ...even(90, 8), ...even(10, 44)];
  assert.equal(forecast(feast)[2]?.mean, 20);
});
