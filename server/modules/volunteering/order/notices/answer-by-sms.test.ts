import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SmsGateway } from '#testing';
import type { Answer } from '#testing';
import { openOrderDesk, refused } from '../../testing.ts';
import type { OrderDesk } from '../../testing.ts';

const path = '/api/v1/sms-answers';
const told = { channel: 'sms', purposes: ['done'] };
const caller = { name: '王阿姨', phone: '13800001234', notices: told };

let sent = 0;
/** Somebody answers from this phone, and the gateway brings it. */
function answered(
  { county }: OrderDesk,
  gateway: SmsGateway,
  body: string,
  more: { from?: string; id?: string } = {},
): Promise<Answer> {
  const { form, headers } = gateway.posted(`http://one.test${path}`, {
    id: more.id ?? `SM-${(sent += 1)}`,
    from: more.from ?? '+8613800001234',
    body,
  });
  return county.request('POST', path, undefined, { payload: form, headers });
}

const asked = async ({ county }: OrderDesk): Promise<void> => {
  await county.deliver();
  await county.tick('notices.letters');
};

test('whoever ordered says by SMS that it was done or not, once; what is forged, unknown, unclear or said twice changes nothing', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk(
    {},
    { smsUrl: gateway.url, smsFrom: '10690000', smsAnswers: true, innerHosts: [gateway.host] },
  );
  const { county } = desk;
  const id = await desk.visited({ contacts: [caller] });
  assert.equal((await answered(desk, gateway, '1', { from: '+8613900009999' })).text.includes('Message'), false);
  await asked(desk);
  assert.match(gateway.messages.at(-1)?.body ?? '', /办好了回 1，没办好回 2/);

  const { form, headers } = gateway.posted(`http://one.test${path}`, { id: 'SM-x', from: '+8613800001234', body: '2' });
  const forged = await county.request('POST', path, undefined, {
    payload: form.replace('Body=2', 'Body=1'),
    headers,
  });
  assert.deepEqual(refused(forged), [403, 'NotFromGateway']);
  const elsewhere = gateway.posted(`http://two.test${path}`, { id: 'SM-y', from: '+8613800001234', body: '1' });
  assert.deepEqual(
    refused(await county.request('POST', path, undefined, { payload: elsewhere.form, headers: elsewhere.headers })),
    [403, 'NotFromGateway'],
  );
  assert.match((await answered(desk, gateway, '水还在滴')).text, /没看懂/);
  assert.equal(await desk.state(id), 'done', 'nothing of all this is a word about the visit');

  const first = await answered(desk, gateway, ' １。', { id: 'SM-one' });
  assert.equal(first.status, 200, first.text);
  assert.match(first.text, /<Response><Message>记下了，谢谢。<\/Message><\/Response>/);
  assert.equal(await desk.state(id), 'confirmed');
  assert.equal((await answered(desk, gateway, '1', { id: 'SM-one' })).text, first.text, 'brought twice, answered once');
  assert.equal((await answered(desk, gateway, '2')).text.includes('Message'), false, 'the question waits no more');
  const hours = await county.as('volunteer').get('/hours?mine=true');
  assert.deepEqual(
    (hours.body['items'] as { evidence: string }[]).map(({ evidence }) => evidence),
    ['witnessed'],
  );
  // Later the same phone is asked how it was, and the figures say by which way it was heard that it was done.
  county.clock.advance({ days: 4 });
  await county.tick('volunteering.reminders');
  await asked(desk);
  assert.match(gateway.messages.at(-1)?.body ?? '', /您觉得怎么样.*\/rating/);
  const figures = await county.as('auditor').get('/call-back-figures?from=2026-03-01&until=2026-03-31');
  assert.deepEqual(
    (figures.body['ways'] as { way: string; done: { part: number; of: number } | null }[]).map(({ way, done }) => [
      way,
      done?.part ?? null,
      done?.of ?? null,
    ]),
    [
      ['page', null, null],
      ['sms', 1, 1],
      ['desk', null, null],
      ['call-back', null, null],
    ],
  );
  const kept = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query<{ outcome: string }>(
        'select * from volunteering.sms_answers where county_id = $1 order by received_at, message_id',
        [tx.countyId],
      ),
    ),
  );
  assert.doesNotMatch(JSON.stringify(kept.rows), /1380000|滴/, 'neither phone nor words stay');
});

