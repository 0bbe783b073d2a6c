import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testPlaceCode } from '#places/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';
import { SmsGateway } from '#testing';
import { openOrderDesk, visitAt } from '#volunteering/testing';
import type { OrderDesk } from '#volunteering/testing';

/** The public site of a test county. */
class Site {
  readonly server: FastifyInstance;
  constructor(server: FastifyInstance) {
    this.server = server;
  }
  async get(url: string): Promise<{ status: number; text: string; location: string }> {
    const answer = await this.server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
    return { status: answer.statusCode, text: answer.body, location: String(answer.headers['location'] ?? '') };
  }
  async post(
    url: string,
    form: Record<string, string>,
    from = '127.0.0.1',
  ): Promise<{ status: number; text: string; location: string }> {
    const answer = await this.server.inject({
      method: 'POST',
      url,
      remoteAddress: from,
      headers: { host: 'one.test', origin: 'http://one.test', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ key: randomUUID(), ...form }).toString(),
    });
    return { status: answer.statusCode, text: answer.body, location: String(answer.headers['location'] ?? '') };
  }
}

async function siteOf(desk: OrderDesk): Promise<Site> {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  await server.ready();
  return new Site(server);
}

const filled = (more: Record<string, string> = {}): Record<string, string> => ({
  service: 'taps-and-lights',
  name: '王阿姨',
  phone: '138 0000 1234',
  place: testPlaceCode('village-1-1', 1),
  address: '东头第二家',
  wishedOn: '2026-03-04',
  wishedPart: 'morning',
  note: '滴水',
  consent: 'yes',
  website: '',
  ...more,
});
const codeIn = (location: string): string => /\/orders\/([^/?]+)/.exec(location)?.[1] ?? '';

