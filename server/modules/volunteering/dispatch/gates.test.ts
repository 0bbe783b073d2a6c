import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestTerms, addTestVolunteer, openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

/** What a coordinator sees to speak against somebody for an order, at a time. */
async function obstaclesOf(desk: OrderDesk, id: string, startsAt = visitAt, name = 'volunteer'): Promise<string[]> {
  const answer = await desk.county
    .as('coordinator')
    .get(`/candidates?orderId=${id}&all=true&startsAt=${encodeURIComponent(startsAt)}`);
  assert.equal(answer.status, 200, answer.text);
  const one = (answer.body['items'] as { name: string; obstacles: string[] }[]).find((item) => item.name === name);
  return one?.obstacles ?? ['nobody'];
}

/** Changes the volunteer as the coordinator may, from the version that stands. */
async function change(desk: OrderDesk, values: Record<string, unknown>): Promise<void> {
  const coordinator = desk.county.as('coordinator');
  const path = `/volunteers/${await desk.county.personId('volunteer')}`;
  const { version } = (await coordinator.get(path)).body;
  await desk.done(coordinator.patch(path, { version, ...values }));
}

test('each rule about when, how far and how much blocks by its own name, and only where it should', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.accepted();
  assert.deepEqual(await obstaclesOf(desk, id), []);
  // Wednesday 4 March, 10 to 11; one thing changed at a time, and changed back.
  const cases: [string, Record<string, unknown>, Record<string, unknown>, string[]][] = [
    ['pauses until the day after', { state: 'paused', pausedUntil: '2026-03-05' }, { state: 'active' }, ['paused']],
    ['pauses until that very day', { state: 'paused', pausedUntil: '2026-03-04' }, { state: 'active' }, []],
    ['is away', { away: [{ from: '2026-03-01', until: '2026-03-04' }] }, { away: [] }, ['away']],
    ['was away before', { away: [{ from: '2026-03-01', until: '2026-03-03' }] }, { away: [] }, []],
    [
      'comes Tuesdays and Thursdays, 19 to 21',
      { availability: [{ weekdays: [2, 4], from: '19:00', to: '21:00' }] },
      { availability: [] },
      ['not-available'],
    ],
    [
      'has to go before the visit would be over',
      { availability: [{ weekdays: [3], from: '08:00', to: '10:45' }] },
      { availability: [] },
      ['not-available'],
    ],
    [
      'comes Wednesdays until noon',
      { availability: [{ weekdays: [3], from: '09:00', to: '12:00' }] },
      { availability: [] },
      [],
    ],
    [
      'lives elsewhere and goes no distance',
      { withinKm: 0, homePlaceId: county.placeId('village-2-2') },
      { withinKm: null, homePlaceId: county.placeId('village-1-1') },
      ['too-far'],
    ],
  ];
  for (const [what, changed, back, expected] of cases) {
    await change(desk, changed);
    assert.deepEqual(await obstaclesOf(desk, id), expected, what);
    await change(desk, back);
  }
  // A visit past midnight is on both days; one that ends with the day is not on the next.
  await change(desk, { away: [{ from: '2026-03-05', until: '2026-03-06' }] });
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-04T15:30:00.000Z'), ['away']);
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-04T15:00:00.000Z'), []);
  await change(desk, { away: [] });
  const quiet = { email: true, quietFrom: 600, quietUntil: 660 };
  await desk.done(county.as('volunteer').put('/notice-preferences', quiet));
  assert.deepEqual(await obstaclesOf(desk, id), ['quiet-hours']);
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-04T03:00:00.000Z'), [], 'an hour later');
  await desk.done(county.as('volunteer').put('/notice-preferences', { ...quiet, quietFrom: null, quietUntil: null }));
  // One visit promised on Wednesday at ten: what it leaves of the day and the week.
  await desk.taken({ contacts: [{ name: '李', phone: '13800006666' }] });
  assert.deepEqual(await obstaclesOf(desk, id), ['overlap']);
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-04T03:15:00.000Z'), ['overlap'], 'still on the way');
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-04T03:20:00.000Z'), []);
  await change(desk, { visitsPerDay: 1 });
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-04T06:00:00.000Z'), ['day-full']);
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-05T06:00:00.000Z'), []);
  await change(desk, { visitsPerDay: null, visitsPerWeek: 1 });
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-08T06:00:00.000Z'), ['week-full'], 'Sunday of the same week');
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-09T06:00:00.000Z'), [], 'the Monday after');
});

