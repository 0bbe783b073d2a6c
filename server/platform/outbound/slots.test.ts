import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { testWorld } from '#testing';
import type { Ctx } from '../transaction.ts';
import { fillSlots, Slots } from './slots.ts';

/** A piece of work of its own that ends when the other does. */
const under = async (work: Promise<void>): Promise<void> => work;

test('a county whose receivers never answer fills three quarters of the slots, and another sends at once and waits for none of them', async () => {
  await using world = await testWorld();
  const slots = new Slots(8);
  const { promise: never, resolve: end } = Promise.withResolvers<void>();
  const stop = new AbortController();
  const sent: number[] = [];
  const send = (ctx: Ctx, many: number, work: Promise<void>) => {
    let left = many;
    return fillSlots(ctx, slots, stop.signal, async () => {
      const now = Math.min(left, slots.room(ctx));
      for (let n = 0; n < now; n += 1) {
        sent.push(ctx.county.id);
        slots.add(ctx.county.id, null, under(work));
      }
      left -= now;
      return now;
    });
  };
  const of = <T>(county: number, work: (ctx: Ctx) => Promise<T>): Promise<T> => world.inCounty(work, county);
  const busy = of(1, (ctx) => send(ctx, 30, never));
  await pause(0);
  assert.deepEqual([slots.of(1), sent.length], [6, 6]);
  let isOver = false;
  await of(2, (ctx) => send(ctx, 0, never)).then(() => (isOver = true));
  assert.equal(isOver && slots.of(1), 6, 'nothing to send: its turn is over while the other still waits');
  await of(2, (ctx) => send(ctx, 5, Promise.resolve()));
  assert.deepEqual(
    sent.filter((county) => county === 2),
    [2, 2, 2, 2, 2],
  );
  stop.abort();
  end();
  await busy;
  await slots.all();
});
