import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestVolunteer, openOrderDesk, refused, visitAt } from '../testing.ts';

const noLicence = '没有要求的证，或者那天已经过期';

const tally = (answers: { status: number }[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test('of two volunteers who take one order at once exactly one wins', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  const [one, two] = [await desk.offerTo('volunteer'), await desk.offerTo('volunteer-1-2')];
  const answers = await Promise.all([
    county.as('volunteer').post(`/offers/${one}/answers`, { answer: 'accept' }),
    county.as('volunteer-1-2').post(`/offers/${two}/answers`, { answer: 'accept' }),
  ]);
  assert.deepEqual(tally(answers), { 201: 1, 409: 1 }, answers.map((answer) => answer.text).join('\n'));
  assert.equal(answers.find((answer) => answer.status === 409)?.body['code'], 'OfferEnded');
  const order = await county.as('coordinator').get(`/orders/${id}`);
  assert.deepEqual([order.body['state'], order.body['peopleTaken']], ['taken', 1]);
});

test('of ten triages of one order at once exactly one is done, and ten same requests with one key are one', async () => {
  await using desk = await openOrderDesk();
  const keeper = desk.county.as('station-keeper');
  await keeper.cookie();
  const { id } = await desk.placed();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => keeper.post(`/orders/${id}/triages`, { verdict: 'accept' })),
  );
  assert.deepEqual(tally(answers), { 201: 1, 409: 5 });
  const body = {
    serviceId: desk.serviceId,
    placeId: desk.county.placeId('village-1-1'),
    channel: 'desk',
    contacts: [{ name: '李', phone: '13800005555' }],
    consentRead: true,
  };
  const same = await Promise.all(
    Array.from({ length: 5 }, () => keeper.post('/orders', body, { key: 'one-and-the-same-key-of-a-form' })),
  );
  assert.deepEqual(tally(same), { 201: 5 });
  assert.equal(new Set(same.map((answer) => answer.text)).size, 1);
  assert.equal((await keeper.get('/orders?state=submitted')).body['total'], 1);
});

test('of a team the first taker wins, whoever declines loses nothing, and nobody answers for another', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const memberIds = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
  const team = await desk.done(
    coordinator.post('/teams', { name: { 'zh-CN': '修理队' }, placeId: county.placeId('town-1'), memberIds }),
  );
  const id = await desk.accepted();
  await desk.done(
    coordinator.post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'team', id: team.body['id'] }],
      startsAt: visitAt,
    }),
  );
  const offer = await desk.offerTo('volunteer');
  assert.equal((await county.as('volunteer-2-1').post(`/offers/${offer}/answers`, { answer: 'accept' })).status, 404);
  assert.deepEqual(refused(await coordinator.post(`/offers/${offer}/answers`, { answer: 'accept' })), [
    403,
    'Forbidden',
  ]);
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'decline' }));
  assert.equal(await desk.state(id), 'dispatched');
  const twice = await county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'decline' });
  assert.deepEqual(refused(twice), [409, 'AlreadyAnswered']);
  await desk.done(county.as('volunteer-1-2').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  assert.equal(await desk.state(id), 'taken');
  const candidates = await coordinator.get(
    `/candidates?orderId=${(await desk.placed({ contacts: [{ name: '李', phone: '13800007777' }] })).id}`,
  );
  assert.deepEqual(
    (candidates.body['items'] as { name: string; remarks: string[] }[]).find((one) => one.name === 'volunteer')
      ?.remarks,
    [],
  );
});

