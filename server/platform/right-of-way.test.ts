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

test('what has begun gives way between its steps while few ask, and goes on where many do', async () => {
  const way = new RightOfWay();
  const signing = {};
  way.begins(signing);
  let goesOn = 0;
  const step = async (): Promise<void> => {
    await way.giveWhileFewAsk();
    goesOn += 1;
  };
  const waiting = step();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(goesOn, 0);
  way.ends(signing);
  await waiting;
  for (let n = 0; n < 100; n += 1) way.begins({});
  const going = step();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(goesOn, 2);
  await going;
});

test('it begins all the same where requests never end', async () => {
  const way = new RightOfWay();
  way.begins({});
  let begun = 0;
  for (let n = 0; n < 3; n += 1) void way.give().then(() => (begun += 1));
  await until(() => begun === 3);
});
