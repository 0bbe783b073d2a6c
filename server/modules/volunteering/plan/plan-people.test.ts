import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestPlace } from '#places/testing';
import { dispatchPlanView, orderView, planReason } from '../contract.ts';
import type { DispatchPlanView } from '../contract.ts';
import { addTestVolunteer, openOrderDesk, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

const morning = [{ on: '2026-03-04', part: 'morning' }];
const caller = (n: number): object[] => [{ name: '王阿姨', phone: `1380000${3_000 + n}` }];

/** An order that waits for dispatch, anywhere in the county. */
async function waits(desk: OrderDesk, n: number, place: TestPlace, wishes: object[] = morning): Promise<string> {
  const typed = { placeId: desk.county.placeId(place), contacts: caller(n), wishes };
  const id = String((await desk.done(desk.place(typed, 'coordinator'))).body['orderId']);
  await desk.done(desk.county.as('coordinator').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  return id;
}

/** A plan from Tuesday on, for the county or a place of it, as it is once the worker has been there. */
async function planned(desk: OrderDesk, place: TestPlace = 'county'): Promise<DispatchPlanView> {
  const coordinator = desk.county.as('coordinator');
  const asked = { placeId: desk.county.placeId(place), startsOn: '2026-03-03' };
  const made = await desk.done(coordinator.post('/dispatch-plans', asked));
  await desk.county.tick('volunteering.plans');
  return (await coordinator.get(`/dispatch-plans/${String(made.body['id'])}`)).read(dispatchPlanView);
}

const sql = (desk: OrderDesk, text: string, values: unknown[] = []): Promise<unknown> =>
  desk.county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query(text, [tx.countyId, ...values])));

const whoGoes = (plan: DispatchPlanView): Map<string, string[]> =>
  new Map(plan.items.map((item) => [item.orderId, item.people.map(({ personId }) => personId)]));

test('of those who may go the nearest are looked at, however many live nearer who cannot do it', async () => {
  await using desk = await openOrderDesk();
  const id = await waits(desk, 1, 'village-1-1');
  const near = await desk.county.personId('volunteer');
  await sql(
    desk,
    `with made as (select gen_random_uuid() as id, n from generate_series(1, 70) n),
      persons as (insert into people.persons select r.* from people.persons p, made m, jsonb_populate_record(p, jsonb_build_object('id', m.id)) r where p.county_id = $1 and p.id = $2)
     insert into volunteering.volunteers select r.* from volunteering.volunteers v, made m, jsonb_populate_record(v, jsonb_build_object('person_id', m.id, 'number', 'near-' || m.n)) r where v.county_id = $1 and v.person_id = $2`,
    [near],
  );
  await sql(
    desk,
    `update volunteering.volunteers set skills = '{}' where county_id = $1 and (person_id = $2 or number like 'near-%')`,
    [near],
  );
  assert.deepEqual(whoGoes(await planned(desk)).get(id), [await desk.county.personId('volunteer-1-2')]);
});

test('an urgent order is left before no other, however far it is', async () => {
  await using desk = await openOrderDesk();
  const near = [await waits(desk, 1, 'village-1-1'), await waits(desk, 2, 'village-1-2')];
  const far = await waits(desk, 3, 'village-2-2');
  const served = async (id: string): Promise<boolean> => (whoGoes(await planned(desk)).get(id) ?? []).length > 0;
  assert.equal(await served(far), false, 'two volunteers, three orders for one morning');
  await desk.done(
    desk.county.as('coordinator').post(`/orders/${far}/triages`, { verdict: 'urgency', urgency: 'urgent' }),
  );
  assert.equal(await served(far), true);
  assert.equal((await Promise.all(near.map((id) => desk.state(id)))).join(), 'accepted,accepted');
});