test('minors go by the county’s ages, newcomers beside somebody who leads, and nobody without the insurance that is asked', async () => {
  await using desk = await openOrderDesk({ insurance: true });
  const { county } = desk;
  const id = await desk.accepted();
  assert.deepEqual(await obstaclesOf(desk, id), ['insurance']);
  await change(desk, { insuredUntil: '2026-03-03' });
  assert.deepEqual(await obstaclesOf(desk, id), ['insurance'], 'it ends the day before');
  await change(desk, { insuredUntil: '2026-03-04', needsMentor: true });
  assert.deepEqual(await obstaclesOf(desk, id), ['newcomer']);
  await change(desk, { needsMentor: false, bornOn: '2008-03-05' });
  assert.deepEqual(await obstaclesOf(desk, id), ['guardian', 'minor-alone'], 'eighteen the day after');
  await change(desk, { guardianAgreed: true });
  assert.deepEqual(await obstaclesOf(desk, id), ['minor-alone']);
  assert.deepEqual(await obstaclesOf(desk, id, '2026-03-04T11:30:00.000Z'), ['minor-alone', 'minor-hours']);
  await change(desk, { bornOn: '2008-03-04', insuredUntil: '2026-03-31' });
  assert.deepEqual(await obstaclesOf(desk, id), [], 'eighteen today');
  await change(desk, { bornOn: '2015-01-01' });
  assert.deepEqual(await obstaclesOf(desk, id), ['child']);
  await change(desk, { bornOn: '2021-01-01' });
  assert.deepEqual(await obstaclesOf(desk, id), ['age', 'child']);
  const band = { fromAge: 4, accepted: true, guardian: false, homes: 'freely', notBefore: 0, notAfter: 1_440 };
  const items = [{ ...band, minutesPerWeek: 30 }];
  assert.deepEqual(refused(await county.as('station-keeper').put('/age-bands', { items })), [403, 'Forbidden']);
  await desk.done(county.as('coordinator').put('/age-bands', { items }));
  assert.deepEqual(await obstaclesOf(desk, id), ['minor-week'], 'as data: the county says otherwise');
  const late = await county.as('coordinator').put('/age-bands', { items: [{ ...band, minutesPerWeek: 60 }], read: [] });
  assert.deepEqual(refused(late), [409, 'StaleVersion'], 'somebody else set them meanwhile');
  assert.deepEqual(late.body['detail'], { current: items });
  await desk.done(county.as('coordinator').put('/age-bands', { items, read: items }));
  const same = await county.as('coordinator').put('/age-bands', { items: [...items, ...items] });
  assert.deepEqual(refused(same), [400, 'BadRequest']);
  const asked = await county.as('coordinator').post(`/orders/${id}/dispatches`, {
    candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
    startsAt: visitAt,
  });
  assert.deepEqual(refused(asked), [422, 'CandidateNotQualified']);
  assert.match(asked.text, /未成年人这一周的时间满了/);
});

