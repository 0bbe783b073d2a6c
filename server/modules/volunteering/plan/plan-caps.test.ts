import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchPlanList, dispatchPlanView } from '../contract.ts';
import type { DispatchPlanView, ServiceFacts } from '../contract.ts';
import { addTestService, openOrderDesk, refused } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

const sql = (desk: OrderDesk, text: string, values: unknown[] = []): Promise<unknown> =>
  desk.county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query(text, [tx.countyId, ...values])));

const fieldsOf = ({ body }: { body: Record<string, unknown> }): string[] =>
  (body['fields'] as { path: string }[]).map(({ path }) => path);

/** An order by a phone of its own that waits for dispatch on a day. */
async function waits(desk: OrderDesk, n: number, on: string, part = 'morning', more: object = {}): Promise<string> {
  const contacts = [{ name: '王阿姨', phone: `1380000${4_000 + n}` }];
  const { id } = await desk.placed({ contacts, wishes: [{ on, part }], ...more });
  await desk.done(desk.county.as('coordinator').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  return id;
}

async function bundle(desk: OrderDesk, ids: readonly string[]): Promise<void> {
  const acts = ids.map((id) => ({ do: 'bundle', id, withId: ids[0] }));
  const { body } = await desk.done(desk.county.as('coordinator').post('/orders/batches', { acts }));
  assert.ok(
    (body['items'] as { done: boolean }[]).every(({ done }) => done),
    JSON.stringify(body),
  );
}

async function planned(desk: OrderDesk, more: object = {}): Promise<DispatchPlanView> {
  const coordinator = desk.county.as('coordinator');
  const asked = { placeId: desk.county.placeId('county'), startsOn: '2026-03-03', ...more };
  const made = await desk.done(coordinator.post('/dispatch-plans', asked));
  await desk.county.tick('volunteering.plans');
  return (await coordinator.get(`/dispatch-plans/${String(made.body['id'])}`)).read(dispatchPlanView);
}

/** Signs what is planned, and the one volunteer says yes to all of it: nothing is refused. */
async function signAndTake(desk: OrderDesk, plan: DispatchPlanView): Promise<void> {
  const acts = plan.items.filter((item) => item.people.length > 0).map(({ orderId }) => ({ do: 'sign', id: orderId }));
  const signed = await desk.done(desk.county.as('coordinator').post(`/dispatch-plans/${plan.id}/signatures`, { acts }));
  assert.ok(
    (signed.body['items'] as { done: boolean }[]).every(({ done }) => done),
    signed.text,
  );
  for (;;) {
    const { body } = await desk.county.as('volunteer').get('/offers?state=open');
    const [next] = body['items'] as { id: string }[];
    if (!next) return;
    await desk.done(desk.county.as('volunteer').post(`/offers/${next.id}/answers`, { answer: 'accept' }));
  }
}

/** The one volunteer that is left, with what is said of them. */
async function alone(desk: OrderDesk, change: string): Promise<void> {
  await sql(
    desk,
    `update volunteering.volunteers set state = case when person_id = $2 then 'active' else 'left' end where county_id = $1`,
    [await desk.county.personId('volunteer')],
  );
  await sql(desk, `update volunteering.volunteers set ${change} where county_id = $1`);
}

const atTheStation: Partial<ServiceFacts> = { where: 'station', riskClass: 'low', durationMinutes: 180 };

test('a round counts as its stops where a plan asks the caps of a day: what is signed is taken without a refusal', async () => {
  await using desk = await openOrderDesk();
  await alone(desk, 'visits_per_day = 2');
  const stops = [await waits(desk, 1, '2026-03-04'), await waits(desk, 2, '2026-03-04')];
  await bundle(desk, stops);
  const later = await waits(desk, 3, '2026-03-04', 'afternoon');
  const plan = await planned(desk);
  assert.equal(plan.served, 1, 'the round fills the day, or the order alone leaves no room for it');
  await sql(desk, 'update volunteering.volunteers set visits_per_day = 3 where county_id = $1');
  const wider = await planned(desk);
  assert.equal(wider.served, 2);
  await signAndTake(desk, wider);
  assert.deepEqual(await Promise.all([...stops, later].map((id) => desk.state(id))), ['taken', 'taken', 'taken']);
});

test('a round counts as its stops in the week as well, each week by itself', async () => {
  await using desk = await openOrderDesk();
  await alone(desk, 'visits_per_week = 3');
  await bundle(desk, [await waits(desk, 1, '2026-03-04'), await waits(desk, 2, '2026-03-04')]);
  await bundle(desk, [await waits(desk, 3, '2026-03-06'), await waits(desk, 4, '2026-03-06')]);
  const nextWeek = await waits(desk, 5, '2026-03-09');
  const plan = await planned(desk);
  const served = plan.items.filter((item) => item.people.length > 0);
  assert.deepEqual(
    [served.length, served.some(({ orderId }) => orderId === nextWeek)],
    [2, true],
    JSON.stringify(served),
  );
  await signAndTake(desk, plan);
});

test('a plan knows the minutes of a minor’s week: no third afternoon that nobody may promise', async () => {
  await using desk = await openOrderDesk(atTheStation);
  await alone(desk, `born_on = '2010-01-01', guardian_agreed_at = now()`);
  for (const [n, on] of ['2026-03-04', '2026-03-05', '2026-03-06'].entries()) await waits(desk, n, on);
  const plan = await planned(desk);
  assert.equal(plan.served, 2, 'eight hours a week, three for each');
  await signAndTake(desk, plan);
  assert.equal((await planned(desk)).served, 0, 'what was promised counts');
});

test('a round that is longer than a minor’s week is refused when it is offered, not when it is taken', async () => {
  await using desk = await openOrderDesk({ ...atTheStation, durationMinutes: 250 });
  await alone(desk, `born_on = '2010-01-01', guardian_agreed_at = now()`);
  const ids = [await waits(desk, 1, '2026-03-04'), await waits(desk, 2, '2026-03-04')];
  const candidates = [{ kind: 'volunteer', id: await desk.county.personId('volunteer') }];
  await bundle(desk, ids);
  const asked = await desk.county
    .as('coordinator')
    .post(`/orders/${ids[0]}/dispatches`, { candidates, startsAt: '2026-03-04T01:00:00.000Z' });
  assert.deepEqual(refused(asked), [422, 'CandidateNotQualified']);
  assert.match(asked.text, /未成年人这一周的时间满了/);
  assert.equal((await planned(desk)).served, 0);
});

test('a plan says where it looked at the two thousand due first of more, and another one goes on behind them', async () => {
  await using desk = await openOrderDesk();
  const coordinator = desk.county.as('coordinator');
  const id = await waits(desk, 1, '2026-03-20');
  await sql(
    desk,
    `insert into volunteering.orders select r.* from volunteering.orders o, generate_series(1, 2002) n,
       jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'code_hash', md5(n::text), 'phone_hash', md5(n::text), 'due_at', case when n > 2000 then null else o.due_at + n * interval '1 minute' end)) r
      where o.county_id = $1 and o.id = $2`,
    [id],
  );
  const last = await waits(desk, 2, '2026-03-04');
  await sql(desk, 'update volunteering.orders set due_at = null where county_id = $1 and id = $2', [last]);
  const first = await planned(desk);
  assert.deepEqual([first.read, first.orders], [{ orders: 2_000, waiting: 2_004 }, 0]);
  const asked = { placeId: desk.county.placeId('county'), startsOn: '2026-03-03', followsId: first.id };
  const made = await desk.done(coordinator.post('/dispatch-plans', asked));
  const early = await coordinator.post('/dispatch-plans', { ...asked, followsId: made.body['id'] });
  assert.deepEqual(refused(early), [409, 'WrongState']);
  await desk.county.tick('volunteering.plans');
  const next = (await coordinator.get(`/dispatch-plans/${String(made.body['id'])}`)).read(dispatchPlanView);
  assert.deepEqual([next.read, next.followsId], [{ orders: 4, waiting: 4 }, first.id]);
  assert.deepEqual(
    next.items.map(({ orderId }) => orderId),
    [last],
  );
  const unknown = await coordinator.post('/dispatch-plans', { ...asked, followsId: id });
  assert.deepEqual(refused(unknown), [404, 'NotFound']);
  // Behind the last of the county the first of a town would never be looked at; likewise with one service.
  for (const [field, value] of Object.entries({
    placeId: desk.county.placeId('town-1'),
    serviceIds: [desk.serviceId],
  })) {
    const elsewhere = await coordinator.post('/dispatch-plans', { ...asked, [field]: value });
    assert.deepEqual(refused(elsewhere), [400, 'BadRequest']);
    assert.deepEqual(fieldsOf(elsewhere), [`/${field}`]);
  }
});

test('a plan may look at some services alone: others are neither planned nor counted, a round comes along whole, and what goes on behind it does too', async () => {
  await using desk = await openOrderDesk();
  const coordinator = desk.county.as('coordinator');
  const walks = await desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => (await addTestService(tx, 'walks')).id),
  );
  const tap = await waits(desk, 1, '2026-03-04');
  const walk = await waits(desk, 2, '2026-03-05', 'morning', { serviceId: walks });
  const round = [
    await waits(desk, 3, '2026-03-06'),
    await waits(desk, 4, '2026-03-06', 'morning', { serviceId: walks }),
  ];
  await bundle(desk, round);
  const seen = (plan: DispatchPlanView): unknown => [
    new Set(plan.items.map(({ orderId }) => orderId)),
    plan.read,
    plan.services.map(({ id }) => id),
  ];
  const all = await planned(desk);
  assert.deepEqual(seen(all), [new Set([tap, walk, round[0]]), { orders: 4, waiting: 4 }, []]);
  const one = await planned(desk, { serviceIds: [walks, walks] });
  assert.deepEqual(seen(one), [new Set([walk, round[0]]), { orders: 2, waiting: 2 }, [walks]]);
  assert.deepEqual(
    (await coordinator.get('/dispatch-plans?limit=1')).read(dispatchPlanList).items[0]?.services,
    one.services,
  );
  assert.deepEqual(seen(await planned(desk, { serviceIds: [desk.serviceId] })), [
    new Set([tap, round[0]]),
    { orders: 2, waiting: 2 },
    [desk.serviceId],
  ]);
  // The same services, whichever was named first; nothing waits behind the last of them.
  const both = await planned(desk, { serviceIds: [walks, desk.serviceId] });
  const next = await planned(desk, { serviceIds: [desk.serviceId, walks], followsId: both.id });
  assert.deepEqual([next.read, next.services.length], [{ orders: 0, waiting: 0 }, 2]);
  // A list of the plans that looked at one service has those that looked at all, too.
  const about = async (serviceId: string): Promise<Set<string>> => {
    const { items } = (await coordinator.get(`/dispatch-plans?serviceId=${serviceId}`)).read(dispatchPlanList);
    return new Set(items.map(({ id }) => id));
  };
  assert.deepEqual(await about(walks), new Set([all.id, one.id, both.id, next.id]));
  assert.deepEqual(await about(tap), new Set([all.id]));
  const wider = await coordinator.post('/dispatch-plans', {
    placeId: desk.county.placeId('county'),
    followsId: one.id,
  });
  assert.deepEqual([refused(wider), fieldsOf(wider)], [[400, 'BadRequest'], ['/serviceIds']]);
  const unknown = await coordinator.post('/dispatch-plans', {
    placeId: desk.county.placeId('county'),
    serviceIds: [walks, tap],
  });
  assert.deepEqual([refused(unknown), fieldsOf(unknown)], [[400, 'BadRequest'], ['/serviceIds/1']]);
});