test('a no by SMS is a dispute the desk reads, two open questions are not guessed at, and 0 ends the messages', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, smsAnswers: true, innerHosts: [gateway.host] });
  const { county } = desk;
  const one = await desk.visited({ contacts: [caller] });
  const two = await desk.accepted({ contacts: [caller], again: true });
  const coordinator = county.as('coordinator');
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer-1-2') }];
  await desk.done(coordinator.post(`/orders/${two}/dispatches`, { candidates, startsAt: '2026-03-05T02:00:00.000Z' }));
  await desk.done(
    county.as('volunteer-1-2').post(`/offers/${await desk.offerTo('volunteer-1-2')}/answers`, { answer: 'accept' }),
  );
  county.clock.set('2026-03-05T02:00:00.000Z');
  const visit = await desk.visitOf(two);
  await desk.done(county.as('volunteer-1-2').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer-1-2').post(`/visits/${visit}/completions`, {}));
  assert.match((await answered(desk, gateway, '1')).text, /分不清是哪一单/);
  assert.deepEqual([await desk.state(one), await desk.state(two)], ['done', 'done']);

  await desk.done(coordinator.post(`/orders/${one}/confirmations`, {}));
  assert.match((await answered(desk, gateway, '没办好')).text, /会有人联系您/);
  assert.equal(await desk.state(two), 'disputed');
  const history = await coordinator.get(`/orders/${two}/history`);
  assert.match(history.text, /回短信说没有办好/);
  assert.match((await answered(desk, gateway, 'TD')).text, /不再发短信/);
  const { body } = await coordinator.get(`/orders/${two}/notices`);
  assert.ok((body['items'] as { endedAt: string | null }[]).every(({ endedAt }) => endedAt !== null));
});

test('where the gateway brings nothing back, nobody is asked to answer and nothing is taken', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, innerHosts: [gateway.host] });
  const id = await desk.visited({ contacts: [caller] });
  await asked(desk);
  assert.doesNotMatch(gateway.messages.at(-1)?.body ?? '', /回 1/);
  assert.equal((await answered(desk, gateway, '1')).status, 404);
  assert.equal(await desk.state(id), 'done');
});

test('two counties with one number: an answer reaches the county that asked this phone, also when the gateway brings it to the other', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk(
    {},
    { smsUrl: gateway.url, smsFrom: '10690000', smsAnswers: true, innerHosts: [gateway.host] },
  );
  const { elsewhere } = desk;
  assert.ok(elsewhere);
  const there = await elsewhere.taken({ contacts: [caller] });
  const here = await desk.visited({ contacts: [caller] });
  await elsewhere.visit(there);
  // The number writes to one address: the first county's.
  assert.equal((await answered(desk, gateway, '1', { from: '+8613900009999' })).text.includes('Message'), false);
  for (const time of ['first', 'again'])
    assert.match((await answered(desk, gateway, '1', { id: 'SM-both' })).text, /分不清是哪一单/, time);
  assert.deepEqual([await desk.state(here), await elsewhere.state(there)], ['done', 'done']);

  await desk.done(desk.as('coordinator').post(`/orders/${here}/confirmations`, {}));
  assert.match((await answered(desk, gateway, '没办好', { id: 'SM-there' })).text, /会有人联系您/);
  assert.deepEqual([await desk.state(here), await elsewhere.state(there)], ['confirmed', 'disputed']);
  assert.match((await answered(desk, gateway, '没办好', { id: 'SM-there' })).text, /会有人联系您/, 'brought twice');

  assert.match((await answered(desk, gateway, '退订')).text, /不再发短信/);
  for (const [side, id] of [
    [desk, here],
    [elsewhere, there],
  ] as const) {
    const { body } = await side.as('coordinator').get(`/orders/${id}/notices`);
    assert.ok((body['items'] as { endedAt: string | null }[]).every(({ endedAt }) => endedAt !== null));
  }
});
