import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { MailServer, SmsGateway } from '#testing';
import { openOrderDesk, refused, visitAt } from '../../testing.ts';
import type { OrderDesk } from '../../testing.ts';

const everything = ['progress', 'booked', 'arrived', 'done'];
const bySms = { channel: 'sms', purposes: everything };
const caller = { name: '王阿姨', phone: '13800001234', notices: bySms };

/** Everything that happened is told, and what is due goes out. */
async function letGoOut({ county }: OrderDesk): Promise<void> {
  await county.deliver();
  await county.tick('notices.letters');
}

interface Kept {
  state: string;
  sealed: Buffer | null;
  failure: string | null;
}
const letters = ({ county }: OrderDesk): Promise<Kept[]> =>
  county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'testing.letters',
        'select state, sealed, failure from notices.letters where county_id = $1 order by id',
        [tx.countyId],
      ),
    ),
  );

test('whoever ordered and two contacts are told by SMS and e-mail, each what was agreed to, without a name, an address or the service, until one word at the desk ends it', async () => {
  await using mail = await MailServer.start();
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk(
    {},
    { smtpUrl: mail.url, smsUrl: gateway.url, smsFrom: '10690000', innerHosts: [gateway.host] },
  );
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const daughter = {
    name: '王小妹',
    phone: '13900005678',
    relation: 'child',
    told: ['visit'],
    notices: { channel: 'email', email: 'daughter@example.test', purposes: ['booked', 'done'] },
  };
  const missing = await desk.place({ contacts: [{ ...caller, notices: { channel: 'email', purposes: ['done'] } }] });
  assert.deepEqual(refused(missing), [400, 'BadRequest'], 'an address is wanted for e-mail');
  const son = {
    name: '王强',
    phone: '13900006666',
    relation: 'child',
    told: ['visit'],
    notices: { channel: 'email', email: 'son@example.test', purposes: ['done'] },
  };
  const { id, code } = await desk.placed({ contacts: [caller, daughter, son] });
  await letGoOut(desk);
  const [received] = gateway.messages;
  assert.deepEqual([received?.to, received?.from], ['+8613800001234', '10690000']);
  assert.ok(
    received?.body.includes(code) && received.body.includes(`http://one.test/orders/${code.replaceAll(' ', '')}`),
  );
  assert.equal(mail.letters.length, 0, 'the other one did not ask to hear of this');
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  await desk.done(
    county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
      startsAt: visitAt,
    }),
  );
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  await letGoOut(desk);
  await letGoOut(desk);
  assert.equal(gateway.messages.length, 2, 'received, booked: each once, and not that somebody is looked for');
  assert.match(gateway.messages[1]?.body ?? '', /3月4日.*10:00/);
  const [booked] = mail.letters;
  assert.deepEqual(booked?.to, ['daughter@example.test']);
  assert.match(booked.text, /3月4日.*10:00/);
  assert.ok(!booked.text.includes('/orders/'), 'the page is of whoever ordered');
  const said = [...gateway.messages.map((one) => one.body), ...mail.letters.map((one) => one.text)].join('\n');
  assert.doesNotMatch(said, /王阿姨|王小妹|王强|东头|水龙头|修水管|13800001234/);

  const before = await keeper.get(`/orders/${id}/notices`);
  assert.doesNotMatch(before.text, /daughter@|son@|13800001234/);
  assert.equal((await county.as('volunteer').post(`/orders/${id}/notice-endings`, { position: 2 })).status, 403);
  const ended = await desk.done(keeper.post(`/orders/${id}/notice-endings`, { position: 2 }));
  assert.deepEqual(
    (ended.body['items'] as { position: number; endedAt: string | null }[]).map((one) => one.endedAt === null),
    [true, false, true],
  );
  county.clock.set(visitAt);
  const visit = await desk.visitOf(id);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  await letGoOut(desk);
  assert.deepEqual(
    mail.letters.flatMap(({ to }) => to),
    ['daughter@example.test', 'son@example.test'],
    'nothing after the end, and the third of what was agreed alone',
  );
  assert.equal(gateway.messages.length, 4, 'arrived and done');
  assert.match(gateway.messages[3]?.body ?? '', /\/rating/);
  const kept = await letters(desk);
  assert.ok(
    kept.every((one) => ['sent', 'dropped'].includes(one.state) && one.sealed === null),
    'neither words nor phone stay',
  );
});

