import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

const reasons = async ({ county }: OrderDesk, id: string): Promise<unknown[]> =>
  ((await county.as('coordinator').get(`/orders/${id}/history`)).body['items'] as { reason: string | null }[]).flatMap(
    (one) => one.reason ?? [],
  );

test('the history of an order says in words why it was disputed or waits again, never a code', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const offered = await desk.dispatched();
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'decline' }),
  );
  assert.deepEqual(await reasons(desk, offered), ['问到的人都不去']);
  const id = await desk.visited({ again: true });
  const rated = { outcome: 'partly', score: 3, words: '还滴' };
  await desk.done(county.as('station-keeper').post(`/orders/${id}/ratings`, rated));
  assert.deepEqual(await reasons(desk, id), ['说只办了一部分']);
});
