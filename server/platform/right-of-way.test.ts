import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '#testing';
import { RightOfWay } from './right-of-way.ts';

test('what nobody waits for begins when no request is under way any more, also not the one behind the first', async () => {
  const way = new RightOfWay();
  const [signing, reading] = [{}, {}];
  const began: string[] = [];
  way.begins(signing);
  const sweeping = way.give().then(() => began.push('sweep'));
  way.begins(reading);
  way.ends(signing);
  way.ends(signing);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(began, [], 'a request that ended twice ended once');
  way.ends(reading);
  await sweeping;
  assert.deepEqual(began, ['sweep']);
  await way.give();
});

test('it begins all the same where requests never end', async () => {
  const way = new RightOfWay();
  way.begins({});
  let begun = 0;
  for (let n = 0; n < 3; n += 1) void way.give().then(() => (begun += 1));
  await until(() => begun === 3);
});
