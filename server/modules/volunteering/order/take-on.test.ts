import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addGrant } from '#access';
import { addTestStation } from '#stations/testing';
import { systemActor } from '#platform/actor';
import { openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

/** A station in town 2, whose keeper is keeper of that station alone. */
const stationElsewhere = async ({ county }: OrderDesk): Promise<string> => {
  const personId = await county.personId('correspondent-2');
  const placeId = county.placeId('town-2');
  return county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { id } = await addTestStation(tx, placeId);
      await addGrant(tx, systemActor('test'), { personId, role: 'station-keeper', placeId, unitId: id });
      return id;
    }),
  );
};

test('a station to which an order is referred is told, reads it, and takes it on: it waits there, and goes the usual way', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const stationId = await stationElsewhere(desk);
  const keeper = county.as('correspondent-2');
  const { id } = await desk.placed();
  const { id: other } = await desk.placed({ again: true });
  assert.equal((await keeper.get(`/orders/${id}`)).status, 404);
  const refer = { verdict: 'refer', reason: '那边有人会修', stationId };
  await desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, refer));
  await county.deliver();
  const rows = async (path: string) => (await keeper.get(path)).body['items'] as { kind: string; id: string }[];
  const told = await rows('/notices');
  assert.ok(told.some(({ kind }) => kind === 'order.referred'));
  const cards = async () => (await rows('/me/waiting')).map(({ kind }) => kind);
  assert.deepEqual(await cards(), ['volunteering.order-referred']);
  assert.deepEqual(
    (await rows('/orders?toTakeOn=true')).map((one) => one.id),
    [id],
  );
  const seen = await desk.done(keeper.get(`/orders/${id}`));
  assert.ok((seen.body['abilities'] as string[]).includes('order.take-on'));
  assert.deepEqual([seen.body['note'], (await keeper.get(`/orders/${id}/history`)).status], [null, 200]);
  assert.equal((await keeper.post(`/orders/${id}/looks`, { what: 'contact' })).status, 404, 'not whose it is');
  assert.equal((await keeper.get(`/orders/${other}`)).status, 404, 'nothing else of theirs');

  const sender = await county.as('station-keeper').get(`/orders/${id}`);
  assert.ok(!(sender.body['abilities'] as string[]).includes('order.take-on'));
  assert.deepEqual(refused(await county.as('station-keeper').post(`/orders/${id}/take-ons`)), [403, 'Forbidden']);
  assert.deepEqual(refused(await county.as('auditor').post(`/orders/${id}/take-ons`)), [403, 'Forbidden']);

  const taken = (await desk.done(keeper.post(`/orders/${id}/take-ons`))).body;
  assert.deepEqual(
    [taken['state'], (taken['station'] as { id: string }).id, taken['referredTo'], taken['note']],
    ['submitted', stationId, null, '水龙头一直滴水'],
  );
  assert.deepEqual(await cards(), ['volunteering.order-submitted']);
  await desk.done(keeper.post(`/orders/${id}/looks`, { what: 'contact' }));
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  assert.equal(await desk.state(id), 'accepted');
  assert.equal((await county.as('station-keeper').get(`/orders/${id}`)).status, 200, 'whoever referred it follows it');
  const written = await county.as('auditor').get(`/audit?act=order.take-on&subjectId=${id}`);
  assert.equal((written.body['items'] as unknown[]).length, 1);
  assert.deepEqual(refused(await keeper.post(`/orders/${id}/take-ons`)), [409, 'WrongState']);
});

test('what waits to be taken on waits for those who may do it, not for who audits there', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const stationId = await stationElsewhere(desk);
  const personId = await county.personId('station-keeper');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      addGrant(tx, systemActor('test'), { personId, role: 'auditor', placeId: county.placeId('county') }),
    ),
  );
  const { id } = await desk.placed();
  const refer = { verdict: 'refer', reason: '那边有人会修', stationId };
  await desk.done(county.as('coordinator').post(`/orders/${id}/triages`, refer));
  const rows = async (who: 'station-keeper' | 'correspondent-2', path: string) =>
    ((await county.as(who).get(path)).body['items'] as { kind: string }[]).length;
  assert.deepEqual(
    [
      await rows('station-keeper', '/orders?toTakeOn=true'),
      await rows('station-keeper', '/me/waiting'),
      await rows('correspondent-2', '/orders?toTakeOn=true'),
    ],
    [0, 0, 1],
  );
});

