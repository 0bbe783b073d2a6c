import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostWaiting, Turns } from './in-turn.ts';

test('bounded queues: who sends many pictures keeps another waiting for one only, and may have so many waiting and no more', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const take = (whose: string, name: string): Promise<unknown> =>
    turns.take(whose, async () => {
      await Promise.resolve();
      done.push(name);
    });
  const all = [take('1 a', 'a0')];
  for (let at = 1; at <= mostWaiting; at += 1) all.push(take('1 a', `a${at}`));
  assert.throws(() => take('1 a', 'over'), { code: 'Unavailable' });
  all.push(take('1 b', 'b0'), take('', 'house'));
  await Promise.all(all);
  assert.deepEqual(done.slice(0, 4), ['a0', 'a1', 'b0', 'house'], 'the others come before the rest of a');
  assert.equal(done.length, mostWaiting + 3);
  await assert.rejects(
    turns.take('1 a', () => Promise.reject(new Error('broken'))),
    /broken/,
  );
  assert.equal(await turns.take('1 a', () => Promise.resolve('next')), 'next', 'and goes on after a broken one');
});