test('a resident orders without account, keeps the slip, sees how it stands, and says how it was', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  assert.match((await site.get('/services')).text, /修水管电灯/);
  assert.match((await site.get('/en/services/taps-and-lights')).text, /Taps and lights/);
  const form = await site.get('/services/taps-and-lights/order');
  assert.match(form.text, /120[\s\S]*<form/, 'emergency numbers stand before the form');
  const key = randomUUID();
  const placed = await site.post('/services/taps-and-lights/order', filled({ key }));
  assert.equal(placed.status, 303, placed.text.slice(0, 2_000));
  assert.deepEqual(
    await site.post('/services/taps-and-lights/order', filled({ key })),
    placed,
    'a second click leads to the same slip',
  );
  const slip = await site.get(placed.location);
  const code = codeIn(placed.location);
  assert.ok(slip.text.includes(code.slice(0, 4)) && slip.text.includes('0000-1212345') && slip.text.includes('暗语'));
  assert.equal(
    (await site.get(`/orders/${code}/slip`)).location,
    `/orders/${code}`,
    'the slip is for whoever has just ordered',
  );
  desk.county.clock.advance({ minutes: 16 });
  assert.equal((await site.get(placed.location)).location, `/orders/${code}`);
  const status = await site.get(`/orders/${code}`);
  assert.equal(status.status, 200);
  assert.ok(!/王阿姨|13800001234|东头|滴水/.test(status.text), 'state only');
  assert.equal((await site.get(`/orders/${code.toLowerCase()}`)).location, `/orders/${code}`);
  const nobodys = await site.get('/orders/7K3M9QWF2HXRC');
  assert.equal(nobodys.status, 404);
  assert.match(nobodys.text, /<h1>没有这张单子<\/h1>/);
  assert.match((await site.get('/nowhere')).text, /<h1>没有找到这一页<\/h1>/);

  const [order] = (await desk.county.as('coordinator').get('/orders')).body['items'] as { id: string }[];
  const id = order?.id ?? '';
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  await desk.done(
    desk.county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await desk.county.personId('volunteer') }],
      startsAt: '2026-03-04T02:00:00.000Z',
    }),
  );
  await desk.done(
    desk.county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  desk.county.clock.set('2026-03-04T02:00:00.000Z');
  const visit = await desk.visitOf(id);
  await desk.done(desk.county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  desk.county.clock.advance({ minutes: 40 });
  await desk.done(desk.county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  const rating = { outcome: 'done', score: '5', words: '很好', lastFour: '1234' };
  assert.equal((await site.post(`/orders/${code}/rating`, { ...rating, lastFour: '4321' })).status, 403);
  assert.equal((await site.post(`/orders/${code}/rating`, rating)).location, `/orders/${code}?just=rated`);
  assert.equal(await desk.state(id), 'rated');
  const hours = (await desk.county.as('volunteer').get('/hours?mine=true')).body['items'] as {
    evidence: string;
    minutes: number;
  }[];
  assert.deepEqual(
    hours.map((one) => [one.evidence, one.minutes]),
    [['witnessed', 40]],
    'timed by the device and confirmed by the resident',
  );
});

test('a daughter orders for her mother, who agrees: whoever goes knows whose door it is, and the page says no name', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const site = await siteOf(desk);
  const path = '/services/taps-and-lights/order';
  const forMother = { name: '小李', forWhom: 'parent', servedName: '李奶奶', servedAgrees: 'yes' };
  const { servedAgrees: _, ...unasked } = forMother;
  const refused = await site.post(path, filled(unasked));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /要先问过对方/);
  assert.match((await site.post(path, filled({ ...forMother, servedName: '' }))).text, /aria-invalid/);
  const placed = await site.post(path, filled(forMother));
  assert.equal(placed.status, 303, placed.text.slice(0, 2_000));
  const status = await site.get(`/orders/${codeIn(placed.location)}`);
  assert.doesNotMatch((await site.get(placed.location)).text + status.text, /李奶奶|小李/);

  const keeper = county.as('station-keeper');
  const [order] = (await keeper.get('/orders')).body['items'] as { id: string }[];
  const id = order?.id ?? '';
  const seen = await keeper.get(`/orders/${id}`);
  assert.deepEqual([seen.body['orderedFor'], seen.body['servedAgreedAt']], ['parent', '2026-03-02T01:00:00.000Z']);
  assert.doesNotMatch(seen.text, /李奶奶/, 'a name is shown by a look alone');
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  await desk.done(
    county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
      startsAt: '2026-03-04T02:00:00.000Z',
    }),
  );
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  county.clock.set('2026-03-04T01:00:00.000Z');
  const look = () => county.as('volunteer').post(`/orders/${id}/looks`, { what: 'everything' });
  assert.deepEqual((await look()).body['served'], { name: '李奶奶', orderedFor: 'parent' });
  const { body } = await keeper.get(`/orders/${id}`);
  const mended = { version: body['version'], servedName: '黎奶奶' };
  await desk.done(keeper.patch(`/orders/${id}/contacts`, mended));
  assert.deepEqual((await look()).body['served'], { name: '黎奶奶', orderedFor: 'parent' });
  const addition = { wishedOn: '2026-03-04', wishedPart: 'morning', addition: '请带梯子来' };
  const change = `/orders/${codeIn(placed.location)}/change`;
  assert.equal((await site.post(change, { ...addition, lastFour: '9999' })).status, 403);
  assert.equal((await site.post(change, { ...addition, lastFour: '1234' })).status, 303);
  const after = await keeper.get(`/orders/${id}`);
  assert.deepEqual([after.body['state'], after.body['note']], ['taken', '滴水\n请带梯子来'], 'what was arranged stays');
  await desk.done(
    keeper.patch(`/orders/${id}/contacts`, {
      version: after.body['version'],
      note: '换龙头，带梯子',
      needs: ['hearing'],
    }),
  );
  const { note, needs } = (await look()).body;
  assert.deepEqual([note, needs], ['换龙头，带梯子', ['hearing']]);
  await county.deliver();
  const told = (await county.as('volunteer').get('/notices')).body['items'] as { kind: string }[];
  assert.equal(
    told.filter(({ kind }) => kind === 'order.contact-mended').length,
    2,
    'words added, words put right; a name alone is no reason to ring anybody',
  );
  const audit = await county.as('auditor').get(`/audit?act=order.change-contact&subjectId=${id}`);
  assert.match(audit.text, /served/);
  assert.doesNotMatch(audit.text, /奶奶/);
});