test('what was referred to no station of the county, or is forgotten, is taken on by nobody', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const stationId = await stationElsewhere(desk);
  const keeper = county.as('correspondent-2');
  const coordinator = county.as('coordinator');
  const { id } = await desk.placed();
  await desk.done(
    coordinator.post(`/orders/${id}/triages`, { verdict: 'refer', reason: '找供水公司', nextAddress: '96333' }),
  );
  assert.deepEqual(refused(await coordinator.post(`/orders/${id}/take-ons`)), [409, 'WrongState']);
  const { id: second } = await desk.placed({ again: true });
  await desk.done(coordinator.post(`/orders/${second}/triages`, { verdict: 'refer', reason: '那边近', stationId }));
  await desk.done(coordinator.post(`/orders/${second}/forgettings`, { lastFour: '1234' }));
  assert.equal((await keeper.post(`/orders/${second}/take-ons`)).status, 404);
  assert.deepEqual((await keeper.get('/orders?toTakeOn=true')).body['total'], 0);
});

test('whoever coordinates where the station is finds the caller, answers who is at the door, and sees whom one misses', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const stationId = await stationElsewhere(desk);
  const there = county.as('correspondent');
  const personId = await county.personId('correspondent');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      addGrant(tx, systemActor('test'), { personId, role: 'coordinator', placeId: county.placeId('town-2') }),
    ),
  );
  const { id } = await desk.placed();
  const found = async (): Promise<unknown> =>
    (await desk.done(there.post('/order-searches', { phone: '13800001234' }))).body['total'];
  assert.equal(await found(), 0);
  const refer = { verdict: 'refer', reason: '那边有人会修', stationId };
  await desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, refer));
  await desk.done(there.post(`/orders/${id}/take-ons`));
  assert.equal(await found(), 1);
  await desk.done(there.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer') }];
  await desk.done(there.post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt }));
  const offer = await desk.offerTo('volunteer');
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  const look = await desk.done(there.post(`/orders/${id}/looks`, { what: 'everything' }));
  county.clock.set(visitAt);
  const { helperSays } = look.body['doorstep'] as { helperSays: string };
  assert.equal((await there.post('/doorstep-questions', { words: helperSays })).body['total'], 1);
  county.clock.advance({ minutes: 21 });
  await county.tick('volunteering.reminders');
  assert.equal((await there.get('/visit-alarms')).body['total'], 1);
});

test('whoever coordinates the whole place of a station finds what it took on from elsewhere among differing times, unrecorded hours and doubles', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const stationId = await stationElsewhere(desk);
  const town = county.placeId('town-2');
  const personId = await county.personId('editor-2');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      addGrant(tx, systemActor('test'), { personId, role: 'coordinator', placeId: town, unitId: null }),
    ),
  );
  const there = county.as('editor-2');
  const keeper = county.as('correspondent-2');
  const takenOn = async (typed: Record<string, unknown> = {}): Promise<string> => {
    const { id } = await desk.placed({ again: true, ...typed });
    const refer = { verdict: 'refer', reason: '那边有人会修', stationId };
    await desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, refer));
    await desk.done(keeper.post(`/orders/${id}/take-ons`));
    return id;
  };
  const ids = async (path: string, key: string): Promise<unknown[]> =>
    ((await desk.done(there.get(path))).body['items'] as Record<string, unknown>[]).map((one) => one[key]);
  const id = await takenOn();
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  const double = await takenOn();
  assert.deepEqual(await ids(`/orders/${id}/doubles`, 'id'), [double]);
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer') }];
  await desk.done(there.post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt }));
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  await desk.visit(id);
  assert.deepEqual(await ids('/unrecorded-visits', 'orderId'), [id]);
  await desk.done(keeper.post(`/orders/${id}/confirmations`, { minutes: 30 }));
  assert.deepEqual(await ids('/hour-differences', 'orderId'), [id]);
  const [difference] = await ids('/hour-differences', 'id');
  await desk.done(there.post(`/hour-differences/${String(difference)}/decisions`, { minutes: 40, reason: '问过两边' }));
  assert.deepEqual(await ids('/unrecorded-visits', 'orderId'), []);
  assert.deepEqual(
    ((await county.as('coordinator').get('/hour-differences')).body['items'] as unknown[]).length,
    1,
    'and where it came from they still see it',
  );
});

