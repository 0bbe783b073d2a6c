import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestPlace } from '#places/testing';
import { dispatchPlanView, planReason } from '../contract.ts';
import type { DispatchPlanView } from '../contract.ts';
import { openOrderDesk, refused } from '../testing.ts';
import type { OrderDesk } from '../testing/order-desk.ts';

const phone = (n: number): { name: string; phone: string }[] => [{ name: '王阿姨', phone: `1380000${1_000 + n}` }];

/** Orders at these villages, each by another phone, all for Wednesday morning. */
async function wait(desk: OrderDesk, places: readonly TestPlace[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, place] of places.entries())
    ids.push(await desk.accepted({ placeId: desk.county.placeId(place), contacts: phone(n) }));
  return ids;
}

/** A plan for the county, solved. */
async function proposed(desk: OrderDesk, more: object = {}): Promise<DispatchPlanView> {
  const coordinator = desk.county.as('coordinator');
  const made = await desk.done(
    coordinator.post('/dispatch-plans', { placeId: desk.county.placeId('county'), startsOn: '2026-03-03', ...more }),
  );
  assert.equal(made.body['state'], 'solving');
  await desk.county.tick('volunteering.plans');
  return (await coordinator.get(`/dispatch-plans/${String(made.body['id'])}`)).read(dispatchPlanView);
}

interface Outcome {
  id: string;
  done: boolean;
  code: string | null;
}
const outcomes = (answer: { body: Record<string, unknown> }): [string, string | null][] =>
  (answer.body['items'] as Outcome[]).map((one) => [one.id, one.done ? 'done' : one.code]);

test('the optimiser proposes who goes where with a proven gap; a person fixes, asks why, and signs; what has changed is left out, and nothing is offered twice', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const [first = '', second = '', third = ''] = await wait(desk, ['village-1-1', 'village-1-2', 'village-1-1']);
  const plan = await proposed(desk);
  assert.equal(plan.state, 'proposed');
  assert.deepEqual([plan.orders, plan.served, plan.gap], [3, 2, 0], JSON.stringify(plan));
  assert.ok(
    plan.bound !== null &&
      plan.cost !== null &&
      plan.greedy &&
      plan.bound <= plan.cost &&
      plan.cost <= plan.greedy.cost,
  );
  // Two can mend taps, both orders are at nine: nobody is in two places at once.
  const going = plan.items.filter((item) => item.people.length > 0);
  assert.equal(new Set(going.flatMap((item) => item.people.map((one) => one.personId))).size, 2);
  assert.deepEqual(
    going.map((item) => item.startsAt),
    Array(2).fill('2026-03-04T01:00:00.000Z'),
  );
  assert.equal(await desk.state(first), 'accepted');

  const left = plan.items.find((item) => item.people.length === 0);
  const nobody = (await coordinator.get(`/dispatch-plans/${plan.id}/reasons?orderId=${left?.orderId}`)).read(
    planReason,
  );
  assert.equal(nobody.answer, 'dearer');
  assert.ok(nobody.change && nobody.change.extra >= 0 && nobody.change.atLeast <= nobody.change.extra);
  assert.equal(nobody.candidates.length, 2);
  const cook = await county.personId('volunteer-2-1');
  const blocked = await coordinator.get(`/dispatch-plans/${plan.id}/reasons?orderId=${first}&personId=${cook}`);
  assert.equal(blocked.status, 200, blocked.text);

  // The other way round, by hand: the plan repairs itself around it.
  const one = going[0]?.people[0]?.personId;
  const pin = { version: plan.version, orderId: left?.orderId, personIds: [one] };
  const pinned = await desk.done(coordinator.post(`/dispatch-plans/${plan.id}/pins`, pin));
  const after = pinned.read(dispatchPlanView);
  assert.deepEqual(
    after.items.find((item) => item.orderId === left?.orderId)?.people.map((person) => person.personId),
    [one],
  );
  assert.deepEqual([after.served, after.items.filter((item) => item.pinned).length], [2, 1]);
  assert.deepEqual(refused(await coordinator.post(`/dispatch-plans/${plan.id}/pins`, pin)), [409, 'StaleVersion']);
  assert.deepEqual(
    refused(
      await coordinator.post(`/dispatch-plans/${plan.id}/pins`, { ...pin, version: after.version, personIds: [cook] }),
    ),
    [422, 'PinNotPossible'],
  );

  const planned = after.items.filter((item) => item.people.length > 0).map((item) => item.orderId);
  const [changed = '', kept = ''] = planned;
  await desk.done(coordinator.post(`/orders/${changed}/wishes`, { wishes: [{ on: '2026-03-05', part: 'morning' }] }));
  const acts = [first, second, third].map((id) => ({ do: 'sign', id }));
  const expected = [first, second, third].map((id) => [
    id,
    id === kept ? 'done' : id === changed ? 'PlanOutdated' : 'NotPlanned',
  ]);
  const signatures = `/dispatch-plans/${plan.id}/signatures`;
  assert.deepEqual(outcomes(await desk.done(coordinator.post(signatures, { acts, rehearse: true }))), expected);
  assert.equal(await desk.state(kept), 'accepted');
  assert.deepEqual(outcomes(await desk.done(coordinator.post(signatures, { acts }))), expected);
  assert.deepEqual(await Promise.all([kept, changed].map((id) => desk.state(id))), ['dispatched', 'accepted']);
  const again = await desk.done(coordinator.post(signatures, { acts: [{ do: 'sign', id: kept }] }));
  assert.deepEqual(outcomes(again), [[kept, 'PlanOutdated']]);
  const order = await coordinator.get(`/orders/${kept}`);
  assert.equal((order.body['offers'] as unknown[]).length, 1);
  const signed = (await coordinator.get(`/dispatch-plans/${plan.id}`)).read(dispatchPlanView);
  assert.deepEqual([signed.state, signed.items.filter((item) => item.offeredAt !== null).length], ['signed', 1]);
  // Whoever is asked already is not asked again for that time.
  const next = await proposed(desk);
  assert.equal(
    next.items.some(
      (item) =>
        item.startsAt === '2026-03-04T01:00:00.000Z' &&
        item.people.some(
          (person) => person.personId === signed.items.find((item) => item.orderId === kept)?.people[0]?.personId,
        ),
    ),
    false,
  );
});

