import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemActor } from '#platform/actor';
import { Refusal } from '#platform/refuse';
import { mayMove, move } from '#platform/states';
import { openOrderDesk } from '../testing.ts';
import type { OrderState } from '../contract.ts';
import { orderById } from './order-queries.ts';
import { offerStates, orderStates, visitStates } from './states.ts';

test('from each state an order moves exactly where its table says', async () => {
  await using desk = await openOrderDesk();
  const { id } = await desk.placed();
  const states = Object.keys(orderStates.transitions) as OrderState[];
  let walked = 0;
  await desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      // Like one that was visited: what the guards ask is there; an answer is taken back only while nobody was asked.
      const visited = { ...(await orderById(tx, id)), visitId: id, assignedIds: [id] };
      for (const from of states)
        for (const to of states) {
          await tx.client.query('update volunteering.orders set state = $3 where county_id = $1 and id = $2', [
            tx.countyId,
            id,
            from,
          ]);
          const order = { ...visited, visitId: to === 'submitted' ? null : id, state: from };
          const went = await move(tx, orderStates, order, to, { by: systemActor('test') }).then(
            () => true,
            (error: unknown) =>
              error instanceof Refusal && error.code === 'WrongState' ? false : Promise.reject(error),
          );
          assert.equal(went, mayMove(orderStates, from, to), `${from} → ${to}`);
          walked += 1;
        }
    }),
  );
  assert.equal(walked, states.length ** 2);
});

test('nothing leads out of a final state, and silence leads nowhere to confirmed', () => {
  for (const final of ['merged', 'helped', 'cancelled'] as const) assert.deepEqual(orderStates.transitions[final], []);
  // By the station to which it was referred alone.
  assert.deepEqual(orderStates.transitions.referred, ['submitted']);
  // By an appeal, and by whoever ordered, who says that it has to be done again.
  for (const over of ['refused', 'closed'] as const) assert.deepEqual(orderStates.transitions[over], ['accepted']);
  for (const state of ['submitted', 'accepted', 'dispatched', 'taken', 'under-way'] as const)
    assert.equal(mayMove(orderStates, state, 'confirmed'), false);
  for (const table of [visitStates, offerStates])
    assert.equal(Object.values<readonly string[]>(table.transitions).filter((to) => to.length === 0).length >= 3, true);
});