test('whoever is served says on the page that it took another time, and both versions are shown until it is settled', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  await desk.visited();
  const path = `/orders/${desk.lastCode.replaceAll(' ', '')}`;
  assert.match((await site.get(`${path}/rating`)).text, /来的人记了50分钟/);
  const rating = { outcome: 'done', score: '4', words: '', time: 'other', lastFour: '1234' };
  const without = await site.post(`${path}/rating`, { ...rating, minutes: '' });
  assert.deepEqual([without.status, without.text.includes('请写您觉得是多少分钟')], [422, true]);
  assert.equal((await site.post(`${path}/rating`, { ...rating, minutes: '30' })).location, `${path}?just=rated`);
  assert.match((await site.get(path)).text, /您说是30分钟，来的人记的是50分钟。站里会问清楚/);
  const [one] = (await desk.county.as('volunteer').get('/hour-differences?mine=true')).body['items'] as {
    id: string;
  }[];
  await desk.done(desk.county.as('volunteer').post(`/hour-differences/${one?.id}/answers`, { agrees: true }));
  assert.match((await site.get(path)).text, /定下来是30分钟/);
});

test('whoever ordered changes the time themselves: whom they named besides hears that the one agreed falls through', async () => {
  await using gateway = await SmsGateway.start();
  await using desk = await openOrderDesk({}, { smsUrl: gateway.url, innerHosts: [gateway.host] });
  const site = await siteOf(desk);
  const bySms = (purposes: string[]) => ({ channel: 'sms', purposes });
  await desk.taken({
    contacts: [
      { name: '王阿姨', phone: '13800001234', notices: bySms(['progress']) },
      { name: '王小妹', phone: '13900005678', relation: 'child', told: ['visit'], notices: bySms(['booked']) },
    ],
  });
  const letGoOut = async (): Promise<void> => {
    await desk.county.deliver();
    await desk.county.tick('notices.letters');
  };
  await letGoOut();
  const before = gateway.messages.length;
  const path = `/orders/${desk.lastCode.replaceAll(' ', '')}`;
  const form = { wishedOn: '2026-03-05', wishedPart: 'afternoon', lastFour: '1234' };
  assert.equal((await site.post(`${path}/change`, form)).location, `${path}?just=changed`);
  await letGoOut();
  assert.deepEqual(
    gateway.messages.slice(before).map(({ to, body }) => [to, /约好的时间不算了/.test(body)]),
    [['+8613900005678', true]],
  );
});

test('what is wrong is said at its field with everything typed still there, and nothing is stored', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const wrong = [
    [filled({ phone: '12' }), 422],
    [filled({ phone: '12345' }), 422],
    [filled({ place: '999999' }), 422],
    [filled({ wishedOn: '2026-03-01' }), 422],
    [filled({ consent: '' }), 422],
    [filled({ note: 'x'.repeat(1_001) }), 422],
    // A NUL, which no keyboard gives, is left out.
    [filled({ name: '王\u0000阿姨', phone: '\u0000' }), 422],
    [filled({ service: 'nothing-like-it' }), 422],
  ] as const;
  for (const [form, status] of wrong) {
    const answer = await site.post('/orders/new', form);
    assert.deepEqual([answer.status, answer.text.includes('王阿姨')], [status, true], JSON.stringify(form));
  }
  assert.equal((await desk.county.as('coordinator').get('/orders')).body['total'], 0);
  const escaped = await site.post('/orders/new', filled({ phone: '1', name: '"><script>alert(1)</script>' }));
  assert.ok(!escaped.text.includes('<script>alert'));
  assert.equal((await site.post('/orders/new', filled())).status, 303);
  const again = await site.post('/orders/new', filled());
  assert.deepEqual([again.status, /0000-1212345/.test(again.text)], [409, true]);
});

