import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { openOrderDesk } from './testing.ts';
import type { OrderDesk } from './testing.ts';
import { visitAt } from './testing.ts';

/** Where the messages of one of the cast lead, by their kind. */
async function linksOf(desk: OrderDesk, name: CastName): Promise<Record<string, string>> {
  await desk.county.deliver();
  const { body } = await desk.county.as(name).get('/notices?limit=50');
  return Object.fromEntries(
    (body['items'] as { kind: string; href: string }[]).map((message) => [message.kind, message.href]),
  );
}

test('what a volunteer is told opens the very offer or visit, and what the station is told the order', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id } = await desk.placed();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  await desk.done(
    county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
      startsAt: visitAt,
    }),
  );
  const offer = await desk.offerTo('volunteer');
  assert.equal((await linksOf(desk, 'volunteer'))['order.offered'], `/console/offers/${offer}`);
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  const visit = await desk.visitOf(id);
  county.clock.set(visitAt);
  county.clock.advance({ hours: 1 });
  await county.tick('volunteering.reminders');
  const told = await linksOf(desk, 'volunteer');
  assert.equal(told['order.remind-visit-soon'], `/console/visits/${visit}`);
  assert.equal(told['order.remind-check-in-missing'], `/console/visits/${visit}`);
  // The desk's people are told one after the other until somebody has reached them.
  for (let turn = 0; turn < 6; turn += 1) {
    county.clock.advance({ minutes: 11 });
    await county.tick('volunteering.reminders');
  }
  const station = await linksOf(desk, 'station-keeper');
  assert.equal(station['order.remind-check-in-missing'], `/console/orders/${id}`);
  await desk.done(county.as('coordinator').post(`/orders/${id}/cancellations`, { reason: '不需要了' }));
  assert.equal((await linksOf(desk, 'volunteer'))['order.cancelled'], `/console/visits/${visit}`);
});
