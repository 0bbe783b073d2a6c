import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderView, visitLine } from '../contract.ts';
import { openOrderDesk, refused, visitAt } from '../testing.ts';

test('where its risk asks for it an order is accepted once it was checked; the words of a risk reach those who go, two go where two are needed, and all of it is erased with the contact', async () => {
  await using desk = await openOrderDesk({ checks: ['called-back', 'risk'] });
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const { id } = await desk.placed();
  const accept = () => keeper.post(`/orders/${id}/triages`, { verdict: 'accept' });
  const early = await accept();
  assert.deepEqual(refused(early), [422, 'ChecksMissing']);
  assert.match(early.text, /接下之前还要核实：回过电话，风险有多大。/);
  const batch = await county.as('coordinator').post('/orders/batches', { acts: [{ do: 'accept', id }] });
  assert.equal((batch.body['items'] as { code: string }[])[0]?.code, 'ChecksMissing', 'many at once hear the same');

  const check = { checked: ['called-back'], risk: 'raised', twoNeeded: true };
  assert.deepEqual(refused(await keeper.put(`/orders/${id}/checks`, check)), [422, 'RiskReasonMissing']);
  const riskReason = '院里有一条大狗，没有拴';
  const checked = await desk.done(keeper.put(`/orders/${id}/checks`, { ...check, riskReason }));
  const { check: written, peopleNeeded } = checked.read(orderView);
  assert.deepEqual([written?.risk, written?.riskReason, peopleNeeded], ['raised', riskReason, 2]);
  await desk.done(accept());

  const candidates = await Promise.all(
    (['volunteer', 'volunteer-1-2'] as const).map(async (name) => ({
      kind: 'volunteer',
      id: await county.personId(name),
    })),
  );
  const coordinator = county.as('coordinator');
  assert.deepEqual(
    refused(
      await coordinator.post(`/orders/${id}/dispatches`, { candidates: candidates.slice(0, 1), startsAt: visitAt }),
    ),
    [422, 'NotEnoughCandidates'],
  );
  await desk.done(coordinator.post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt }));
  assert.deepEqual(refused(await keeper.put(`/orders/${id}/checks`, { ...check, riskReason, twoNeeded: false })), [
    409,
    'WrongState',
  ]);
  const offered = await county.as('volunteer').get('/offers?state=open');
  assert.ok(!offered.text.includes('大狗'), 'whoever is asked does not read it');
  for (const name of ['volunteer', 'volunteer-1-2'] as const)
    await desk.done(county.as(name).post(`/offers/${await desk.offerTo(name)}/answers`, { answer: 'accept' }));
  assert.equal(await desk.state(id), 'taken');
  const visit = await desk.visitOf(id);
  county.clock.set('2026-03-03T20:00:00.000Z');
  const line = (await county.as('volunteer').get(`/visits/${visit}`)).read(visitLine);
  assert.deepEqual(line.risk, { risk: 'raised', reason: riskReason });
  const auditor = (await county.as('auditor').get(`/orders/${id}`)).read(orderView);
  assert.equal(auditor.check, null, 'whoever does not handle the order does not read it');

  await desk.done(coordinator.post(`/orders/${id}/cancellations`, {}));
  await desk.done(coordinator.post(`/orders/${id}/forgettings`, { lastFour: '1234' }));
  const left = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query('select 1 from volunteering.order_details where county_id = $1 and order_id = $2', [
        tx.countyId,
        id,
      ]),
    ),
  );
  assert.equal(left.rows.length, 0);
});