test('a gateway whose receipt holds what no database keeps is believed, and nobody is sent the same message twice', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, innerHosts: [gateway.host] });
  gateway.sidEnds = '\u0000\ud83d';
  await desk.placed({ contacts: [caller] });
  await letGoOut(desk);
  desk.county.clock.advance({ minutes: 6 });
  await desk.county.tick('notices.letters');
  assert.equal(gateway.messages.length, 1);
  assert.deepEqual(
    (await letters(desk)).map(({ state }) => state),
    ['sent'],
  );
});

test('that an order was taken on is told when it can be taken back no more, and what was taken back is never told', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, innerHosts: [gateway.host] });
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const heard = (): string[] => gateway.messages.map(({ body }) => body);
  const { id } = await desk.placed({ contacts: [caller] });
  const accept = async (): Promise<unknown> =>
    (await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }))).body['version'];
  const version = await accept();
  await letGoOut(desk);
  county.clock.advance({ minutes: 9 });
  await letGoOut(desk);
  assert.equal(heard().length, 1, 'received, and nothing yet of the answer');
  await desk.done(keeper.post('/orders/batches', { acts: [{ do: 'take-back', id, version }] }));
  await letGoOut(desk);
  county.clock.advance({ minutes: 11 });
  await letGoOut(desk);
  assert.equal(heard().length, 1, 'nobody heard of what was taken back');
  await accept();
  await letGoOut(desk);
  county.clock.advance({ minutes: 10 });
  await letGoOut(desk);
  assert.equal(heard().length, 2);
  assert.match(heard()[1] ?? '', /找/);
});

test('whoever was helped at once, and whoever ordered what went into another order, is told so once, and never that somebody else does it', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, innerHosts: [gateway.host] });
  const keeper = desk.county.as('station-keeper');
  const told = (phone: string) => ({ contacts: [{ name: '王阿姨', phone, notices: bySms }] });
  const helped = await desk.placed(told('13800001111'));
  const merged = await desk.placed(told('13800002222'));
  const other = await desk.placed(told('13800003333'));
  await desk.done(keeper.post(`/orders/${helped.id}/triages`, { verdict: 'help', reason: '电话里教他拧紧' }));
  await desk.done(keeper.post(`/orders/${merged.id}/triages`, { verdict: 'merge', intoId: other.id }));
  await desk.done(keeper.post(`/orders/${other.id}/triages`, { verdict: 'accept' }));
  await letGoOut(desk);
  await letGoOut(desk);
  const heard = (phone: string) => gateway.messages.filter(({ to }) => to === `+86${phone}`).map(({ body }) => body);
  const [, help, ...noMoreHelp] = heard('13800001111');
  assert.match(help ?? '', /当场就办好了/);
  assert.doesNotMatch(help ?? '', /拧紧/);
  const [, merge, ...noMoreMerge] = heard('13800002222');
  assert.match(merge ?? '', /和另一张单子合在一起/);
  assert.ok(!merge?.includes(other.code.replaceAll(' ', '')), 'no code of the other');
  assert.deepEqual([...noMoreHelp, ...noMoreMerge], [], 'once');
});