test('what falls into the trap is taken all the same and listed for a look (A30)', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  assert.equal((await site.post('/orders/new', filled({ website: 'http://spam.test' }))).status, 303);
  const keeper = desk.county.as('station-keeper');
  const suspects = await keeper.get('/orders?suspect=true');
  assert.equal(suspects.body['total'], 1);
  const [order] = suspects.body['items'] as { id: string }[];
  await desk.done(keeper.post(`/orders/${order?.id}/triages`, { verdict: 'clear-suspicion' }));
  assert.deepEqual(
    [
      (await keeper.get('/orders?suspect=true')).body['total'],
      (await keeper.get('/orders?suspect=false')).body['total'],
    ],
    [0, 1],
  );
});

test('one household and one phone order so often a day, and the next day again; another household is not kept waiting (A30)', async () => {
  await using desk = await openOrderDesk();
  const { app, clock } = desk.county;
  Object.assign(app.counties.byId(1)?.settings ?? assert.fail(), { ordersPerNetAndDay: 4, ordersPerPhoneAndDay: 2 });
  const site = await siteOf(desk);
  const order = async (phone: string, village: '1-1' | '1-2' | '2-1', from?: string): Promise<number> =>
    (await site.post('/orders/new', filled({ phone, place: testPlaceCode(`village-${village}`, 1) }), from)).status;
  assert.deepEqual(
    [
      await order('138 0000 1234', '1-1'),
      await order('138 0000 1234', '1-2'),
      await order('138 0000 1234', '2-1', '192.0.2.8'),
    ],
    [303, 303, 429],
    'the third of one phone, wherever it comes from',
  );
  assert.deepEqual(
    [
      await order('138 0000 1235', '1-1'),
      await order('138 0000 1236', '1-1'),
      await order('138 0000 1237', '1-1'),
      await order('138 0000 1237', '1-1', '192.0.2.7'),
    ],
    [303, 303, 429, 303],
    'the fifth of one household',
  );
  const refused = await site.post('/orders/new', filled({ phone: '138 0000 1238' }));
  assert.deepEqual(
    [refused.text.includes('太快了'), refused.text.includes('王阿姨')],
    [true, true],
    'nothing typed is lost',
  );
  clock.advance({ days: 1 });
  assert.equal(await order('138 0000 1238', '1-1'), 303);
});

test('changing and cancelling need the last four digits, and after five wrong ones the right ones do not help for an hour', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const code = codeIn((await site.post('/orders/new', filled())).location);
  assert.equal(
    (await site.post(`/orders/${code}/change`, { wishedOn: '2026-03-05', wishedPart: 'afternoon', lastFour: '1234' }))
      .location,
    `/orders/${code}?just=changed`,
  );
  for (const lastFour of ['0000', '1111', '2222', '3333', '4444'])
    assert.equal((await site.post(`/orders/${code}/cancel`, { lastFour })).status, 403);
  assert.equal((await site.post(`/orders/${code}/cancel`, { lastFour: '1234' })).status, 429);
  desk.county.clock.advance({ minutes: 61 });
  assert.equal(
    (await site.post(`/orders/${code}/cancel`, { lastFour: '1234' })).location,
    `/orders/${code}?just=cancelled`,
  );
  assert.equal((await site.post(`/orders/${code}/cancel`, { lastFour: '1234' })).status, 409);
  const [order] = (await desk.county.as('coordinator').get('/orders')).body['items'] as {
    state: string;
    wishes: unknown;
  }[];
  assert.deepEqual([order?.state, order?.wishes], ['cancelled', [{ on: '2026-03-05', part: 'afternoon' }]]);
});