test('a plan gives nobody more than they wish, what they have promised counted', async () => {
  await using desk = await openOrderDesk();
  const personId = await desk.county.personId('volunteer');
  await sql(
    desk,
    `update volunteering.volunteers set visits_per_day = 1, visits_per_week = 2, state = case when person_id = $2 then 'active' else 'left' end where county_id = $1`,
    [personId],
  );
  const days = ['2026-03-04', '2026-03-04', '2026-03-05', '2026-03-06'];
  for (const [n, on] of days.entries())
    await waits(desk, n, 'village-1-1', [{ on, part: n === 1 ? 'afternoon' : 'morning' }]);
  const before = await planned(desk);
  assert.equal(before.served, 2, 'two in a week, of which not both on one day');
  assert.equal(new Set(before.items.flatMap((item) => item.startsAt?.slice(0, 10) ?? [])).size, 2);
  await desk.taken({ contacts: caller(9), wishes: morning });
  assert.equal((await planned(desk)).served, 1);
});

test('where one of two has promised, the plan looks for the other at that time, and the promise stands', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  const [stays, leaves] = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  await desk.done(
    county.as('volunteer-1-2').post(`/offers/${await desk.offerTo('volunteer-1-2')}/answers`, { answer: 'decline' }),
  );
  assert.equal(await desk.state(id), 'accepted');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-2-1'))),
  );
  const plan = await planned(desk);
  const [item] = plan.items;
  assert.equal(item?.startsAt, visitAt, 'not at nine, the hour of mornings');
  assert.deepEqual(whoGoes(plan).get(id), [await county.personId('volunteer-2-1')]);
  const why = (personId: string) =>
    county.as('coordinator').get(`/dispatch-plans/${plan.id}/reasons?orderId=${id}&personId=${personId}`);
  const rulesFor = async (personId: string) => (await why(personId)).read(planReason).rules;
  assert.deepEqual([await rulesFor(leaves), await rulesFor(stays)], [['said-no'], ['goes-already']]);
  const signed = await county
    .as('coordinator')
    .post(`/dispatch-plans/${plan.id}/signatures`, { acts: [{ do: 'sign', id }] });
  assert.deepEqual(
    (signed.body['items'] as { done: boolean }[]).map(({ done }) => done),
    [true],
    signed.text,
  );
  const order = (await county.as('coordinator').get(`/orders/${id}`)).read(orderView);
  assert.deepEqual(
    order.visits.map((visit) => [visit.state, visit.people.map(({ personId }) => personId)]),
    [['planned', [stays]]],
  );
});

test('a plan that cannot be read fails by itself, and those asked for after it are solved', async () => {
  await using desk = await openOrderDesk();
  const broken = await waits(desk, 1, 'village-2-1');
  await waits(desk, 2, 'village-1-1');
  await sql(desk, `update volunteering.orders set wishes = '"spoiled"' where county_id = $1 and id = $2`, [broken]);
  const coordinator = desk.county.as('coordinator');
  const ask = async (place: TestPlace): Promise<string> =>
    String(
      (
        await desk.done(
          coordinator.post('/dispatch-plans', { placeId: desk.county.placeId(place), startsOn: '2026-03-03' }),
        )
      ).body['id'],
    );
  const [first, second] = [await ask('town-2'), await ask('town-1')];
  await desk.county.tick('volunteering.plans');
  const states = await Promise.all(
    [first, second].map(async (id) => (await coordinator.get(`/dispatch-plans/${id}`)).body),
  );
  assert.deepEqual(
    states.map(({ state, failure }) => [state, failure]),
    [
      ['failed', 'SolverFailed'],
      ['proposed', null],
    ],
  );
});

test('a service with a season is planned for days of its season alone', async () => {
  await using desk = await openOrderDesk({ season: { fromMonth: 3, fromDay: 5, toMonth: 10 } });
  const wishes = [
    { on: '2026-03-04', part: 'morning' },
    { on: '2026-03-06', part: 'morning' },
  ];
  const id = await waits(desk, 1, 'village-1-1', wishes);
  const plan = await planned(desk);
  assert.deepEqual(
    plan.items.map((item) => [item.orderId, item.startsAt]),
    [[id, '2026-03-06T01:00:00.000Z']],
  );
});