test('a plan is seen and made only where one handles orders, and a dropped one knows nobody any more', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await wait(desk, ['village-1-1']);
  const plan = await proposed(desk, { days: 3 });
  const keeper = county.as('station-keeper');
  assert.deepEqual(refused(await county.as('volunteer').get('/dispatch-plans')), [403, 'Forbidden']);
  assert.equal((await keeper.get(`/dispatch-plans/${plan.id}`)).status, 404);
  assert.equal((await county.as('coordinator', { county: 2 }).get(`/dispatch-plans/${plan.id}`)).status, 404);
  assert.equal((await county.as('auditor').get(`/dispatch-plans/${plan.id}`)).status, 200);
  assert.deepEqual(
    refused(
      await county.as('auditor').post(`/dispatch-plans/${plan.id}/signatures`, { acts: [{ do: 'sign', id: plan.id }] }),
    ),
    [403, 'Forbidden'],
  );
  assert.deepEqual(
    refused(
      await county
        .as('coordinator')
        .post('/dispatch-plans', { placeId: county.placeId('county'), startsOn: '2026-02-01' }),
    ),
    [422, 'TimeInPast'],
  );
  const dropped = await desk.done(
    county.as('coordinator').post(`/dispatch-plans/${plan.id}/discards`, { version: plan.version }),
  );
  assert.deepEqual([dropped.body['state'], dropped.body['items'], dropped.body['cost']], ['discarded', [], null]);
  assert.deepEqual(
    refused(await county.as('coordinator').get(`/dispatch-plans/${plan.id}/reasons?orderId=${plan.items[0]?.orderId}`)),
    [409, 'WrongState'],
  );
  // One who stops asks for the best so far; nothing is stopped that is not under way.
  assert.deepEqual(refused(await county.as('coordinator').post(`/dispatch-plans/${plan.id}/stops`, {})), [
    409,
    'WrongState',
  ]);
  const list = await county.as('coordinator').get('/dispatch-plans?state=discarded');
  assert.equal(list.body['total'], 1);
});

test('plans are found by place, by words of its name and by state, in either order, page after page', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const made: string[] = [];
  for (const place of ['county', 'town-1', 'village-1-1', 'town-2'] as const) {
    const asked = { placeId: county.placeId(place), startsOn: '2026-03-04', days: 1 };
    made.push(String((await desk.done(coordinator.post('/dispatch-plans', asked))).body['id']));
  }
  const [all, town, village, other] = made;
  const found = async (query: string): Promise<unknown[]> =>
    ((await desk.done(coordinator.get(`/dispatch-plans?${query}`))).body['items'] as { id: string }[]).map(
      ({ id }) => id,
    );
  assert.deepEqual(await found(''), [other, village, town, all]);
  assert.deepEqual(await found('sort=oldest'), made);
  assert.deepEqual(await found(`placeId=${county.placeId('town-1')}`), [village, town], 'with all below');
  const [{ place }] = (await coordinator.get('/dispatch-plans?limit=1')).body['items'] as [
    { place: { name: { 'zh-CN': string } } },
  ];
  assert.deepEqual(await found(`q=${encodeURIComponent(place.name['zh-CN'])}`), [other]);
  assert.deepEqual(await found('q=%25'), [], 'no letter stands for all');
  for (const sort of ['newest', 'oldest']) {
    const first = (await coordinator.get(`/dispatch-plans?sort=${sort}&limit=3`)).body;
    assert.equal((first['items'] as unknown[]).length, 3);
    const rest = await found(`sort=${sort}&limit=3&cursor=${String(first['next'])}`);
    assert.deepEqual(rest, [sort === 'newest' ? all : other]);
  }
});
