import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderView } from '../contract.ts';
import { openOrderDesk, refused } from '../testing.ts';

test('an order outside the county, in the past, too far ahead or with a number nobody can read is refused, and nothing is kept of it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  assert.deepEqual(refused(await desk.place({ placeId: county.placeId('village-1-1', 2) })), [422, 'PlaceNotServed']);
  assert.deepEqual(refused(await desk.place({ wishes: [{ on: '2026-03-01', part: 'any' }] })), [422, 'TimeInPast']);
  assert.deepEqual(refused(await desk.place({ wishes: [{ on: '2026-12-01', part: 'any' }] })), [422, 'TimeTooFar']);
  assert.deepEqual(refused(await desk.place({ contacts: [{ name: '王', phone: '12345' }] })), [
    422,
    'PhoneNotUnderstood',
  ]);
  assert.deepEqual(refused(await desk.place({ note: 'x'.repeat(1_001) })), [400, 'BadRequest']);
  assert.deepEqual(refused(await desk.place({ note: 'a\u0000b' })), [400, 'BadRequest']);
  assert.deepEqual(refused(await desk.place({ consentRead: false })), [400, 'BadRequest']);
  assert.deepEqual(refused(await desk.place({ surprise: 1 })), [400, 'BadRequest']);
  assert.deepEqual(refused(await desk.place({ serviceId: county.placeId('town-1') })), [404, 'NotFound']);
  assert.deepEqual(
    refused(await desk.place({ happenedAt: '2026-03-01T01:00:00.000Z' })),
    [400, 'BadRequest'],
    'only paper is typed in later',
  );
  assert.equal((await county.as('coordinator').get('/orders')).body['total'], 0);
  assert.equal((await desk.place()).status, 201);
});

test('the same phone ordering the same twice in a row is told so without the first one’s code; the clerk may mean it', async () => {
  await using desk = await openOrderDesk();
  const { code } = await desk.placed();
  const again = await desk.place();
  assert.deepEqual(refused(again), [409, 'OrderRepeated']);
  assert.ok(!again.text.includes(code) && !again.text.includes(code.replaceAll(' ', '')));
  assert.match(String(again.body['title']), /0000-1212345/);
  assert.equal((await desk.place({ again: true })).status, 201);
  assert.equal((await desk.place({ contacts: [{ name: '李', phone: '13800009999' }] })).status, 201);
});

test('the same service for another day is not the same order, and any day is every day', async () => {
  await using desk = await openOrderDesk();
  await desk.placed();
  const onDays = (...days: (string | null)[]) => desk.place({ wishes: days.map((on) => ({ on, part: 'any' })) });
  assert.deepEqual(refused(await desk.place({ wishes: [{ on: '2026-03-04', part: 'evening' }] })), [
    409,
    'OrderRepeated',
  ]);
  assert.deepEqual(refused(await onDays('2026-03-05', '2026-03-04')), [409, 'OrderRepeated']);
  assert.deepEqual(refused(await onDays(null)), [409, 'OrderRepeated']);
  assert.deepEqual(refused(await onDays()), [409, 'OrderRepeated']);
  assert.equal((await onDays('2026-03-05', '2026-03-06')).status, 201);
  assert.deepEqual(refused(await onDays('2026-03-06')), [409, 'OrderRepeated'], 'that is the second one again');
});