test('a paper counts once a named person has seen the original, and no more when it is taken away: at the answer, the day before, at the door', async () => {
  await using desk = await openOrderDesk({ licences: ['electrician'] });
  const { county } = desk;
  const me = await county.personId('volunteer');
  const id = await desk.accepted();
  const own = county.as('volunteer');
  const claim = { licence: 'electrician', expiresOn: '2026-12-31' };
  assert.equal((await county.as('volunteer-1-2').post(`/volunteers/${me}/licence-claims`, claim)).status, 404);
  const past = await own.post(`/volunteers/${me}/licence-claims`, { ...claim, expiresOn: '2026-03-01' });
  assert.deepEqual(refused(past), [400, 'BadRequest']);
  const made = await desk.done(own.post(`/volunteers/${me}/licence-claims`, claim));
  const [waits] = made.body['claims'] as { id: string; checkerName: string; checkBy: string; verdict: null }[];
  assert.deepEqual(
    [waits?.checkerName, waits?.checkBy, waits?.verdict],
    ['town-coordinator', '2026-03-05T15:59:00.000Z', null],
    'three working days, by somebody near',
  );
  assert.deepEqual(refused(await own.post(`/volunteers/${me}/licence-claims`, claim)), [409, 'AlreadyShown']);
  assert.deepEqual(await obstaclesOf(desk, id), ['licence'], 'said is not seen');
  assert.equal((await own.get('/licence-claims')).status, 403);
  const answer = { verdict: 'seen', expiresOn: '2026-06-30' };
  assert.deepEqual(refused(await own.post(`/licence-claims/${waits?.id}/answers`, answer)), [403, 'Forbidden']);
  const cards = (await county.as('town-coordinator').get('/me/waiting')).body['items'] as { kind: string }[];
  assert.ok(cards.some(({ kind }) => kind === 'volunteering.licence-claim'));
  const listed = await county.as('coordinator').get('/licence-claims');
  assert.deepEqual(
    (listed.body['items'] as { name: string; overdue: boolean }[]).map((one) => [one.name, one.overdue]),
    [['volunteer', false]],
  );
  await desk.done(county.as('coordinator').post(`/licence-claims/${waits?.id}/answers`, answer));
  const twice = await county.as('coordinator').post(`/licence-claims/${waits?.id}/answers`, answer);
  assert.deepEqual(refused(twice), [409, 'AlreadyAnswered']);
  assert.deepEqual(await obstaclesOf(desk, id), []);
  const offered = async (): Promise<string> => {
    await desk.done(
      county.as('coordinator').post(`/orders/${id}/dispatches`, {
        candidates: [{ kind: 'volunteer', id: me }],
        startsAt: visitAt,
      }),
    );
    return desk.offerTo('volunteer');
  };
  const ends = (expiresOn: string): Promise<void> =>
    change(desk, { licences: [{ licence: 'electrician', expiresOn }] });
  const offer = await offered();
  await ends('2026-03-03');
  const late = await own.post(`/offers/${offer}/answers`, { answer: 'accept' });
  assert.deepEqual(
    [refused(late), late.body['detail']],
    [
      [422, 'CandidateNotQualified'],
      { obstacles: ['licence'], missing: ['electrician'], because: '没有要求的证，或者那天已经过期' },
    ],
    'at the answer',
  );
  await ends('2026-06-30');
  await desk.done(own.post(`/offers/${offer}/answers`, { answer: 'accept' }));
  assert.equal(await desk.state(id), 'taken');
  await ends('2026-03-03');
  const visit = await desk.visitOf(id);
  county.clock.set(visitAt);
  assert.deepEqual(
    refused(await own.post(`/visits/${visit}/check-ins`, {})),
    [422, 'CandidateNotQualified'],
    'at the door',
  );
  county.clock.set('2026-03-03T02:00:00.000Z');
  await county.deliver();
  assert.equal(await desk.state(id), 'accepted', 'and the desk looks for somebody else');
  assert.deepEqual((await own.get('/visits')).body['items'], []);
});

test('the day before, each of two is looked at: where neither may go any more, neither does', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2, insurance: true });
  const { county } = desk;
  const insured = (until: string): Promise<unknown> =>
    county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.client.query('update volunteering.volunteers set insured_until = $2 where county_id = $1', [
          tx.countyId,
          until,
        ]),
      ),
    );
  await insured('2026-12-31');
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  for (const name of ['volunteer', 'volunteer-1-2'] as const)
    await desk.done(county.as(name).post(`/offers/${await desk.offerTo(name)}/answers`, { answer: 'accept' }));
  assert.equal(await desk.state(id), 'taken');
  await insured('2026-03-03');
  county.clock.set('2026-03-03T02:00:01.000Z');
  await county.tick('volunteering.reminders');
  assert.equal(await desk.state(id), 'accepted');
  for (const name of ['volunteer', 'volunteer-1-2'] as const)
    assert.deepEqual((await county.as(name).get('/visits')).body['items'], [], name);
});

