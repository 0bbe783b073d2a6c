import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestVolunteer, openOrderDesk, refused, visitAt } from '../testing.ts';

test('a newcomer’s first home visit is made beside whoever leads it: both see it, nobody waits for it, and the next they may lead', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('coordinator');
  const newcomer = await county.personId('volunteer-1-2');
  const own = county.as('volunteer-1-2');
  await desk.done(keeper.patch(`/volunteers/${newcomer}`, { version: 1, needsMentor: true }));
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  const ask = (personId: string) => keeper.post(`/visits/${visit}/newcomers`, { personId });
  assert.deepEqual(refused(await ask(await county.personId('volunteer'))), [422, 'NotNewcomer']);
  assert.deepEqual((await keeper.get(`/visits/${visit}/newcomers`)).body['items'], [
    { personId: newcomer, name: 'volunteer-1-2' },
  ]);
  await desk.done(ask(newcomer));
  assert.deepEqual(refused(await ask(newcomer)), [409, 'NewcomerThere']);
  const offer = await desk.offerTo('volunteer-1-2');
  assert.equal((await own.get(`/offers/${offer}`)).body['besideName'], 'volunteer');
  await desk.done(own.post(`/offers/${offer}/answers`, { answer: 'accept' }));
  const mine = (await own.get(`/visits/${visit}`)).body;
  assert.deepEqual([mine['mentorName'], mine['newcomerNames'], mine['leads']], ['volunteer', [], false]);
  const theirs = (await county.as('volunteer').get(`/visits/${visit}`)).body;
  assert.deepEqual([theirs['mentorName'], theirs['newcomerNames']], [null, ['volunteer-1-2']]);
  assert.match((await county.as('volunteer').get('/notices')).text, /一位新人第一次上门/);

  // Whether the newcomer comes changes nothing; whoever leads does not go, and nobody goes alone.
  await desk.done(own.post(`/visits/${visit}/releases`, {}));
  assert.equal(await desk.state(id), 'taken');
  await desk.done(ask(newcomer));
  await desk.done(own.post(`/offers/${await desk.offerTo('volunteer-1-2')}/answers`, { answer: 'accept' }));
  await desk.done(county.as('volunteer').post(`/visits/${visit}/releases`, {}));
  assert.equal(await desk.state(id), 'accepted');
  assert.equal((await own.get(`/visits/${visit}`)).status, 404, 'no address for whoever would stand there alone');
  assert.match((await own.get('/notices')).text, /这一次不用您去了/);
  const history = (await county.as('coordinator').get(`/orders/${id}/history`)).body['items'] as {
    noun: string;
    to: string;
    person: { name: string } | null;
    by: { name: string };
  }[];
  assert.deepEqual(
    history
      .filter((one) => one.noun === 'visit-assignment' && one.person?.name === 'volunteer-1-2')
      .map((one) => [one.to, one.by.name]),
    [
      ['assigned', 'volunteer-1-2'],
      ['given-back', 'volunteer-1-2'],
      ['assigned', 'volunteer-1-2'],
      ['released', 'volunteer'],
    ],
    'coming and going is written down, each with who',
  );

  const again = await desk.taken({ contacts: [{ name: '李', phone: '13800006666' }] });
  const second = await desk.visitOf(again);
  await desk.done(keeper.post(`/visits/${second}/newcomers`, { personId: newcomer }));
  await desk.done(own.post(`/offers/${await desk.offerTo('volunteer-1-2')}/answers`, { answer: 'accept' }));
  const order = (await keeper.get(`/orders/${again}`)).body;
  assert.deepEqual([order['state'], order['peopleTaken']], ['taken', 1], 'they fill no place');
  county.clock.set(visitAt);
  await desk.done(county.as('volunteer').post(`/visits/${second}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer').post(`/visits/${second}/completions`, { report: '' }));
  assert.equal((await keeper.get(`/volunteers/${newcomer}`)).body['needsMentor'], false);
});

test('who was asked to come along is asked no more once one of those who go does not, nor once another leads', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2, pair: true });
  const { county } = desk;
  const keeper = county.as('coordinator');
  const newcomer = await county.personId('volunteer-2-1');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-2-1'))),
  );
  await desk.done(keeper.patch(`/volunteers/${newcomer}`, { version: 1, needsMentor: true }));
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  const accept = async (who: 'volunteer' | 'volunteer-1-2'): Promise<void> => {
    await desk.done(county.as(who).post(`/offers/${await desk.offerTo(who)}/answers`, { answer: 'accept' }));
  };
  await accept('volunteer');
  await accept('volunteer-1-2');
  const visit = await desk.visitOf(id);
  const stateOf = async (offer: string): Promise<unknown> =>
    (await county.as('volunteer-2-1').get(`/offers/${offer}`)).body['state'];
  await desk.done(keeper.post(`/visits/${visit}/newcomers`, { personId: newcomer }));
  const first = await desk.offerTo('volunteer-2-1');
  await desk.done(county.as('volunteer-1-2').post(`/visits/${visit}/releases`, {}));
  assert.equal(await stateOf(first), 'withdrawn', 'nobody knows yet whether they go at all');

  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer-1-2') }];
  await desk.done(keeper.post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt }));
  await accept('volunteer-1-2');
  await desk.done(keeper.post(`/visits/${visit}/newcomers`, { personId: newcomer }));
  const second = await desk.offerTo('volunteer-2-1');
  const mate = await county.personId('volunteer-2-2');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestVolunteer(tx, 'volunteer-2-2', county.placeId('village-1-1'))),
  );
  const memberIds = [await county.personId('volunteer'), mate];
  await desk.done(keeper.post('/teams', { name: { 'zh-CN': '修理队' }, placeId: county.placeId('town-1'), memberIds }));
  await desk.done(county.as('volunteer').post(`/visits/${visit}/hand-overs`, { personId: mate }));
  const asked = await desk.offerTo('volunteer-2-2');
  await desk.done(county.as('volunteer-2-2').post(`/offers/${asked}/answers`, { answer: 'accept' }));
  assert.equal(await stateOf(second), 'withdrawn', 'whoever they were to go beside does not go');
});

test('who is released a second time from the same visit hears it a second time', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2, pair: true });
  const { county } = desk;
  const keeper = county.as('coordinator');
  const own = county.as('volunteer-2-1');
  const newcomer = await county.personId('volunteer-2-1');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-2-1'))),
  );
  await desk.done(keeper.patch(`/volunteers/${newcomer}`, { version: 1, needsMentor: true }));
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  const accept = async (who: 'volunteer' | 'volunteer-1-2' | 'volunteer-2-1'): Promise<void> => {
    await desk.done(county.as(who).post(`/offers/${await desk.offerTo(who)}/answers`, { answer: 'accept' }));
  };
  await accept('volunteer');
  const comeAndGo = async (): Promise<void> => {
    await accept('volunteer-1-2');
    const visit = await desk.visitOf(id);
    await desk.done(keeper.post(`/visits/${visit}/newcomers`, { personId: newcomer }));
    await accept('volunteer-2-1');
    county.clock.advance({ minutes: 1 });
    await desk.done(county.as('volunteer-1-2').post(`/visits/${visit}/releases`, {}));
  };
  await comeAndGo();
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer-1-2') }];
  await desk.done(keeper.post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt }));
  await comeAndGo();
  const told = async (who: typeof own, kind: string): Promise<number> =>
    ((await who.get('/notices')).body['items'] as { kind: string }[]).filter((one) => one.kind === kind).length;
  assert.deepEqual([await told(own, 'visit.not-needed'), await told(county.as('volunteer'), 'visit.newcomer')], [2, 2]);
});