test('what was ended by a slip of the hand is ordered again as it was, without asking anybody for anything', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const { id, code } = await desk.placed();
  const again = (wishes: object[] = [{ on: '2026-03-05', part: 'morning' }], more: object = {}) =>
    keeper.post(`/orders/${id}/copies`, { wishes, ...more });
  assert.deepEqual(refused(await again()), [409, 'WrongState'], 'it goes on');
  await desk.done(keeper.post(`/orders/${id}/cancellations`, {}));
  assert.deepEqual(refused(await again([{ on: '2026-03-01', part: 'any' }])), [422, 'TimeInPast']);
  assert.equal((await county.as('volunteer').post(`/orders/${id}/copies`, {})).status, 404);
  // Two at the desk at once: one order, and the other is told.
  const both = await Promise.all([
    again(),
    county.as('coordinator').post(`/orders/${id}/copies`, { wishes: [{ on: '2026-03-05', part: 'any' }] }),
  ]);
  const late = both.find(({ status }) => status !== 201);
  assert.deepEqual(refused(late ?? assert.fail('both were written')), [409, 'OrderRepeated']);
  const made = both.find(({ status }) => status === 201) ?? assert.fail('none was written');
  assert.notEqual(made.body['code'], code);
  const copy = await keeper.get(`/orders/${String(made.body['orderId'])}`);
  assert.deepEqual(
    [copy.body['state'], copy.body['note'], (copy.body['wishes'] as { on: string }[])[0]?.on],
    ['submitted', '水龙头一直滴水', '2026-03-05'],
  );
  assert.equal((await again([{ on: '2026-03-09', part: 'any' }])).status, 201, 'for another day it is another');
  assert.equal((await again(undefined, { again: true })).status, 201, 'and twice where it is meant');
  const look = await desk.done(keeper.post(`/orders/${String(made.body['orderId'])}/looks`, { what: 'everything' }));
  assert.match(look.text, /王阿姨.*13800001234.*东头第二家/);
  await desk.done(keeper.post(`/orders/${id}/forgettings`, { lastFour: '1234' }));
  const offered = (await keeper.get(`/orders/${id}`)).body['abilities'] as string[];
  assert.ok(!offered.includes('order.again'), 'of what is deleted there is nothing to order by');
});

test('a paper slip keeps both when it was written and when it was typed in', async () => {
  await using desk = await openOrderDesk();
  const { id } = await desk.placed({
    channel: 'paper',
    happenedAt: '2026-02-27T02:00:00.000Z',
    wishes: [{ on: '2026-02-28', part: 'any' }],
  });
  const order = await desk.county.as('coordinator').get(`/orders/${id}`);
  assert.deepEqual(
    [order.body['orderedAt'], order.body['enteredAt']],
    ['2026-02-27T02:00:00.000Z', '2026-03-02T01:00:00.000Z'],
  );
  assert.deepEqual(
    refused(await desk.place({ channel: 'paper', happenedAt: '2026-03-03T02:00:00.000Z', again: true })),
    [422, 'TimeInFuture'],
  );
});

test('nothing became of an order before it was given, whatever year is typed in', async () => {
  await using desk = await openOrderDesk();
  const { id } = await desk.placed();
  const coordinator = desk.county.as('coordinator');
  const happenedAt = '2025-03-02T01:00:00.000Z';
  for (const [path, more] of [
    ['cancellations', {}],
    ['triages', { verdict: 'accept' }],
  ] as const) {
    const answer = await coordinator.post(`/orders/${id}/${path}`, { ...more, happenedAt });
    assert.deepEqual(refused(answer), [400, 'BadRequest'], path);
    assert.match(answer.text, /那时还没有点这张单子/);
  }
  assert.equal((await coordinator.get(`/orders/${id}`)).body['state'], 'submitted');
});

test('an order is sent out again neither in the future nor before it was given: from then the time for finding somebody counts', async () => {
  await using desk = await openOrderDesk();
  const coordinator = desk.county.as('coordinator');
  const id = await desk.visited();
  await desk.done(coordinator.post(`/orders/${id}/disputes`, { reason: '没修好' }));
  const again = (happenedAt: string) => coordinator.post(`/orders/${id}/reopenings`, { reason: '再去', happenedAt });
  assert.deepEqual(refused(await again('2027-03-02T01:00:00.000Z')), [422, 'TimeInFuture']);
  assert.deepEqual(refused(await again('2025-03-02T01:00:00.000Z')), [400, 'BadRequest']);
  assert.equal(await desk.state(id), 'disputed');
  await desk.done(again(desk.county.clock.now().toISOString()));
});