test('whoever was told that somebody comes is told as well when that falls through, and nothing of an order for which nobody was found', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, innerHosts: [gateway.host] });
  const { county } = desk;
  const contact = (phone: string, purposes: string[]) => ({
    name: '王小妹',
    phone,
    relation: 'child',
    told: ['visit'],
    notices: { channel: 'sms', purposes },
  });
  const contacts = [caller, contact('13900005678', ['booked']), contact('13900006666', ['done'])];
  const heard = (phone: string): string[] =>
    gateway.messages.filter(({ to }) => to === `+86${phone}`).map(({ body }) => body);
  const id = await desk.taken({ contacts });
  await desk.done(county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/releases`, {}));
  await letGoOut(desk);
  assert.match(heard('13900005678').at(-1) ?? '', /约好的时间不算了/);
  await desk.done(county.as('coordinator').post(`/orders/${id}/cancellations`, {}));
  await letGoOut(desk);
  const [booked, changed, cancelled, ...more] = heard('13900005678');
  assert.ok(booked && changed);
  assert.match(cancelled ?? '', /取消了，不会有人来/);
  assert.deepEqual([more, heard('13900006666')], [[], []], 'each what was agreed to, once');
  assert.doesNotMatch([booked, changed, cancelled].join(), /orders|王|水/);
  const { id: early } = await desk.placed({ contacts: [caller, contact('13900007777', ['booked'])], again: true });
  await desk.done(county.as('coordinator').post(`/orders/${early}/cancellations`, {}));
  await letGoOut(desk);
  assert.deepEqual(heard('13900007777'), [], 'nothing was promised');
});

test('at night a text waits for the morning, a gateway that is down loses nothing and one that refuses is not asked again, and what is forgotten never goes out', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, innerHosts: [gateway.host] });
  const { county } = desk;
  const keeper = county.as('station-keeper');
  gateway.refusal = 503;
  const { id } = await desk.placed({ contacts: [caller] });
  await letGoOut(desk);
  assert.deepEqual(
    (await letters(desk)).map((one) => [one.state, one.failure]),
    [['planned', 'sms-503']],
  );
  gateway.refusal = null;
  county.clock.advance({ minutes: 3 });
  await letGoOut(desk);
  assert.equal(gateway.messages.length, 1);
  // 22:00 in the county.
  county.clock.set('2026-03-02T14:00:00.000Z');
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  await letGoOut(desk);
  assert.equal(gateway.messages.length, 1, 'nobody is woken');
  county.clock.set('2026-03-03T00:00:00.000Z');
  gateway.refusal = 400;
  await letGoOut(desk);
  county.clock.advance({ minutes: 300 });
  await letGoOut(desk);
  assert.deepEqual(
    (await letters(desk)).map((one) => [one.state, one.failure, one.sealed === null]),
    [
      ['sent', null, true],
      ['failed', 'sms-400', true],
    ],
  );
  gateway.refusal = null;
  const asked = gateway.asked;
  await desk.done(keeper.post(`/orders/${id}/cancellations`, {}));
  await county.deliver();
  await desk.done(keeper.post(`/orders/${id}/forgettings`, { lastFour: '1234' }));
  await county.tick('notices.letters');
  assert.equal(gateway.asked, asked);
  assert.deepEqual((await letters(desk)).at(-1)?.state, 'dropped');
});

test('without a gateway a text lies in the spool for somebody to take', async () => {
  await using desk = await openOrderDesk();
  await desk.placed({ contacts: [caller], language: 'en' });
  await letGoOut(desk);
  const folder = join(desk.county.app.settings.varDirectory, 'spool', 'sms');
  const [name = ''] = await readdir(folder);
  const message: { to: string; text: string } = JSON.parse(await readFile(join(folder, name), 'utf8'));
  assert.equal(message.to, '+8613800001234');
  assert.match(message.text, /We have your order, code .*http:\/\/one\.test\/en\/orders\//);
});

test('messages carry the code that was given at the desk after the slip was lost', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, smsFrom: '10690000', innerHosts: [gateway.host] });
  const keeper = desk.county.as('station-keeper');
  const { id, code } = await desk.placed({ contacts: [caller] });
  await letGoOut(desk);
  const { body } = await desk.done(keeper.post(`/orders/${id}/codes`, { lastFour: '1234' }));
  await desk.done(
    keeper.post(`/orders/${id}/triages`, { verdict: 'refuse', reason: '没有人会', nextAddress: '12345' }),
  );
  await letGoOut(desk);
  const last = gateway.messages.at(-1)?.body ?? '';
  assert.ok(last.includes(String(body['code']).replaceAll(' ', '')) && !last.includes(code.replaceAll(' ', '')), last);
});