test('whoever coordinates the whole place of a station finds the hours that it recorded, corrects them, and rings about its visits', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const stationId = await stationElsewhere(desk);
  const keeper = county.as('correspondent-2');
  const personId = await county.personId('editor-2');
  const placeId = county.placeId('town-2');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addGrant(tx, systemActor('test'), { personId, role: 'coordinator', placeId })),
  );
  const there = county.as('editor-2');
  const { id } = await desk.placed();
  const refer = { verdict: 'refer', reason: '那边有人会修', stationId };
  await desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, refer));
  await desk.done(keeper.post(`/orders/${id}/take-ons`));
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer') }];
  await desk.done(keeper.post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt }));
  const offer = await desk.offerTo('volunteer');
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  await desk.visit(id);

  const days = 'from=2026-03-01&until=2026-03-31';
  const draw = {
    placeId: county.placeId('village-1-1'),
    from: '2026-03-01',
    until: '2026-03-05',
    size: 5,
    seed: '三月',
  };
  assert.deepEqual(refused(await there.post('/call-back-draws', draw)), [403, 'Forbidden']);
  const drawn = await desk.done(there.post('/call-back-draws', { ...draw, placeId: undefined, callerIds: [personId] }));
  assert.deepEqual(drawn.body, { drawn: 1, population: 1, unassigned: 0 });
  const items = async (path: string): Promise<Record<string, unknown>[]> =>
    (await desk.done(there.get(path))).body['items'] as Record<string, unknown>[];
  assert.equal((await keeper.get('/call-backs')).body['total'], 1, 'also for whoever keeps that station alone');
  const [callBack] = await items('/call-backs');
  await desk.done(there.post(`/call-backs/${String(callBack?.['id'])}/results`, { reached: true, said: 'confirmed' }));
  const rung = (await there.get(`/call-back-figures?${days}`)).body['reached'];
  assert.deepEqual(rung, { part: 1, of: 1, low: 0.207, high: 1 });

  const [entry] = await items('/hours');
  assert.equal(entry?.['minutes'], 50);
  assert.ok(entry);
  assert.ok((entry['abilities'] as string[]).includes('hours.reverse'));
  const hourId = String(entry['id']);
  const figures = (await there.get(`/hour-figures?${days}`)).body['months'] as { witnessed: number }[];
  assert.notDeepEqual(
    Object.values(figures[0] ?? {}).filter((value) => value === 50),
    [],
  );
  assert.deepEqual(
    (await items(`/hour-samples?${days}&size=5&seed=x`)).map((one) => one['hourId']),
    [hourId],
  );
  assert.match((await there.get(`/hour-exports?${days}`)).text, new RegExp(hourId));
  await desk.done(county.as('volunteer').post('/hour-corrections', { hourId, said: '还去买了零件', minutes: 70 }));
  await county.deliver();
  const told = (await items('/notices')).map(({ kind }) => kind);
  assert.ok(told.includes('hours.correction-asked'));
  assert.ok((await items('/me/waiting')).some(({ kind }) => kind === 'volunteering.corrections'));
  const [asked] = await items('/hour-corrections?open=true');
  assert.deepEqual(asked?.['abilities'], ['hours.answer-correction']);
  const answer = { verdict: 'amended', reason: '属实', minutes: 70 };
  await desk.done(there.post(`/hour-corrections/${String(asked?.['id'])}/answers`, answer));
  assert.equal((await items('/hours?waiting=true')).length, 1);
  assert.equal(
    (await county.as('coordinator').get('/hours')).body['total'],
    3,
    'and where it came from they see it too',
  );
});

test('a stop of a round that is referred and taken on elsewhere stands by itself there', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const stationId = await stationElsewhere(desk);
  const keeper = county.as('correspondent-2');
  const first = await desk.accepted();
  const second = await desk.accepted({ again: true });
  const acts = [first, second].map((id) => ({ do: 'bundle', id, withId: first }));
  await desk.done(county.as('coordinator').post('/orders/batches', { acts }));
  const refer = { verdict: 'refer', reason: '那边有人会修', stationId };
  await desk.done(county.as('coordinator').post(`/orders/${second}/triages`, refer));
  assert.deepEqual((await desk.done(keeper.post(`/orders/${second}/take-ons`))).body['stops'], []);
  await desk.done(keeper.post(`/orders/${second}/triages`, { verdict: 'accept' }));
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer') }];
  await desk.done(keeper.post(`/orders/${second}/dispatches`, { candidates, startsAt: visitAt }));
  assert.deepEqual([await desk.state(first), await desk.state(second)], ['accepted', 'dispatched']);
});