test('the page says that it was helped at once without the note of the desk, why it waits, and how the order stands into which it went', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const keeper = desk.county.as('station-keeper');
  const contact = (phone: string) => ({ contacts: [{ name: '李', phone }] });
  const pageOf = async (code: string, language = '') => {
    const { text } = await site.get(`${language}/orders/${code.replaceAll(' ', '')}`);
    return text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  };
  const give = (id: string, verdict: object) => desk.done(keeper.post(`/orders/${id}/triages`, verdict));

  const helped = await desk.placed(contact('13800001111'));
  await give(helped.id, { verdict: 'help', reason: '老人有点糊涂，电话里教他拧紧' });
  const done = await pageOf(helped.code);
  assert.match(done, /当场就给您办好了/);
  assert.doesNotMatch(done, /糊涂|另一处办/);
  assert.match(await pageOf(helped.code, '/en'), /We have helped you at once/);

  const other = await desk.placed(contact('13800002222'));
  const merged = await desk.placed(contact('13800003333'));
  const twice = await desk.placed(contact('13800004444'));
  const further = await desk.placed({ ...contact('13800005555'), placeId: desk.county.placeId('village-1-2') });
  await give(twice.id, { verdict: 'merge', intoId: merged.id });
  await give(merged.id, { verdict: 'merge', intoId: other.id });
  await give(further.id, { verdict: 'merge', intoId: other.id });
  assert.match(await pageOf(merged.code), /和另一张单子合在一起办.*那一张也是为这一处点的。那一张现在：站里正在安排/);
  await give(other.id, { verdict: 'accept' });
  for (const { code } of [merged, twice]) {
    const page = await pageOf(code);
    assert.match(page, /那一张也是为这一处点的。那一张现在：正在找人/);
    assert.ok(!page.includes(other.code) && !page.includes(other.code.replaceAll(' ', '')), 'no code of the other');
    assert.doesNotMatch(page, /另一处办|李|1380000|东头|水龙头/);
  }
  const elsewhere = await pageOf(further.code);
  assert.match(elsewhere, /那一张现在：正在找人/);
  assert.doesNotMatch(elsewhere, /为这一处点的/, 'the page claims no more than the record');

  await give(other.id, { verdict: 'pause', reason: '等零件到了再来' });
  const waits = await pageOf(other.code);
  assert.match(waits, /站里先放一放，还没有找人.*等零件到了再来/);
  assert.doesNotMatch(waits, /正在找人/);
  assert.match(await pageOf(merged.code), /那一张现在：先放一放/);
  await give(other.id, { verdict: 'resume' });
  const goesOn = await pageOf(other.code);
  assert.match(goesOn, /正在找人/);
  assert.doesNotMatch(goesOn, /等零件/);
});

test('who has taken it on is still to come: the page says that they have been once they have, and not before', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const site = await siteOf(desk);
  const id = await desk.taken();
  const page = async (): Promise<string> =>
    (await site.get(`/orders/${desk.lastCode.replaceAll(' ', '')}`)).text.replaceAll('\n', ' ');
  county.clock.set(visitAt);
  assert.match(await page(), /有人接了，[^<]*来</);
  assert.doesNotMatch(await page(), /来过/);
  await desk.done(county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/check-ins`, {}));
  assert.match(await page(), /有人接了，[^<]*来过</);
});

test('where nobody could be helped, the page says so, and not that somebody is looked for', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const site = await siteOf(desk);
  const id = await desk.taken();
  const page = async (): Promise<string> =>
    (await site.get(`/orders/${desk.lastCode.replaceAll(' ', '')}`)).text.replaceAll('\n', ' ');
  county.clock.set(visitAt);
  await desk.done(county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/failures`, { reason: '没有人在家' }));
  assert.match(await page(), /这一次没有办成，站里再给您安排/);
  assert.doesNotMatch(await page(), /正在找人|没有人在家/);
  await desk.done(county.as('coordinator').post(`/orders/${id}/reopenings`, { reason: '约了明天' }));
  assert.match(await page(), /正在找人/);
});

