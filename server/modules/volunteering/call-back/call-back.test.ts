import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addGrant } from '#access';
import { systemActor } from '#platform/actor';
import { openOrderDesk, refused, visitAt } from '../testing.ts';
import { shareOf } from './wilson.ts';

test('a share says how sure it is: Wilson’s interval, never beyond nought and all', () => {
  assert.equal(shareOf(0, 0), null);
  // Values as in Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  assert.deepEqual(
    [shareOf(81, 263), shareOf(15, 148), shareOf(0, 20), shareOf(1, 29)].map((one) => one && [one.low, one.high]),
    [
      [0.255, 0.366],
      [0.062, 0.16],
      [0, 0.161],
      [0.006, 0.172],
    ],
  );
});

test('visits are drawn by a seed and rung about by somebody who had no part in them; what they hear confirms or disputes', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const first = await desk.visited();
  const [coordinator, keeper, town] = await Promise.all([
    county.personId('coordinator'),
    county.personId('station-keeper'),
    county.personId('town-coordinator'),
  ]);
  const ask = { placeId: county.placeId('town-1'), from: '2026-03-01', until: '2026-03-05', size: 10, seed: '三月' };
  const draw = (callerIds: string[], as: 'coordinator' | 'station-keeper' = 'coordinator') =>
    county.as(as).post('/call-back-draws', { ...ask, callerIds });
  assert.deepEqual(refused(await draw([town], 'station-keeper')), [403, 'Forbidden']);
  // The coordinator dispatched it, and the keeper took it down.
  const drawn = await desk.done(draw([coordinator, keeper, town]));
  assert.deepEqual(drawn.body, { drawn: 1, population: 1, unassigned: 0 });
  assert.equal((await desk.done(draw([town]))).body['population'], 0, 'what was drawn is not drawn again');

  const list = async (as: 'coordinator' | 'town-coordinator', query = '') =>
    (await county.as(as).get(`/call-backs${query}`)).body['items'] as {
      id: string;
      callerName: string;
      mine: boolean;
    }[];
  const [callBack] = await list('town-coordinator', '?mine=true');
  assert.deepEqual([callBack?.callerName, callBack?.mine], ['town-coordinator', true]);
  assert.equal((await list('coordinator', '?mine=true')).length, 0);
  const sheet = await desk.done(county.as('town-coordinator').post('/call-back-sheets'));
  assert.deepEqual(
    (sheet.body['items'] as { name: string; phone: string }[]).map((one) => [one.name, one.phone]),
    [['王阿姨', '13800001234']],
  );
  assert.equal((await desk.done(county.as('coordinator').post('/call-back-sheets'))).body['total'], 0);
  const looks = await county.as('coordinator').get(`/orders/${first}/looks`);
  assert.match(looks.text, /call-back/);

  const enter = (as: 'coordinator' | 'town-coordinator', heard: object) =>
    county.as(as).post(`/call-backs/${callBack?.id}/results`, heard);
  assert.deepEqual(refused(await enter('coordinator', { reached: false })), [403, 'Forbidden']);
  assert.equal((await desk.done(enter('town-coordinator', { reached: false }))).body['result'], null);
  assert.equal(await desk.state(first), 'done', 'silence is not confirmation');
  const heard = await desk.done(enter('town-coordinator', { reached: true, said: 'confirmed', score: 4 }));
  assert.deepEqual([heard.body['result'], heard.body['tries'], await desk.state(first)], ['confirmed', 2, 'confirmed']);
  assert.deepEqual(refused(await enter('town-coordinator', { reached: false })), [409, 'CallBackDone']);

  const figures = await county.as('auditor').get('/call-back-figures?from=2026-03-01&until=2026-03-31');
  assert.deepEqual(figures.body, {
    from: '2026-03-01',
    until: '2026-03-31',
    rated: { part: 0, of: 1, low: 0, high: 0.793 },
    reached: { part: 1, of: 1, low: 0.207, high: 1 },
    confirmed: { part: 1, of: 1, low: 0.207, high: 1 },
    ratings: [0, 0, 0, 0, 0],
    calls: [0, 0, 0, 1, 0],
    ways: [
      { way: 'page', done: null },
      { way: 'sms', done: null },
      { way: 'desk', done: null },
      { way: 'call-back', done: { part: 1, of: 1, low: 0.207, high: 1 } },
    ],
  });
  assert.deepEqual((await county.as('coordinator', { county: 2 }).get('/call-backs?state=done')).body['total'], 0);
});