test('two who shall not meet are not planned together; neither hears of it, and the desk sees only its own word', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const me = await county.personId('volunteer');
  const other = await county.personId('volunteer-1-2');
  const id = await desk.dispatched(['volunteer']);
  const offer = await desk.offerTo('volunteer');
  await desk.done(coordinator.post(`/orders/${id}/exclusions`, { personId: me }));
  assert.equal((await county.as('volunteer').post(`/orders/${id}/exclusions`, { personId: other })).status, 404);
  const told = await county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' });
  assert.deepEqual(
    [refused(told), told.body['detail']],
    [[422, 'CandidateNotQualified'], { obstacles: [], missing: [], because: '这一单请别人去' }],
  );
  assert.doesNotMatch(JSON.stringify((await county.as('volunteer').get(`/people/${me}/data`)).body), /excluded|served/);
  const again = await desk.accepted({ again: true });
  assert.deepEqual(await obstaclesOf(desk, again), ['excluded'], 'also the next time the same people order');
  const elsewhere = await desk.accepted({ contacts: [{ name: '李', phone: '13800006666' }] });
  assert.deepEqual(await obstaclesOf(desk, elsewhere), []);
  const [line] = (await coordinator.get(`/orders/${again}/exclusions`)).body['items'] as { id: string; name: string }[];
  assert.equal(line?.name, 'volunteer');
  await desk.done(coordinator.delete(`/orders/${again}/exclusions/${line?.id}`));
  assert.deepEqual(await obstaclesOf(desk, again), []);
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  await desk.done(county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/exclusions`, {}));
  assert.deepEqual((await coordinator.get(`/orders/${again}/exclusions`)).body['items'], []);
  assert.deepEqual(await obstaclesOf(desk, again, '2026-03-10T02:00:00.000Z'), ['excluded']);
  const mine = (as: 'volunteer' | 'volunteer-1-2' | 'coordinator') => county.as(as).get(`/volunteers/${me}/exclusions`);
  assert.deepEqual([(await mine('coordinator')).status, (await mine('volunteer-1-2')).status], [403, 404]);
  const [wish] = (await mine('volunteer')).body['items'] as { id: string; visit: { startsAt: string } | null }[];
  assert.equal(wish?.visit?.startsAt, visitAt);
  assert.doesNotMatch((await mine('volunteer')).text, /王阿姨|13800001234|东头/);
  const end = (as: 'volunteer' | 'coordinator') => county.as(as).delete(`/volunteers/${me}/exclusions/${wish?.id}`);
  assert.equal((await end('coordinator')).status, 403, 'a wish of one’s own is nobody else’s to end');
  assert.deepEqual((await desk.done(end('volunteer'))).body['items'], []);
  assert.equal((await end('volunteer')).status, 404);
  assert.deepEqual(await obstaclesOf(desk, again, '2026-03-10T02:00:00.000Z'), []);
  await desk.done(county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/exclusions`, {}));
  await county.deliver();
  assert.equal(await desk.state(id), 'taken', 'one’s own wish breaks no promise');
  await desk.done(coordinator.post(`/orders/${id}/exclusions`, { personId: me }));
  assert.equal(await desk.state(id), 'accepted', 'whoever is served need not open to them');
  assert.deepEqual((await county.as('volunteer').get('/visits')).body['items'], []);
});

test('of a volunteer who leaves, visits go back to dispatch and offers end', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await addTestTerms(tx, 'skill', ['water-and-lights']);
      await addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-1-1'));
    }),
  );
  const taken = await desk.taken();
  const asked = await desk.dispatched(
    ['volunteer'],
    { contacts: [{ name: '李', phone: '13800006666' }] },
    {
      startsAt: '2026-03-05T02:00:00.000Z',
    },
  );
  await change(desk, { state: 'paused' });
  await county.deliver();
  assert.deepEqual(
    [await desk.state(taken), await desk.state(asked)],
    ['taken', 'dispatched'],
    'a pause breaks no promise',
  );
  await change(desk, { state: 'left' });
  await county.deliver();
  assert.deepEqual([await desk.state(taken), await desk.state(asked)], ['accepted', 'accepted']);
  await desk.done(
    county.as('coordinator').post(`/orders/${taken}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer-2-1') }],
      startsAt: visitAt,
    }),
  );
});

test('a paper at which nobody looked in the time that was said waits for everybody who keeps volunteers there', async () => {
  await using desk = await openOrderDesk({ licences: ['electrician'] });
  const { county } = desk;
  const me = await county.personId('volunteer');
  const claim = { licence: 'electrician', expiresOn: '2026-12-31' };
  await desk.done(county.as('volunteer').post(`/volunteers/${me}/licence-claims`, claim));
  const waits = async (name: 'coordinator' | 'town-coordinator' | 'station-keeper'): Promise<boolean> =>
    ((await county.as(name).get('/me/waiting')).body['items'] as { kind: string }[]).some(
      ({ kind }) => kind === 'volunteering.licence-claim',
    );
  assert.deepEqual(
    [await waits('town-coordinator'), await waits('coordinator')],
    [true, false],
    'the nearest is named',
  );
  county.clock.set('2026-03-05T16:00:00.000Z');
  assert.deepEqual([await waits('town-coordinator'), await waits('coordinator')], [true, true]);
  assert.equal(await waits('station-keeper'), false, 'who may not answer it is not asked');
});
