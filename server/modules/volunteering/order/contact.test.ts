import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';

test('address and phone are shown to whoever goes from 24 hours before the visit to 24 hours after, to handlers while the order is open, and each look is written down', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const look = (as: 'volunteer' | 'volunteer-1-2' | 'station-keeper' | 'auditor' | 'town-coordinator') =>
    county.as(as).post(`/orders/${id}/looks`, { what: 'everything' });
  assert.deepEqual(refused(await look('volunteer')), [403, 'NotNow'], 'two days before');
  assert.equal((await look('volunteer-1-2')).status, 404, 'not theirs');
  assert.equal((await look('auditor')).status, 403, 'sees the record, not the home');
  const keeper = await look('station-keeper');
  assert.deepEqual([keeper.status, keeper.body['address'], keeper.body['until']], [201, '东头第二家', null]);
  county.clock.set('2026-03-03T02:00:01.000Z');
  const volunteer = await look('volunteer');
  assert.equal(volunteer.status, 201, volunteer.text);
  assert.deepEqual(
    (volunteer.body['contacts'] as { phone: string }[]).map((one) => one.phone),
    ['13800001234'],
  );
  assert.equal(volunteer.body['until'], '2026-03-05T03:00:00.000Z');
  const visit = await county.as('volunteer').get('/visits');
  assert.match(String((visit.body['items'] as { passphrase: string }[])[0]?.passphrase), /^\S+ \S+$/);
  county.clock.set('2026-03-05T03:00:01.000Z');
  assert.deepEqual(refused(await look('volunteer')), [403, 'NotNow'], 'a day after');
  const looks = await county.as('coordinator').get(`/orders/${id}/looks`);
  assert.deepEqual(
    (looks.body['items'] as { name: string; what: string }[]).map((one) => [one.name, one.what]),
    [
      ['volunteer', 'everything'],
      ['station-keeper', 'everything'],
    ],
  );
  assert.equal((await county.as('volunteer').get(`/orders/${id}/looks`)).status, 403);
});

test('once an order is over its handlers see nothing more, and after half a year nothing is left', async () => {
  await using desk = await openOrderDesk();
  const id = await desk.accepted();
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/cancellations`, {}));
  assert.deepEqual(refused(await desk.county.as('station-keeper').post(`/orders/${id}/looks`, { what: 'contact' })), [
    403,
    'NotNow',
  ]);
  desk.county.clock.advance({ days: 181 });
  await desk.county.tick('volunteering.forget');
  const left = await desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => (await tx.client.query('select 1 from volunteering.order_contacts')).rowCount),
  );
  assert.equal(left, 0);
});

test('neither lists nor messages nor events carry a name, a phone or an address (A37)', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await county.deliver();
  const kept = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const texts: string[] = [];
      for (const table of ['platform.events', 'platform.audit', 'platform.moves', 'notices.messages'])
        texts.push(JSON.stringify((await tx.client.query(`select * from ${table}`)).rows));
      return texts.join('\n');
    }),
  );
  const seen = [
    kept,
    (await county.as('coordinator').get('/orders')).text,
    (await county.as('coordinator').get(`/orders/${id}`)).text.replace('水龙头', ''),
    (await county.as('volunteer').get('/offers')).text,
    (await county.as('volunteer').get('/visits')).text,
  ];
  for (const text of seen) assert.ok(!/13800001234|王阿姨|东头第二家/.test(text));
});
