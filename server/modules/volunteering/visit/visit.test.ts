import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused, visitAt } from '../testing.ts';

test('nobody checks in hours before the time, nor for another, nor twice', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const visit = await desk.visitOf(await desk.taken());
  const arrive = (name: 'volunteer' | 'volunteer-1-2' | 'station-keeper') =>
    county.as(name).post(`/visits/${visit}/check-ins`, {});
  assert.deepEqual(refused(await arrive('volunteer')), [422, 'NotYet']);
  const opensAt = (await county.as('volunteer').get(`/visits/${visit}`)).body['checkInFrom'];
  assert.equal(Date.parse(visitAt) - Date.parse(String(opensAt)), 7_200_000);
  county.clock.set(visitAt);
  assert.equal((await arrive('volunteer-1-2')).status, 404);
  assert.equal((await arrive('volunteer')).status, 201);
  assert.deepEqual(refused(await arrive('volunteer')), [409, 'WrongState']);
});

test('time typed in later, or by the organiser, is evidence of another class', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const first = await desk.visitOf(await desk.taken());
  const early = await county.as('coordinator').post(`/visits/${first}/completions`, { minutesServed: 1_440 });
  assert.deepEqual(refused(early), [422, 'NotYet'], 'what is to come is not over');
  county.clock.set('2026-03-06T02:00:00.000Z');
  const tooLong = { minutesServed: 1_440, happenedAt: '2026-03-04T03:00:00.000Z' };
  assert.deepEqual(refused(await county.as('coordinator').post(`/visits/${first}/completions`, tooLong)), [
    400,
    'BadRequest',
  ]);
  assert.deepEqual(refused(await county.as('volunteer').post(`/visits/${first}/completions`, {})), [
    422,
    'MinutesMissing',
  ]);
  await desk.done(
    county
      .as('volunteer')
      .post(`/visits/${first}/completions`, { minutesServed: 45, happenedAt: '2026-03-04T03:00:00.000Z' }),
  );
  const [order] = (await county.as('coordinator').get('/orders?state=done')).body['items'] as { id: string }[];
  const seen = await county.as('coordinator').get(`/orders/${order?.id}`);
  assert.deepEqual(
    (seen.body['visits'] as { evidence: string; minutesServed: number }[]).map((visit) => [
      visit.evidence,
      visit.minutesServed,
    ]),
    [['typed-in-later', 45]],
  );
});

