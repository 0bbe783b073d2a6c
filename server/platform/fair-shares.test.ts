import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld, until } from '#testing';
import { closeCounty } from './close-county.ts';
import { sharesOf } from './fair-shares.ts';
import { inCounty } from './transaction.ts';
import type { TestWorld } from '#testing';

/** Transactions of a county that stay open until they are told to end. */
function hold(world: TestWorld, county: number, many: number): { readonly open: () => number; end(): Promise<void> } {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const found = world.app.counties.byId(county);
  assert.ok(found);
  let open = 0;
  const running = Array.from({ length: many }, () =>
    inCounty(world.app, found, (ctx) =>
      ctx.transaction(async (tx) => {
        await tx.client.query('select 1');
        open += 1;
        await over;
      }),
    ),
  );
  return {
    open: () => open,
    async end() {
      resolve();
      await Promise.all(running);
    },
  };
}

test('however much one county asks of the database, connections are left for another, and whoever comes from there waits for nobody', async () => {
  await using world = await testWorld(); // eight connections
  const shares = sharesOf(world.app.backgroundPool);
  const busy = hold(world, 1, 30);
  await until(() => busy.open() === 7);
  assert.deepEqual([shares.of(1), shares.waitingOf(1)], [7, 23]);
  const quiet = hold(world, 2, 1);
  await until(() => quiet.open() === 1);
  assert.deepEqual([busy.open(), shares.of(2)], [7, 1]);
  await quiet.end();
  await busy.end();
  assert.deepEqual([busy.open(), shares.of(1), shares.waitingOf(1)], [30, 0, 0]);
});

test('when all connections are out, counties take turns: one that waits alone is served before the row of the busy one', async () => {
  await using world = await testWorld();
  const shares = sharesOf(world.app.backgroundPool);
  const held = [hold(world, 1, 1), hold(world, 1, 1), hold(world, 1, 2), hold(world, 2, 4)];
  await until(() => held.every((one) => one.open() > 0) && shares.of(1) + shares.of(2) === 8);
  const row = hold(world, 1, 20);
  await until(() => shares.waitingOf(1) === 20);
  const second = hold(world, 2, 1);
  await until(() => shares.waitingOf(2) === 1);
  await held[0]?.end();
  await until(() => row.open() === 1);
  await held[1]?.end();
  await until(() => second.open() === 1);
  assert.deepEqual([row.open(), shares.waitingOf(1), shares.waitingOf(2)], [1, 19, 0]);
  await Promise.all([row.end(), second.end(), ...held.slice(2).map((one) => one.end())]);
});

test('a county that is alone has every connection', async () => {
  await using world = await testWorld();
  await closeCounty(world.app, 'two', world.clock.now());
  const busy = hold(world, 1, 10);
  await until(() => busy.open() === 8);
  await busy.end();
  assert.equal(busy.open(), 10);
});