test('a no that was tapped by mistake: a later yes counts while nothing has followed from it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const own = county.as('volunteer');
  const say = (offer: string, answer: 'accept' | 'decline') => own.post(`/offers/${offer}/answers`, { answer });
  const id = await desk.dispatched(['volunteer']);
  const offer = await desk.offerTo('volunteer');
  await desk.done(say(offer, 'decline'));
  assert.equal(await desk.state(id), 'accepted');
  const seen = (await own.get(`/offers/${offer}`)).body;
  assert.deepEqual(
    [seen['state'], seen['myAnswer'], (seen['abilities'] as string[]).includes('offer.answer')],
    ['declined', 'decline', true],
  );
  const yes = (await desk.done(say(offer, 'accept'))).body;
  assert.deepEqual([yes['state'], yes['myAnswer'], await desk.state(id)], ['accepted', 'accept', 'taken']);
  assert.deepEqual(refused(await say(offer, 'decline')), [409, 'OfferEnded'], 'a yes is given back otherwise');
  // Somebody else was asked meanwhile: it is theirs to answer.
  const other = await desk.dispatched(
    ['volunteer'],
    { contacts: [{ name: '李', phone: '13800006666' }] },
    { startsAt: '2026-03-04T06:00:00.000Z' },
  );
  const gone = await desk.offerTo('volunteer');
  await desk.done(say(gone, 'decline'));
  county.clock.advance({ minutes: 1 });
  await desk.done(
    county.as('coordinator').post(`/orders/${other}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer-1-2') }],
      startsAt: '2026-03-04T06:00:00.000Z',
    }),
  );
  assert.deepEqual(((await own.get(`/offers/${gone}`)).body['abilities'] as string[]).includes('offer.answer'), false);
  assert.deepEqual(refused(await say(gone, 'accept')), [409, 'OfferEnded']);
});

test('what was declined can be taken as long as it could have been answered, whatever time a phone says', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const own = county.as('volunteer');
  const id = await desk.dispatched(['volunteer'], {}, { expiresInMinutes: 30 });
  const offer = await desk.offerTo('volunteer');
  const asked = county.clock.now().toISOString();
  await desk.done(own.post(`/offers/${offer}/answers`, { answer: 'decline' }));
  county.clock.advance({ minutes: 31 });
  const late = await own.post(`/offers/${offer}/answers`, { answer: 'accept', happenedAt: asked });
  assert.deepEqual([refused(late), await desk.state(id)], [[409, 'OfferEnded'], 'accepted']);
});

test('a yes from before the no, told by a phone that comes late, is not said anew', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.dispatched(['volunteer']);
  const offer = await desk.offerTo('volunteer');
  const asked = county.clock.now().toISOString();
  const say = (body: object) => county.as('volunteer').post(`/offers/${offer}/answers`, body);
  county.clock.advance({ minutes: 20 });
  await desk.done(say({ answer: 'decline' }));
  assert.deepEqual(refused(await say({ answer: 'accept', happenedAt: asked })), [409, 'AlreadyAnswered']);
  assert.equal(await desk.state(id), 'accepted');
  await desk.done(say({ answer: 'accept' }));
  assert.equal(await desk.state(id), 'taken');
});

test('nobody answers an offer before it was made, nor before there was an order, whatever time a phone says', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  county.clock.set('2026-03-02T02:00:00.000Z');
  const id = await desk.accepted();
  county.clock.set('2026-03-02T03:00:00.000Z');
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer') }];
  await desk.done(county.as('coordinator').post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt }));
  county.clock.set('2026-03-02T04:00:00.000Z');
  const offer = await desk.offerTo('volunteer');
  const say = (answer: string, happenedAt: string) =>
    county.as('volunteer').post(`/offers/${offer}/answers`, { answer, happenedAt: `2026-03-02T${happenedAt}:00.000Z` });
  for (const [at, code] of [
    ['01:30', 'before_order'],
    ['02:30', 'before_offer'],
  ] as const)
    for (const word of ['accept', 'decline']) {
      const early = await say(word, at);
      assert.deepEqual(refused(early), [400, 'BadRequest']);
      assert.deepEqual(
        (early.body['fields'] as { code: string }[]).map((field) => field.code),
        [code],
      );
    }
  assert.equal(await desk.state(id), 'dispatched');
  // By a clock that is a few minutes behind they said it at once.
  await desk.done(say('accept', '02:56'));
  assert.equal(await desk.state(id), 'taken');
  const written = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) =>
      (
        await tx.client.query<{ at: Date }>(
          `select n.happened_at as at from volunteering.offer_answers n where n.county_id = $1
             union all select o.taken_at from volunteering.orders o where o.county_id = $1 and o.id = $2
             union all select a.assigned_at from volunteering.assignments a where a.county_id = $1 and a.order_id = $2`,
          [tx.countyId, id],
        )
      ).rows.map(({ at }) => at.toISOString()),
    ),
  );
  assert.deepEqual(written, Array(3).fill('2026-03-02T03:00:00.000Z'));
});

test('an offer that ends unanswered leads the order back to dispatch, and can be taken no more', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.dispatched(['volunteer'], {}, { expiresInMinutes: 30 });
  const offer = await desk.offerTo('volunteer');
  county.clock.advance({ minutes: 31 });
  assert.deepEqual(refused(await county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' })), [
    409,
    'OfferEnded',
  ]);
  await county.tick('volunteering.reminders');
  assert.equal(await desk.state(id), 'accepted');
  await county.tick('volunteering.reminders');
  const history = (await county.as('coordinator').get(`/orders/${id}/history`)).body['items'] as {
    noun: string;
    to: string;
  }[];
  assert.deepEqual(
    history.filter((one) => one.noun === 'offer').map((one) => one.to),
    ['open', 'expired'],
  );
});

test('a team that declined as a whole, of which one says yes after all, is still waited for no longer than it was asked', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const memberIds = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
  const team = await desk.done(
    coordinator.post('/teams', { name: { 'zh-CN': '修理队' }, placeId: county.placeId('town-1'), memberIds }),
  );
  const id = await desk.accepted();
  const candidates = [{ kind: 'team', id: team.body['id'] }];
  await desk.done(
    coordinator.post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt, expiresInMinutes: 30 }),
  );
  const offer = await desk.offerTo('volunteer');
  const say = (who: 'volunteer' | 'volunteer-1-2', answer: 'accept' | 'decline') =>
    desk.done(county.as(who).post(`/offers/${offer}/answers`, { answer }));
  await say('volunteer', 'decline');
  await say('volunteer-1-2', 'decline');
  assert.equal(await desk.state(id), 'accepted');
  await say('volunteer', 'accept');
  assert.equal(await desk.state(id), 'dispatched', 'the second place is open to the team again');
  county.clock.advance({ minutes: 31 });
  await county.tick('volunteering.reminders');
  assert.equal(await desk.state(id), 'accepted', 'the desk looks for the second one');
});

test('nobody is asked without the skill, a valid licence, the introduction, or while they are elsewhere', async () => {
  await using desk = await openOrderDesk({ licences: ['electrician'] });
  const { county } = desk;
  const id = await desk.accepted();
  const ask = async (name: 'volunteer' | 'volunteer-2-1' | 'volunteer-2-2', startsAt = visitAt) =>
    county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId(name) }],
      startsAt,
    });
  const without = await ask('volunteer');
  assert.deepEqual(
    [refused(without), without.body['detail']],
    [[422, 'CandidateNotQualified'], { obstacles: ['licence'], missing: ['electrician'], because: noLicence }],
  );
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-2-1'), {
        licences: [{ licence: 'electrician', expiresOn: '2026-03-03' }],
      });
      await addTestVolunteer(tx, 'volunteer-2-2', county.placeId('village-2-2'), {
        licences: [{ licence: 'electrician', expiresOn: '2026-03-04' }],
        trained: false,
      });
    }),
  );
  assert.deepEqual(
    (await ask('volunteer-2-1')).body['detail'],
    { obstacles: ['licence'], missing: ['electrician'], because: noLicence },
    'the licence ends the day before',
  );
  assert.deepEqual((await ask('volunteer-2-2')).body['detail'], {
    obstacles: ['training'],
    missing: [],
    because: '还没有参加过上门前的培训',
  });
  assert.equal((await ask('volunteer-2-1', '2026-03-03T02:00:00.000Z')).status, 201);
  assert.deepEqual(refused(await ask('volunteer-2-1', '2026-03-01T02:00:00.000Z')), [422, 'TimeInPast']);
});

test('who is promised elsewhere at that time cannot take a second visit', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await desk.taken();
  const second = await desk.accepted({ contacts: [{ name: '李', phone: '13800006666' }] });
  const ask = async (startsAt: string) =>
    county.as('coordinator').post(`/orders/${second}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
      startsAt,
    });
  assert.deepEqual((await ask('2026-03-04T03:15:00.000Z')).body['detail'], {
    obstacles: ['overlap'],
    missing: [],
    because: '那时（连路上）已经有约',
  });
  assert.equal((await ask('2026-03-04T03:45:00.000Z')).status, 201);
});