test('whoever gives a visit back loses nothing, and the order waits for dispatch again', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  await desk.done(county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/releases`, {}));
  const order = await county.as('coordinator').get(`/orders/${id}`);
  assert.deepEqual(
    [
      order.body['state'],
      order.body['peopleTaken'],
      (order.body['visits'] as { state: string }[]).map((visit) => visit.state),
    ],
    ['accepted', 0, ['cancelled']],
  );
  const candidates = await county.as('coordinator').get(`/candidates?orderId=${id}`);
  assert.deepEqual(
    (candidates.body['items'] as { name: string; qualified: boolean }[]).map((one) => [one.name, one.qualified]),
    [
      ['volunteer', true],
      ['volunteer-1-2', true],
    ],
  );
});

test('whoever telephones that they cannot come is released by the desk, and nobody else of the visit', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  for (const name of ['volunteer', 'volunteer-1-2'] as const)
    await desk.done(county.as(name).post(`/offers/${await desk.offerTo(name)}/answers`, { answer: 'accept' }));
  const visit = await desk.visitOf(id);
  const personId = await county.personId('volunteer');
  const release = (as: 'station-keeper' | 'volunteer-1-2' | 'auditor', who = personId) =>
    county.as(as).post(`/visits/${visit}/person-releases`, { personId: who });
  assert.deepEqual(refused(await release('volunteer-1-2')), [403, 'Forbidden'], 'nobody says it of a neighbour');
  assert.equal((await release('station-keeper', await county.personId('volunteer-2-1'))).status, 404);
  await desk.done(release('station-keeper'));
  const order = (await county.as('coordinator').get(`/orders/${id}`)).body;
  const [line] = order['visits'] as { state: string; people: { name: string; state: string }[] }[];
  assert.deepEqual(
    [order['state'], line?.state, line?.people.map((one) => [one.name, one.state]).toSorted()],
    [
      'accepted',
      'planned',
      [
        ['volunteer', 'given-back'],
        ['volunteer-1-2', 'assigned'],
      ],
    ],
  );
  assert.match((await county.as('volunteer').get('/notices')).text, /这一次不用您去了/);
  const [entry] = (await county.as('auditor').get('/audit?act=visit.release-person')).body['items'] as {
    detail: unknown;
  }[];
  assert.deepEqual(entry?.detail, { saidBy: personId });
  assert.equal((await release('station-keeper')).status, 404, 'they do not go any more');
});

test('a closed door is not the end: the visit failed, and somebody goes again', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  county.clock.set(visitAt);
  await desk.done(county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/failures`, { reason: '没有人在家' }));
  assert.equal(await desk.state(id), 'visit-failed');
  const people = async (): Promise<unknown> =>
    ((await county.as('coordinator').get(`/orders/${id}`)).body['visits'] as { people: { state: string }[] }[]).map(
      (visit) => visit.people.map(({ state }) => state),
    );
  assert.deepEqual(await people(), [['in-vain']], 'nobody goes to what is over');
  const [mine] = (await county.as('volunteer').get('/visits?state=failed')).body['items'] as { abilities: string[] }[];
  assert.ok(mine?.abilities.includes('visit.report-incident'), 'what happened there they may still say');
  assert.ok(!mine?.abilities.includes('visit.release'));
  const again = await desk.done(county.as('coordinator').post(`/orders/${id}/reopenings`, { reason: '约了明天' }));
  assert.deepEqual([again.body['state'], again.body['reopened'], again.body['peopleTaken']], ['accepted', 1, 0]);
  await desk.done(
    county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
      startsAt: '2026-03-05T02:00:00.000Z',
    }),
  );
  assert.deepEqual((await county.as('coordinator').get(`/orders/${id}`)).body['offersOpen'], 1);
});

test('when another time is wished, what was agreed is undone and those who would have gone are told', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  await county.deliver();
  const changed = await desk.done(
    county.as('station-keeper').post(`/orders/${id}/wishes`, { wishes: [{ on: '2026-03-09', part: 'evening' }] }),
  );
  assert.deepEqual(
    [changed.body['state'], changed.body['wishes'], changed.body['peopleTaken']],
    ['accepted', [{ on: '2026-03-09', part: 'evening' }], 0],
  );
  await county.deliver();
  const told = await county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) =>
        (
          await tx.client.query(
            `select 1 from notices.messages m join people.persons p on p.county_id = m.county_id and p.id = m.person_id where p.display_name = 'volunteer' and m.kind = 'order.changed'`,
          )
        ).rowCount,
    ),
  );
  assert.equal(told, 1);
  assert.deepEqual(
    refused(
      await county.as('station-keeper').post(`/orders/${id}/wishes`, { wishes: [{ on: '2026-03-01', part: 'any' }] }),
    ),
    [422, 'TimeInPast'],
  );
});

test('nobody was there before there was an order, whatever time a late phone says', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  // At nine an order for ten: two hours before a visit nobody had asked for it yet.
  county.clock.set('2026-03-04T01:00:00.000Z');
  const visit = await desk.visitOf(await desk.taken({ wishes: [{ on: '2026-03-04', part: 'any' }] }));
  county.clock.set('2026-03-04T03:00:00.000Z');
  const send = (act: string, body: object) => county.as('volunteer').post(`/visits/${visit}/${act}`, body);
  const early = { happenedAt: '2026-03-04T00:30:00.000Z' };
  const arrived = await send('check-ins', early);
  assert.deepEqual([refused(arrived), /那时还没有点这张单子/.test(arrived.text)], [[400, 'BadRequest'], true]);
  assert.deepEqual(refused(await send('completions', { ...early, minutesServed: 10 })), [400, 'BadRequest']);
  await desk.done(send('completions', { minutesServed: 60 }));
});