test('an appeal is no way around what has to be checked', async () => {
  await using desk = await openOrderDesk({ checks: ['place-seen'] });
  const keeper = desk.county.as('station-keeper');
  const { id } = await desk.placed();
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'refuse', reason: '太远' }));
  const seen = async () => (await keeper.get(`/orders/${id}`)).read(orderView);
  assert.deepEqual(refused(await keeper.put(`/orders/${id}/checks`, { checked: ['place-seen'] })), [409, 'WrongState']);
  assert.deepEqual(refused(await keeper.post(`/orders/${id}/looks`, { what: 'contact' })), [403, 'NotNow']);
  const over = await seen();
  assert.deepEqual([over.note, over.abilities.includes('order.check')], [null, false]);
  await desk.done(keeper.post(`/orders/${id}/appeals`, { said: '真的没有别人' }));
  const atHand = await seen();
  assert.deepEqual(
    ['order.check', 'order.see-contact'].filter((one) => !atHand.abilities.includes(one)),
    [],
    'whoever answers may ask back and note it',
  );
  assert.equal(atHand.note, '水龙头一直滴水');
  const looked = await desk.done(keeper.post(`/orders/${id}/looks`, { what: 'contact' }));
  assert.match(looked.text, /13800001234/);
  const grant = () =>
    desk.county.as('coordinator').post(`/orders/${id}/appeal-answers`, { verdict: 'granted', reason: '我们去' });
  assert.deepEqual(refused(await grant()), [422, 'ChecksMissing']);
  await desk.done(keeper.put(`/orders/${id}/checks`, { checked: ['place-seen'] }));
  await desk.done(grant());
  assert.equal(await desk.state(id), 'accepted');
});

test('an appeal that is answered ends the looking and the checking', async () => {
  await using desk = await openOrderDesk();
  const keeper = desk.county.as('station-keeper');
  const { id } = await desk.placed();
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'refuse', reason: '太远' }));
  await desk.done(keeper.post(`/orders/${id}/appeals`, { said: '真的没有别人' }));
  await desk.done(
    desk.county.as('coordinator').post(`/orders/${id}/appeal-answers`, { verdict: 'upheld', reason: '还是太远' }),
  );
  const order = (await keeper.get(`/orders/${id}`)).read(orderView);
  assert.deepEqual(
    [order.note, order.abilities.filter((one) => one === 'order.check' || one === 'order.see-contact')],
    [null, []],
  );
  assert.deepEqual(refused(await keeper.post(`/orders/${id}/looks`, { what: 'contact' })), [403, 'NotNow']);
});

test('while somebody is asked the desk may still note what it checked and how long it can wait', async () => {
  await using desk = await openOrderDesk();
  const keeper = desk.county.as('station-keeper');
  const id = await desk.dispatched();
  const mayNow = async () => (await keeper.get(`/orders/${id}`)).read(orderView).abilities;
  const abilities = await mayNow();
  assert.deepEqual(
    ['order.check', 'order.change-urgency', 'order.triage'].map((one) => abilities.includes(one)),
    [true, true, false],
  );
  const urgent = await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'urgency', urgency: 'urgent' }));
  assert.equal(urgent.read(orderView).priority?.urgency, 100);
  await desk.done(
    desk.county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  assert.equal((await mayNow()).includes('order.change-urgency'), false, 'nobody is to be found any more');
});

test('a service that asks for nothing is accepted without a word, and what was checked goes with the parts of an order', async () => {
  await using desk = await openOrderDesk({ groupUpTo: 10 });
  const keeper = desk.county.as('station-keeper');
  const plain = await desk.accepted();
  assert.equal((await keeper.get(`/orders/${plain}`)).read(orderView).check, null);
  const { id } = await desk.placed({ contacts: [{ name: '李', phone: '13800005678' }], peopleServed: 3 });
  await desk.done(keeper.put(`/orders/${id}/checks`, { checked: ['place-seen'] }));
  const split = await desk.done(keeper.post(`/orders/${id}/parts`, { parts: [{ peopleServed: 1 }] }));
  const [part] = split.read(orderView).parts;
  const copied = (await keeper.get(`/orders/${part?.id}`)).read(orderView);
  assert.deepEqual(copied.check?.checked, ['place-seen']);
  assert.equal((await desk.county.as('correspondent').put(`/orders/${id}/checks`, {})).status, 404);
});