test('a pair needs two, one of whom leads; when one gives it back the other stays', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2, pair: true });
  const { county } = desk;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-2-1'), { skills: [] })),
  );
  const alone = await desk.accepted();
  const one = await county.as('coordinator').post(`/orders/${alone}/dispatches`, {
    candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
    startsAt: visitAt,
  });
  assert.deepEqual(refused(one), [422, 'NotEnoughCandidates']);
  const id = await desk.dispatched(['volunteer', 'volunteer-2-1'], {
    contacts: [{ name: '李', phone: '13800006666' }],
  });
  await desk.done(
    county.as('volunteer-2-1').post(`/offers/${await desk.offerTo('volunteer-2-1')}/answers`, { answer: 'accept' }),
  );
  assert.equal(await desk.state(id), 'dispatched');
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  const order = await county.as('coordinator').get(`/orders/${id}`);
  const [visit] = order.body['visits'] as { id: string; people: { name: string; leads: boolean }[] }[];
  assert.deepEqual(
    [order.body['state'], visit?.people.map((person) => [person.name, person.leads])],
    [
      'taken',
      [
        ['volunteer', true],
        ['volunteer-2-1', false],
      ],
    ],
  );
  await desk.done(county.as('volunteer-2-1').post(`/visits/${visit?.id}/releases`, {}));
  assert.equal(await desk.state(id), 'accepted');
  await desk.done(
    county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer-1-2') }],
      startsAt: visitAt,
    }),
  );
  await desk.done(
    county.as('volunteer-1-2').post(`/offers/${await desk.offerTo('volunteer-1-2')}/answers`, { answer: 'accept' }),
  );
  assert.deepEqual(
    [await desk.state(id), (await county.as('coordinator').get(`/orders/${id}`)).body['peopleTaken']],
    ['taken', 2],
  );
});

test('those who should hear of it are told, once each, and nobody else', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await desk.dispatched();
  await county.deliver();
  await county.deliver();
  const told = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) =>
      (
        await tx.client.query<{ name: string; kind: string }>(
          'select p.display_name as name, m.kind from notices.messages m join people.persons p on p.county_id = m.county_id and p.id = m.person_id order by 1, 2',
        )
      ).rows.map((row) => `${row.name} ${row.kind}`),
    ),
  );
  assert.deepEqual(told, [
    'coordinator order.submitted',
    'station-keeper order.submitted',
    'town-coordinator order.submitted',
    'volunteer order.offered',
  ]);
});