test('a visit the resident calls not done is disputed', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const { code, id } = await desk.placed();
  const plain = code.replaceAll(' ', '');
  assert.equal(
    (await site.post(`/orders/${plain}/rating`, { outcome: 'done', score: '5', words: '', lastFour: '1234' })).status,
    409,
    'nobody was there yet',
  );
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  await desk.done(
    desk.county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await desk.county.personId('volunteer') }],
      startsAt: '2026-03-04T02:00:00.000Z',
    }),
  );
  await desk.done(
    desk.county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  desk.county.clock.set('2026-03-04T02:30:00.000Z');
  await desk.done(
    desk.county.as('volunteer').post(`/visits/${await desk.visitOf(id)}/completions`, { minutesServed: 30 }),
  );
  assert.equal(
    (await site.post(`/orders/${plain}/rating`, { outcome: 'not-done', score: '1', words: '没有来', lastFour: '1234' }))
      .status,
    303,
  );
  assert.equal(await desk.state(id), 'disputed');
  assert.match((await site.get(`/orders/${plain}`)).text, /没有办好/);
});

test('whoever ordered says that it was done without judging it, and may judge it afterwards', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const id = await desk.visited();
  const path = `/orders/${desk.lastCode.replaceAll(' ', '')}`;
  const unsaid = await site.post(`${path}/rating`, { score: '5', lastFour: '1234' });
  assert.deepEqual(
    [unsaid.status, /href="#f-outcome/.test(unsaid.text)],
    [422, true],
    'whether it was done comes first',
  );
  const said = await site.post(`${path}/rating`, { outcome: 'done', words: '换好了，不漏了', lastFour: '1234' });
  assert.equal(said.location, `${path}?just=rated`, said.text.slice(0, 2_000));
  assert.equal(await desk.state(id), 'confirmed');
  const order = (await desk.county.as('coordinator').get(`/orders/${id}`)).body;
  assert.deepEqual(
    [order['rating'], order['note']],
    [null, '水龙头一直滴水\n换好了，不漏了'],
    'their words are not lost, and are erased with the rest',
  );
  const history = await desk.county.as('coordinator').get(`/orders/${id}/history`);
  assert.doesNotMatch(history.text, /换好了/, 'the record that stays holds none of them');
  const hours = (await desk.county.as('volunteer').get('/hours?mine=true')).body['items'] as { evidence: string }[];
  assert.deepEqual(
    hours.map(({ evidence }) => evidence),
    ['witnessed'],
  );
  assert.doesNotMatch((await site.get(`${path}/rating`)).text, /name="outcome"/, 'they are not asked twice');
  const again = await site.post(`${path}/rating`, { lastFour: '1234' });
  assert.equal(again.status, 422, 'said already: only how it was is left to say');
  assert.match(again.text, /href="#f-score/);
  assert.equal((await site.post(`${path}/rating`, { score: '4', lastFour: '1234' })).status, 303);
  assert.equal(await desk.state(id), 'rated');
});

test('what was called not done is settled on the page once it is put right, and only then counts', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const id = await desk.visited();
  const path = `/orders/${desk.lastCode.replaceAll(' ', '')}`;
  const settle = (form: Record<string, string> = {}) => site.post(`${path}/settled`, { lastFour: '1234', ...form });
  assert.doesNotMatch((await site.get(path)).text, /\/settled/);
  assert.equal((await settle()).status, 409, 'nothing is disputed');
  assert.equal((await site.post(`${path}/rating`, { outcome: 'partly', lastFour: '1234' })).status, 303);
  assert.equal(await desk.state(id), 'disputed');
  const history = async () => (await desk.county.as('coordinator').get(`/orders/${id}/history`)).text;
  assert.match(await history(), /说只办了一部分/);
  assert.equal((await desk.county.as('volunteer').get('/hours?mine=true')).body['total'], 0);
  assert.match((await site.get(path)).text, /\/settled"/);
  assert.match((await site.get(`${path}/settled`)).text, /现在办好了/);
  assert.equal((await settle({ lastFour: '4321' })).status, 403);
  assert.equal((await settle({ said: '又来了一趟，修好了' })).location, `${path}?just=settled`);
  assert.equal(await desk.state(id), 'confirmed');
  assert.match(await history(), /在网页上说现在办好了/);
  assert.doesNotMatch(await history(), /又来了一趟/);
  const { body } = await desk.county.as('coordinator').get(`/orders/${id}`);
  assert.match(String(body['note']), /又来了一趟，修好了/);
  assert.equal((await desk.county.as('volunteer').get('/hours?mine=true')).body['total'], 1);
  assert.match((await site.get(`${path}?just=settled`)).text, /记下了：现在办好了/);
  assert.equal((await settle()).status, 409, 'once');
});

test('a service that is renamed, or offered no more, is so on its cached page at once', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  assert.match((await site.get('/services/taps-and-lights')).text, /修水管电灯/);
  const coordinator = desk.county.as('coordinator');
  const { facts } = (await coordinator.get('/services/taps-and-lights')).body as { facts: Record<string, unknown> };
  const renamed = { ...facts, name: { 'zh-CN': '修龙头', en: 'Taps' } };
  await desk.done(coordinator.patch(`/services/${desk.serviceId}`, { version: 1, facts: renamed }));
  assert.match((await site.get('/services/taps-and-lights')).text, /修龙头/);
  assert.match((await site.get('/services')).text, /修龙头/);
  await desk.done(coordinator.patch(`/services/${desk.serviceId}`, { version: 2, active: false }));
  assert.ok(!(await site.get('/services')).text.includes('修龙头'));
  assert.match((await site.get('/services/taps-and-lights')).text, /现在不能点/);
});

