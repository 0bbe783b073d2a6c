import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused, visitAt } from '../testing.ts';

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
