import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchPlanView, orderView } from '../contract.ts';
import type { OfferLine, OrderLine, OrderView } from '../contract.ts';
import { openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

interface Outcome {
  done: boolean;
  code: string | null;
  title: string | null;
  back: object | null;
}

const phone = (n: number): { name: string; phone: string }[] => [{ name: '王阿姨', phone: `1380000${2_000 + n}` }];
const wednesday = [{ on: '2026-03-04', part: 'morning' }];

/** So many orders for Wednesday that wait for dispatch, at villages 1-1 and 1-2 in turn. */
async function waiting(desk: OrderDesk, count: number, more: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++)
    ids.push(
      await desk.accepted({
        placeId: desk.county.placeId(n % 2 === 0 ? 'village-1-1' : 'village-1-2'),
        contacts: phone(n),
        wishes: wednesday,
        again: true,
        ...more,
      }),
    );
  return ids;
}

async function batch(desk: OrderDesk, acts: readonly object[], rehearse = false): Promise<Outcome[]> {
  const answer = await desk.done(desk.county.as('coordinator').post('/orders/batches', { acts, rehearse }));
  return answer.body['items'] as Outcome[];
}

const bundled = (ids: readonly string[]): object[] => ids.map((id) => ({ do: 'bundle', id, withId: ids[0] }));

async function read(desk: OrderDesk, id: string): Promise<OrderView> {
  return (await desk.county.as('coordinator').get(`/orders/${id}`)).read(orderView);
}

test('orders that belong together are one round, said beforehand and taken back; offered as one, answered once, and each stays an order of its own', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const ids = await waiting(desk, 3);
  const [first = '', second = '', third = ''] = ids;

  const foreseen = await batch(desk, bundled(ids), true);
  assert.deepEqual(
    foreseen.map(({ done }) => done),
    [true, true, true],
  );
  assert.deepEqual((await read(desk, first)).stops, [], 'a rehearsal does nothing');
  const made = await batch(desk, bundled(ids));
  assert.deepEqual(
    (await read(desk, third)).stops.map(({ id }) => id),
    ids,
  );
  await batch(
    desk,
    made.map(({ back }) => back ?? {}),
  );
  assert.deepEqual((await read(desk, third)).stops, [], 'one press takes it back');
  await batch(desk, bundled(ids));
  const listed = (await coordinator.get('/orders?state=accepted')).body['items'] as OrderLine[];
  assert.deepEqual(
    listed.map(({ roundStops }) => roundStops),
    [3, 3, 3],
  );

  // Opened to all or asked in turn it would fall apart.
  assert.deepEqual(refused(await coordinator.post(`/orders/${second}/openings`, { startsAt: visitAt })), [
    409,
    'InRound',
  ]);
  const volunteerId = await county.personId('volunteer');
  const candidates = await coordinator.get(`/candidates?orderId=${second}&startsAt=${visitAt}`);
  assert.ok((candidates.body['items'] as { personId: string }[]).some(({ personId }) => personId === volunteerId));
  const dispatch = (personId: string) => ({ candidates: [{ kind: 'volunteer', id: personId }], startsAt: visitAt });
  await desk.done(coordinator.post(`/orders/${second}/dispatches`, dispatch(volunteerId)));
  await desk.done(coordinator.post(`/orders/${second}/dispatches`, dispatch(await county.personId('volunteer-1-2'))));
  const offered = (await county.as('volunteer').get('/offers?state=open')).body['items'] as OfferLine[];
  assert.equal(offered.length, 1, 'the round is one offer');
  const stops = offered[0]?.stops ?? [];
  assert.equal(stops[0]?.startsAt, visitAt);
  assert.equal(stops.length, 3);
  for (const [n, stop] of stops.entries())
    if (n > 0) assert.ok(stop.startsAt > (stops[n - 1]?.endsAt ?? ''), 'there is time for the way');
  await county.deliver();
  const told = (await county.as('volunteer').get('/notices')).body['items'] as { kind: string }[];
  assert.equal(told.filter(({ kind }) => kind === 'order.offered').length, 1, 'and one message');
  assert.deepEqual(
    (await batch(desk, [{ do: 'unbundle', id: third }])).map(({ code }) => code),
    ['WrongState'],
    'nothing is taken out while somebody thinks about it',
  );

  // Whoever declines declines all; whoever accepts goes to all.
  await desk.done(
    county.as('volunteer-1-2').post(`/offers/${await desk.offerTo('volunteer-1-2')}/answers`, { answer: 'decline' }),
  );
  assert.deepEqual((await county.as('volunteer-1-2').get('/offers?state=open')).body['items'], []);
  assert.deepEqual(await Promise.all(ids.map((id) => desk.state(id))), ['dispatched', 'dispatched', 'dispatched']);
  await desk.done(county.as('volunteer').post(`/offers/${offered[0]?.id}/answers`, { answer: 'accept' }));
  assert.deepEqual(await Promise.all(ids.map((id) => desk.state(id))), ['taken', 'taken', 'taken']);
  const visits = (await county.as('volunteer').get('/visits')).body['items'] as { startsAt: string }[];
  assert.equal(new Set(visits.map(({ startsAt }) => startsAt)).size, 3);
  await desk.done(coordinator.post(`/orders/${second}/cancellations`, { reason: '不用了' }));
  assert.deepEqual(await Promise.all(ids.map((id) => desk.state(id))), ['taken', 'cancelled', 'taken']);
});