test('nobody gives a visit back tomorrow, whatever their phone’s clock says: the time for finding somebody else counts from it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const visit = await desk.visitOf(await desk.taken());
  const ahead = { happenedAt: '2027-03-02T01:00:00.000Z' };
  assert.deepEqual(refused(await county.as('volunteer').post(`/visits/${visit}/releases`, ahead)), [
    422,
    'TimeInFuture',
  ]);
  const personId = await county.personId('volunteer');
  const heard = await county.as('coordinator').post(`/visits/${visit}/person-releases`, { personId, ...ahead });
  assert.deepEqual(refused(heard), [422, 'TimeInFuture']);
});

test('whoever promised to go hears it, and goes no more, when the desk answers otherwise, takes it back, or asks for another time', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2, pair: true });
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const own = county.as('volunteer');
  const told = async (): Promise<number> =>
    ((await own.get('/notices')).body['items'] as { kind: string }[]).filter(({ kind }) => kind === 'visit.not-needed')
      .length;
  let phones = 0;
  // One of the pair has said yes, the other no: the order waits for somebody else.
  const halfTaken = async (): Promise<{ id: string; visit: string }> => {
    const phone = `1380000900${(phones += 1)}`;
    const id = await desk.dispatched(['volunteer', 'volunteer-1-2'], { contacts: [{ name: '李', phone }] });
    const say = async (who: 'volunteer' | 'volunteer-1-2', answer: string): Promise<void> => {
      await desk.done(county.as(who).post(`/offers/${await desk.offerTo(who)}/answers`, { answer }));
    };
    await say('volunteer', 'accept');
    await say('volunteer-1-2', 'decline');
    assert.equal(await desk.state(id), 'accepted');
    const visit = await desk.visitOf(id);
    assert.equal((await own.get(`/visits/${visit}`)).status, 200);
    return { id, visit };
  };
  const gone = async (visit: string): Promise<void> => assert.equal((await own.get(`/visits/${visit}`)).status, 404);

  const answered = await halfTaken();
  const answer = { verdict: 'refuse', reason: '没有人手', nextAddress: '96333' };
  await desk.done(coordinator.post(`/orders/${answered.id}/triages`, answer));
  await gone(answered.visit);
  assert.equal(await told(), 1);

  const moved = await halfTaken();
  const candidates = await Promise.all(
    (['volunteer', 'volunteer-1-2'] as const).map(async (name) => ({
      kind: 'volunteer',
      id: await county.personId(name),
    })),
  );
  const startsAt = '2026-03-05T02:00:00.000Z';
  await desk.done(coordinator.post(`/orders/${moved.id}/dispatches`, { candidates, startsAt }));
  await gone(moved.visit);
  assert.equal(await told(), 2);

  const wished = await halfTaken();
  const wishes = [{ on: '2026-03-06', part: 'morning' }];
  await desk.done(coordinator.post(`/orders/${wished.id}/wishes`, { wishes }));
  await gone(wished.visit);
  await county.deliver();
  assert.match((await own.get('/notices')).text, /点单人改了时间/);
  assert.equal(await told(), 2, 'of which they hear by that');

  const taken = await desk.dispatched(['volunteer', 'volunteer-1-2'], {
    contacts: [{ name: '李', phone: '13800009009' }],
  });
  for (const who of ['volunteer', 'volunteer-1-2'] as const)
    await desk.done(county.as(who).post(`/offers/${await desk.offerTo(who)}/answers`, { answer: 'accept' }));
  const visit = await desk.visitOf(taken);
  await desk.done(coordinator.post(`/orders/${taken}/reopenings`, { reason: '改派别人' }));
  await gone(visit);
  assert.equal(await told(), 3);
});