test('whoever has calls to make is told and has a card; what nobody can ring about goes to somebody else, and ends once it is rated', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  const town = county.as('town-coordinator');
  const coordinator = county.as('coordinator');
  // The coordinator dispatched it: nobody of those named may ring.
  const ask = { placeId: county.placeId('town-1'), from: '2026-03-01', until: '2026-03-05', size: 10, seed: '三月' };
  const drawn = coordinator.post('/call-back-draws', { ...ask, callerIds: [await county.personId('coordinator')] });
  assert.equal((await desk.done(drawn)).body['unassigned'], 1);
  type Line = { id: string; callerName: string | null; result: string | null; abilities: string[] };
  const list = async (as = coordinator, query = '') => (await as.get(`/call-backs${query}`)).body['items'] as Line[];
  const [open] = await list();
  assert.deepEqual([open?.callerName, open?.abilities], [null, ['call-back.give']]);
  assert.deepEqual((await list(county.as('station-keeper')))[0]?.abilities, []);
  const give = (as: 'coordinator' | 'station-keeper') => county.as(as).post(`/call-backs/${open?.id}/callers`);
  assert.deepEqual(refused(await give('station-keeper')), [403, 'Forbidden']);
  const given = (await desk.done(give('coordinator'))).body;
  assert.deepEqual([given['callerName'], given['abilities']], ['town-coordinator', []]);
  assert.deepEqual(refused(await give('coordinator')), [409, 'CallerThere']);
  await county.deliver();
  const told = (await town.get('/notices')).body['items'] as { kind: string; href: string }[];
  assert.deepEqual(
    told.filter(({ kind }) => kind === 'call-back.given').map(({ href }) => href),
    ['/console/call-backs?mine=true'],
  );
  const cards = async () =>
    ((await town.get('/me/waiting')).body['items'] as { kind: string; title: string }[])
      .filter(({ kind }) => kind === 'volunteering.call-backs')
      .map(({ title }) => title);
  assert.deepEqual(await cards(), ['1 通回访电话']);
  const rating = { outcome: 'done', score: 5 };
  await desk.done(county.as('station-keeper').post(`/orders/${id}/ratings`, rating));
  assert.deepEqual([await cards(), await list()], [[], []]);
  assert.equal((await list(coordinator, '?state=done'))[0]?.result, 'not-needed');
  const late = await town.post(`/call-backs/${open?.id}/results`, { reached: false });
  assert.deepEqual(refused(late), [409, 'CallBackDone']);
  const figures = await county.as('auditor').get('/call-back-figures?from=2026-03-01&until=2026-03-31');
  assert.equal(figures.body['reached'], null, 'nobody rang');
});

test('those who ring are told once for each draw, however many visits were drawn', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await desk.visited();
  const callerIds = [await county.personId('town-coordinator')];
  const ask = { placeId: county.placeId('town-1'), from: '2026-03-01', until: '2026-03-05', size: 10, seed: '三月' };
  await desk.done(county.as('coordinator').post('/call-back-draws', { ...ask, callerIds }));
  await county.deliver();
  const told = (await county.as('town-coordinator').get('/notices')).body['items'] as { kind: string }[];
  assert.equal(told.filter(({ kind }) => kind === 'call-back.given').length, 1);
});

test('who keeps one station alone finds the calls that are theirs to make in the list', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await desk.visited();
  const personId = await county.personId('correspondent-2');
  const placeId = county.placeId('town-1');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      addGrant(tx, systemActor('test'), { personId, role: 'station-keeper', placeId, unitId: desk.stationId }),
    ),
  );
  const ask = { placeId, from: '2026-03-01', until: '2026-03-05', size: 10, seed: '三月', callerIds: [personId] };
  await desk.done(county.as('coordinator').post('/call-back-draws', ask));
  const keeper = county.as('correspondent-2');
  assert.equal((await keeper.get('/call-backs?mine=true')).body['total'], 1);
  assert.equal((await county.as('coordinator').get('/call-backs?mine=true')).body['total'], 0);
});

test('whoever said at the desk that somebody had arrived, or that it was done, does not ring about that visit', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  county.clock.set(visitAt);
  await desk.done(county.as('town-coordinator').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  const callerIds = [await county.personId('town-coordinator')];
  const ask = { placeId: county.placeId('town-1'), from: '2026-03-01', until: '2026-03-05', size: 10, seed: '三月' };
  const drawn = await desk.done(county.as('coordinator').post('/call-back-draws', { ...ask, callerIds }));
  assert.deepEqual(drawn.body, { drawn: 1, population: 1, unassigned: 1 });
});

test('how long the first visit was, heard when it was made again since, is no word about the second', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const [coordinator, town] = [county.as('coordinator'), county.as('town-coordinator')];
  const id = await desk.visited();
  const callerIds = [await county.personId('town-coordinator')];
  const ask = { placeId: county.placeId('town-1'), from: '2026-03-01', until: '2026-03-05', size: 10, seed: '三月' };
  await desk.done(coordinator.post('/call-back-draws', { ...ask, callerIds }));
  const confirm = () => desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  await confirm();
  await desk.done(coordinator.post(`/orders/${id}/reopenings`, { reason: '又坏了' }));
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer') }];
  const startsAt = '2026-03-05T02:00:00.000Z';
  await desk.done(coordinator.post(`/orders/${id}/dispatches`, { candidates, startsAt }));
  const offer = await desk.offerTo('volunteer');
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  const visit = await desk.visitOf(id);
  county.clock.set(startsAt);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 30 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  await confirm();
  const [callBack] = (await town.get('/call-backs?mine=true')).body['items'] as { id: string }[];
  const heard = { reached: true, said: 'confirmed', minutes: 50 };
  await desk.done(town.post(`/call-backs/${callBack?.id}/results`, heard));
  assert.equal((await coordinator.get(`/hour-differences?orderId=${id}`)).body['total'], 0);
  const hours = (await county.as('volunteer').get('/hours?mine=true&sort=oldest')).body['items'] as {
    minutes: number;
  }[];
  assert.deepEqual(
    hours.map(({ minutes }) => minutes),
    [50, 30],
  );
});