test('what is no one way is no round: another day, another number of people, more than a day holds, somebody asked already', async () => {
  await using desk = await openOrderDesk({}, {});
  const { county } = desk;
  const [first = '', ...others] = await waiting(desk, 5);
  const thursday = (
    await waiting(desk, 1, { contacts: phone(20), wishes: [{ on: '2026-03-05', part: 'morning' }] })
  )[0];
  const codes = (rows: readonly Outcome[]): (string | null)[] => rows.map(({ code }) => code);
  const into = (id: string | undefined): object => ({ do: 'bundle', id, withId: first });
  const apart = await batch(desk, [into(thursday)], true);
  assert.deepEqual(codes(apart), ['RoundApart']);
  assert.equal(apart[0]?.title, '合不成一趟：没有一天大家都方便。');
  assert.deepEqual(codes(await batch(desk, [first, ...others].map(into))), [null, null, null, null, 'RoundTooLong']);
  // A stop of one round is no stop of another, and what is asked for by itself cannot be put in.
  const alone = others.at(-1) ?? '';
  assert.deepEqual(codes(await batch(desk, [{ do: 'bundle', id: others[0], withId: alone }])), ['InRound']);
  const person = await county.personId('volunteer');
  await desk.done(
    county
      .as('coordinator')
      .post(`/orders/${alone}/dispatches`, { candidates: [{ kind: 'volunteer', id: person }], startsAt: visitAt }),
  );
  assert.deepEqual(codes(await batch(desk, [into(alone)])), ['WrongState']);
  const stranger = await county
    .as('coordinator', { county: 2 })
    .post('/orders/batches', { acts: [{ do: 'bundle', id: alone, withId: first }] });
  assert.deepEqual(codes(stranger.body['items'] as Outcome[]), ['NotFound'], 'nothing crosses counties');
});

test('the optimiser sends one volunteer to the whole round, and signing offers it as one', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const ids = await waiting(desk, 2);
  await batch(desk, bundled(ids));
  const made = await desk.done(
    coordinator.post('/dispatch-plans', { placeId: county.placeId('county'), startsOn: '2026-03-03' }),
  );
  await county.tick('volunteering.plans');
  const path = `/dispatch-plans/${String(made.body['id'])}`;
  const plan = (await coordinator.get(path)).read(dispatchPlanView);
  assert.deepEqual(
    plan.items.map(({ stops, people }) => [stops, people.length]),
    [[2, 1]],
  );
  const [item] = plan.items;
  assert.ok(Date.parse(item?.endsAt ?? '') - Date.parse(item?.startsAt ?? '') > 120 * 60_000, 'with the way between');
  // Taken apart it is not what the plan knew.
  await batch(desk, [{ do: 'unbundle', id: ids[1] }]);
  const sign = { acts: [{ do: 'sign', id: ids[0] }] };
  const late = await coordinator.post(`${path}/signatures`, sign);
  assert.equal((late.body['items'] as Outcome[])[0]?.code, 'PlanOutdated');
  await batch(desk, bundled(ids));
  const again = await desk.done(
    coordinator.post('/dispatch-plans', { placeId: county.placeId('county'), startsOn: '2026-03-03' }),
  );
  await county.tick('volunteering.plans');
  await desk.done(coordinator.post(`/dispatch-plans/${String(again.body['id'])}/signatures`, sign));
  assert.deepEqual(await Promise.all(ids.map((id) => desk.state(id))), ['dispatched', 'dispatched']);
});

test('a stop that is wished for another day, or needs another number of people, leaves its round', async () => {
  await using desk = await openOrderDesk();
  const coordinator = desk.county.as('coordinator');
  const ids = await waiting(desk, 4);
  const [first = '', second = '', third = '', fourth = ''] = ids;
  await batch(desk, bundled(ids));
  const stops = async (): Promise<string[]> => (await read(desk, first)).stops.map(({ id }) => id);
  const wish = (id: string, on: string) => coordinator.post(`/orders/${id}/wishes`, { wishes: [{ on, part: 'any' }] });
  await desk.done(wish(second, '2026-03-04'));
  assert.deepEqual(await stops(), ids, 'another hour of the day is the same way');
  await desk.done(wish(second, '2026-03-05'));
  assert.deepEqual([await stops(), (await read(desk, second)).stops], [[first, third, fourth], []]);
  await desk.done(coordinator.put(`/orders/${third}/checks`, { checked: [], risk: 'low', twoNeeded: true }));
  assert.deepEqual(await stops(), [first, fourth]);
});

test('two who put orders into one round at once, each at another stop, do not make it longer than a day', async () => {
  await using desk = await openOrderDesk();
  const [first = '', second = '', between = '', third = '', fourth = ''] = await waiting(desk, 5);
  await batch(desk, bundled([first, second, between]));
  const put = (id: string, withId: string) => batch(desk, [{ do: 'bundle', id, withId }]);
  const both = (await Promise.all([put(third, first), put(fourth, second)])).flat();
  assert.deepEqual(new Set(both.map(({ done, code }) => (done ? 'done' : code))), new Set(['RoundTooLong', 'done']));
  assert.equal((await read(desk, first)).stops.length, 4, 'as many as one volunteer may do on a day');
});