test('the station vouches for nothing that was confirmed: of two who conclude at once, the resident still says how it was', async () => {
  await using desk = await openOrderDesk();
  const id = await desk.visited();
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const attest = { reason: '老人不接电话' };
  const late = await desk.county.as('coordinator').post(`/orders/${id}/attestations`, attest);
  assert.deepEqual(refused(late), [409, 'WrongState']);
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/ratings`, { outcome: 'done', score: 5 }));
});

test('a change of the catalogue never changes an order placed before', async () => {
  await using desk = await openOrderDesk();
  const { id } = await desk.placed();
  const coordinator = desk.county.as('coordinator');
  const service = await coordinator.get('/services/taps-and-lights');
  const facts = {
    ...(service.body['facts'] as Record<string, unknown>),
    durationMinutes: 120,
    name: { 'zh-CN': '修水管', en: 'Taps' },
  };
  await desk.done(coordinator.patch(`/services/${desk.serviceId}`, { version: 1, facts }));
  assert.deepEqual(refused(await coordinator.patch(`/services/${desk.serviceId}`, { version: 1, active: false })), [
    409,
    'StaleVersion',
  ]);
  const order = await coordinator.get(`/orders/${id}`);
  assert.equal((order.body['facts'] as { durationMinutes: number }).durationMinutes, 60);
  await desk.done(coordinator.patch(`/services/${desk.serviceId}`, { version: 2, active: false }));
  assert.deepEqual(refused(await desk.place({ again: true })), [422, 'ServiceNotOffered']);
});

test('orders are found by state, place, service and whole code, in pages, and nobody outside sees them', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id, code } = await desk.placed();
  for (const at of [1, 2, 3])
    await desk.placed({ contacts: [{ name: '李', phone: `1380000900${at}` }], placeId: county.placeId('village-1-2') });
  const coordinator = county.as('coordinator');
  const found = await coordinator.get(`/orders?code=${encodeURIComponent(code.toLowerCase())}`);
  assert.deepEqual(
    (found.body['items'] as { id: string }[]).map((one) => one.id),
    [id],
  );
  assert.equal((await coordinator.get('/orders?code=0000')).body['total'], 0);
  const first = await coordinator.get('/orders?limit=3&sort=newest');
  const second = await coordinator.get(`/orders?limit=3&sort=newest&cursor=${String(first.body['next'])}`);
  assert.deepEqual(
    [
      (first.body['items'] as unknown[]).length,
      (second.body['items'] as unknown[]).length,
      first.body['total'],
      second.body['next'],
    ],
    [3, 1, 4, null],
  );
  assert.deepEqual((await coordinator.get('/orders')).body['counts'], { submitted: 4 });
  assert.equal((await coordinator.get(`/orders?placeId=${county.placeId('village-1-1')}`)).body['total'], 1);
  assert.equal((await county.as('volunteer').get('/orders')).body['total'], 0);
  assert.equal((await county.as('coordinator', { county: 2 }).get('/orders')).body['total'], 0);
  assert.equal((await county.as('coordinator', { county: 2 }).get(`/orders/${id}`)).status, 404);
  assert.equal((await county.as('volunteer').get(`/orders/${id}`)).status, 404);
  assert.equal((await county.request('GET', '/api/v1/orders')).status, 401);
  const exported = await coordinator.get('/orders?limit=100');
  assert.equal((exported.body['items'] as unknown[]).length, 4);
  assert.ok(!/13800|王阿姨|东头/.test(exported.text), 'a list holds no names, phones or addresses');
});

test('a refusal carries its reason and where to go; a merged, paused or referred order says so; nothing moves twice', async () => {
  await using desk = await openOrderDesk();
  const keeper = desk.county.as('station-keeper');
  const phones = ['13800001111', '13800002222', '13800003333', '13800004444'];
  const [a, b, c, d] = await Promise.all(
    phones.map(async (phone) => (await desk.placed({ contacts: [{ name: '李', phone }] })).id),
  );
  assert.equal(
    (await keeper.post(`/orders/${a}/triages`, { verdict: 'refuse', nextAddress: '请找物业' })).status,
    400,
    'a reason is needed',
  );
  const no = await desk.done(
    keeper.post(`/orders/${a}/triages`, { verdict: 'refuse', reason: '不是我们能修的', nextAddress: '请找物业' }),
  );
  assert.deepEqual(
    [no.body['state'], no.body['outcomeReason'], no.body['nextAddress']],
    ['refused', '不是我们能修的', '请找物业'],
  );
  assert.deepEqual(refused(await keeper.post(`/orders/${a}/triages`, { verdict: 'accept' })), [409, 'WrongState']);
  assert.deepEqual(refused(await keeper.post(`/orders/${b}/triages`, { verdict: 'merge', intoId: b })), [
    422,
    'MergeNotPossible',
  ]);
  await desk.done(keeper.post(`/orders/${b}/triages`, { verdict: 'merge', intoId: c }));
  await desk.done(keeper.post(`/orders/${c}/triages`, { verdict: 'accept' }));
  const outcome = async (id: unknown) => {
    const { state, outcomeReason, mergedInto } = (await keeper.get(`/orders/${String(id)}`)).read(orderView);
    return { state, outcomeReason, mergedInto };
  };
  assert.deepEqual(await outcome(b), { state: 'merged', outcomeReason: null, mergedInto: c });
  await desk.done(keeper.post(`/orders/${c}/triages`, { verdict: 'pause', reason: '等零件' }));
  assert.deepEqual(await outcome(c), { state: 'paused', outcomeReason: '等零件', mergedInto: null });
  const resumed = await desk.done(keeper.post(`/orders/${c}/triages`, { verdict: 'resume' }));
  assert.deepEqual(await outcome(c), { state: 'accepted', outcomeReason: null, mergedInto: null });
  const { version } = resumed.read(orderView);
  await desk.done(keeper.post('/orders/batches', { acts: [{ do: 'take-back', id: c, version }] }));
  assert.deepEqual(
    await outcome(c),
    { state: 'paused', outcomeReason: '等零件', mergedInto: null },
    'taken back, it waits for the same reason',
  );
  await desk.done(keeper.post(`/orders/${c}/triages`, { verdict: 'resume' }));
  await desk.done(
    keeper.post(`/orders/${d}/triages`, { verdict: 'refer', reason: '县里办', stationId: desk.stationId }),
  );
  assert.deepEqual(await outcome(d), { state: 'referred', outcomeReason: '县里办', mergedInto: null });
  for (const id of [a, b, d])
    for (const verdict of [
      { verdict: 'accept' },
      { verdict: 'pause', reason: '等零件' },
      { verdict: 'merge', intoId: c },
    ])
      assert.deepEqual(refused(await keeper.post(`/orders/${id}/triages`, verdict)), [409, 'WrongState']);
  assert.deepEqual(refused(await desk.county.as('team-leader').post(`/orders/${c}/triages`, { verdict: 'accept' })), [
    404,
    'NotFound',
  ]);
});

test('an answer from a page that was read before takes nothing apart that was arranged since', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const id = await desk.dispatched();
  const accept = () => keeper.post(`/orders/${id}/triages`, { verdict: 'accept' });
  assert.deepEqual(refused(await accept()), [409, 'WrongState']);
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  assert.deepEqual(refused(await accept()), [409, 'WrongState']);
  const [one] = (await desk.done(keeper.post('/orders/batches', { acts: [{ do: 'accept', id }] }))).body['items'] as {
    code: string;
  }[];
  assert.equal(one?.code, 'WrongState', 'nor with many others');
  assert.equal(await desk.state(id), 'taken');
});

test('what was put off may be put back for ten minutes, but not where somebody was told that they need not go', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  const answer = async (name: 'volunteer' | 'volunteer-1-2', said: string): Promise<unknown> =>
    desk.done(county.as(name).post(`/offers/${await desk.offerTo(name)}/answers`, { answer: said }));
  await answer('volunteer', 'accept');
  await answer('volunteer-1-2', 'decline');
  const plain = await desk.accepted({ contacts: [{ name: '李', phone: '13800009999' }] });
  const acts = [id, plain].map((one) => ({ do: 'pause', id: one, reason: '等零件' }));
  const paused = (await desk.done(coordinator.post('/orders/batches', { acts }))).body['items'] as {
    back: object | null;
  }[];
  assert.deepEqual(
    paused.map(({ back }) => back !== null),
    [false, true],
  );
  const { version } = (await coordinator.get(`/orders/${id}`)).body;
  const back = [{ do: 'take-back', id, version }, paused[1]?.back];
  const outcome = (await desk.done(coordinator.post('/orders/batches', { acts: back }))).body['items'] as {
    done: boolean;
    code: string | null;
  }[];
  assert.deepEqual(
    outcome.map(({ done, code }) => (done ? 'done' : code)),
    ['TooLateToTakeBack', 'done'],
  );
  assert.deepEqual([await desk.state(id), await desk.state(plain)], ['paused', 'accepted']);
});

test('who says that an order is no machine’s may take that back for ten minutes, while nobody has answered it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1)
    ids.push((await desk.placed({ contacts: [{ name: '李', phone: `1380000700${n}` }] })).id);
  const [one = '', two = '', plain = ''] = ids;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update volunteering.orders set suspect = true, suspect_why = 'honeypot' where county_id = $1 and id = any($2::uuid[])`,
        [tx.countyId, [one, two]],
      ),
    ),
  );
  const me = county.as('coordinator');
  interface Done {
    back: { do: string } | null;
    code: string | null;
  }
  const batch = async (acts: unknown[], as: 'coordinator' | 'station-keeper' = 'coordinator'): Promise<Done[]> =>
    (await desk.done(county.as(as).post('/orders/batches', { acts }))).body['items'] as Done[];
  const clear = (id: string) => ({ do: 'clear-suspicion', id });
  const suspects = async (): Promise<unknown> => (await me.get('/orders?suspect=true')).body['total'];

  const [first, second, third] = await batch([one, two, plain].map(clear));
  assert.deepEqual([first?.back?.do, second?.back?.do, third?.back], ['take-back', 'take-back', null]);
  assert.equal(await suspects(), 0);
  const [foreign] = await batch([first?.back], 'station-keeper');
  assert.equal(foreign?.code, 'TooLateToTakeBack', 'nobody takes back what another said');
  await batch([first?.back]);
  assert.equal(await suspects(), 1);
  const again = (await me.get(`/orders/${one}`)).body;
  assert.deepEqual([again['state'], again['suspect'], again['takeBackUntil']], ['submitted', true, null]);

  // Said of one alone it has the same way back; said twice it is the first word that counts.
  const { takeBackUntil } = (await desk.done(me.post(`/orders/${one}/triages`, { verdict: 'clear-suspicion' }))).body;
  assert.equal(Date.parse(String(takeBackUntil)), county.clock.now().getTime() + 600_000);
  county.clock.advance({ minutes: 6 });
  const said = (await desk.done(me.post(`/orders/${one}/triages`, { verdict: 'clear-suspicion' }))).body;
  assert.equal(said['takeBackUntil'], takeBackUntil);
  county.clock.advance({ minutes: 5 });
  const [late] = await batch([{ do: 'take-back', id: one, version: said['version'] }]);
  assert.equal(late?.code, 'TooLateToTakeBack');
  // Answered, it is no machine’s for good.
  await desk.done(me.post(`/orders/${two}/triages`, { verdict: 'accept' }));
  assert.equal((await batch([second?.back]))[0]?.code, 'StaleVersion');
  assert.equal((await batch([clear(two)]))[0]?.back, null, 'not the answer is taken back by it');
  assert.equal(await suspects(), 0);
});