test('where the county answers in working days, the service says so and the slip says by when', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const { serviceId } = desk;
  const minutes = { offerExpiresMinutes: 60, confirmWithinMinutes: 60, rateWithinMinutes: 60 };
  const times = { answerWithinMinutes: 60, arrangeWithinMinutes: 120, ...minutes, serviceId, level: null };
  const set = (more: object) => desk.done(desk.county.as('coordinator').put('/limits', { ...times, ...more }));
  assert.doesNotMatch((await site.get('/services/taps-and-lights')).text, /工作日/);
  await set({ answerWithinWorkingDays: 2 });
  assert.match((await site.get('/services/taps-and-lights')).text, /2个工作日内答复，2小时内安排/);
  assert.match((await site.get('/en/services/taps-and-lights')).text, /an answer within 2 working days/);
  // Wednesday 30 September 2026: National Day lasts until the 7th.
  desk.county.clock.set('2026-09-30T02:00:00.000Z');
  const { answer } = await desk.placed({ wishes: [{ on: null, part: 'any' }] });
  assert.match((await site.get(String(answer.body['slipHref']))).text, /10月9日23:59/);
});

test('whoever lost the slip gets another code at the desk: it opens everything, and the old one nothing', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const { id, code, answer: placed } = await desk.placed();
  const keeper = desk.county.as('station-keeper');
  const before = String(placed.body['statusHref']);
  const wrong = await keeper.post(`/orders/${id}/codes`, { lastFour: '4321' });
  assert.deepEqual([wrong.status, wrong.body['code']], [403, 'LastFourWrong']);
  assert.equal((await site.get(before)).status, 200, 'nothing has changed');
  const { body } = await desk.done(keeper.post(`/orders/${id}/codes`, { lastFour: '1234' }));
  assert.notEqual(body['code'], code);
  assert.equal(body['passphrase'], placed.body['passphrase'], 'the words of the door stay');
  assert.equal((await site.get(before)).status, 404);
  assert.notEqual((await site.get(String(placed.body['slipHref']))).status, 200, 'nor does the old slip open');
  assert.equal((await site.get(String(body['statusHref']))).status, 200);
  const slip = await site.get(String(body['slipHref']));
  assert.ok(slip.status === 200 && slip.text.includes(String(body['code'])));
  const written = await desk.county.as('auditor').get(`/audit?act=order.reissue-code&subjectId=${id}`);
  assert.equal((written.body['items'] as unknown[]).length, 1);
  assert.ok(!written.text.includes(String(body['code']).slice(0, 4)), 'the audit says that, never what');
});