test('an order is merged only into one that whoever merges answers too', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const { id: mine } = await desk.placed();
  const elsewhere = { placeId: county.placeId('village-2-1'), contacts: [{ name: '李', phone: '13800009999' }] };
  const theirs = String((await desk.done(desk.place(elsewhere, 'coordinator'))).body['orderId']);
  assert.deepEqual(refused(await keeper.get(`/orders/${theirs}`)), [404, 'NotFound']);
  const into = { verdict: 'merge', intoId: theirs };
  assert.deepEqual(refused(await keeper.post(`/orders/${mine}/triages`, into)), [404, 'NotFound']);
  assert.equal(await desk.state(mine), 'submitted');
  await desk.done(county.as('coordinator').post(`/orders/${mine}/triages`, into));
  assert.equal(await desk.state(mine), 'merged');
});

test('a service out of season says when it opens again, and may be ordered ahead for a day in its season', async () => {
  await using desk = await openOrderDesk({ season: { fromMonth: 4, fromDay: 10, toMonth: 2, toDay: 15 } });
  const out = await desk.place();
  assert.deepEqual([...refused(out), out.body['detail']], [422, 'OutOfSeason', { opensOn: '2026-04-10' }]);
  assert.match(String(out.body['title']), /2026-04-10起又有/);
  assert.deepEqual(refused(await desk.place({ wishes: [] })), [422, 'OutOfSeason']);
  assert.deepEqual(refused(await desk.place({ wishes: [{ on: '2026-04-09', part: 'any' }] })), [422, 'OutOfSeason']);
  assert.equal((await desk.place({ wishes: [{ on: '2026-04-10', part: 'any' }] })).status, 201);
  const [order] = (await desk.county.as('coordinator').get('/orders')).body['items'] as { id: string }[];
  const change = (on: string) =>
    desk.county.as('coordinator').post(`/orders/${order?.id}/wishes`, { wishes: [{ on, part: 'any' }] });
  assert.deepEqual(refused(await change('2026-03-20')), [422, 'OutOfSeason'], 'nor by changing it afterwards');
  assert.equal((await change('2026-04-12')).status, 201);
  const service = await desk.county.as('coordinator').get('/services/taps-and-lights');
  assert.deepEqual([service.body['open'], service.body['opensOn']], [false, '2026-04-10']);
  desk.county.clock.set('2026-12-02T01:00:00.000Z');
  assert.equal((await desk.place({ wishes: [{ on: null, part: 'any' }], again: true })).status, 201);
});

test('an order outside the reach of a service says whom to ask there; a service may reach several places', async () => {
  await using desk = await openOrderDesk();
  const { county, serviceId } = desk;
  const coordinator = county.as('coordinator');
  const reach = (version: number, typed: object) => coordinator.patch(`/services/${serviceId}`, { version, ...typed });
  await desk.done(reach(1, { placeId: county.placeId('town-2'), alsoPlaceIds: [county.placeId('village-1-2')] }));
  const out = await desk.place();
  assert.deepEqual(refused(out), [422, 'OutOfReach']);
  assert.match(String(out.body['title']), /请问服务所，电话0000-1212345/);
  assert.equal((await desk.place({ placeId: county.placeId('village-1-2') })).status, 201);
  assert.equal((await desk.place({ placeId: county.placeId('village-2-1') }, 'coordinator')).status, 201);
  assert.deepEqual(
    refused(await reach(2, { alsoPlaceIds: [county.placeId('village-1-1', 2)] })),
    [404, 'NotFound'],
    'a place of another county is nowhere',
  );
  const service = await coordinator.get('/services/taps-and-lights');
  assert.deepEqual(
    (service.body['alsoAt'] as { id: string }[]).map((place) => place.id),
    [county.placeId('village-1-2')],
  );
});
