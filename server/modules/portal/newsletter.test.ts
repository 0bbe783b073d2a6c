import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { correctPublished, dkimVerdict, PostOffice } from '#channels/testing';
import type { ReceivedLetter } from '#channels/testing';
import { openDesk, refused, story, TestImapServer, textOf } from '#newsroom/testing';
import { Turn } from '#platform/due';
import { buildServer } from '#platform/http/server';
import { Span, spanKinds } from '#platform/traces/span';
import { inCounty } from '#platform/transaction';
import { portalOptions } from './options.ts';

const office = await PostOffice.start();
const desk = await openDesk({ smtpUrl: office.url, innerHosts: ['127.0.0.1'] });
const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
await server.ready();
after(async () => {
  await server.close();
  await desk[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});
const { county } = desk;

const get = async (url: string, host = 'one.test'): Promise<{ status: number; text: string }> => {
  const answer = await server.inject({ url, headers: { host } });
  return { status: answer.statusCode, text: answer.body };
};
const post = async (url: string, form: Record<string, string>): Promise<{ status: number; to: string }> => {
  const answer = await server.inject({
    method: 'POST',
    url,
    headers: {
      host: 'one.test',
      origin: 'http://one.test',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ key: randomUUID(), ...form }).toString(),
  });
  return { status: answer.statusCode, to: String(answer.headers['location'] ?? '') };
};
const mail = (): Promise<void> => county.tick('channels.mail');
const deliver = async (): Promise<void> => {
  await county.tick('channels.deliver');
  await mail();
};
const latest = (address: string): ReceivedLetter => office.to(address).at(-1) ?? assert.fail(`nothing for ${address}`);
const linkIn = (letter: ReceivedLetter, part: string): string =>
  new RegExp(`http://one\\.test((?:/en)?/subscribe/${part}/[\\w-]+)`).exec(letter.mail.text ?? '')?.[1] ??
  assert.fail(letter.mail.text);
/** Asks, and confirms by the letter; answers the address of their choices. */
async function subscribe(email: string, more: Record<string, string> = {}): Promise<string> {
  const asked = await post('/subscribe', { email, pace: 'instant', newsletter: newsletterId, website: '', ...more });
  assert.deepEqual([asked.status, asked.to], [303, '/subscribe?sent=yes']);
  await mail();
  const confirmed = await post(linkIn(latest(email), 'confirm'), {});
  assert.equal(confirmed.status, 303);
  return confirmed.to.replace(/\?.*/, '');
}

const made = await county.as('administrator').post('/channels', {
  name: '甲县邮报',
  placeId: county.placeId('county'),
  sectionIds: null,
  language: null,
  isOn: true,
  pauseSeconds: 0,
  dailyLimit: null,
  keeperId: null,
  settings: {
    kind: 'newsletter',
    lead: '县里今天的事',
    from: 'paper@news.one.test',
    returnTo: 'returns@news.one.test',
    signs: true,
    digestHour: 0,
    digestWeekday: 1,
  },
});
assert.equal(made.status, 201, made.text);
const newsletterId = String(Object(made.body['channel'])['id']);
const copyOf = async (storyId: string) => {
  const { body } = await county.as('editor').get(`/stories/${storyId}/copies`);
  return (body['items'] as { channelId: string; state: string; editionNumber: number; receivers: number | null }[])
    .filter((copy) => copy.channelId === newsletterId)
    .map(({ editionNumber, state, receivers }) => [editionNumber, state, receivers]);
};
const bouncesOf = async (email: string): Promise<unknown[]> => {
  const { rows } = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query<Record<string, unknown>>(
        `select s.state, s.bounces, count(m.id)::int as tried from channels.subscribers s left join channels.mailings m on m.subscriber_id = s.id and m.what = 'instant' where s.email = $1 group by 1, 2`,
        [email],
      ),
    ),
  );
  return rows;
};
const [reader, daily, elsewhere] = ['wang@mail.test', 'li@mail.test', 'zhao@mail.test'];

test('nobody gets a newsletter who did not ask for it and confirm; a code holds once, and a form tells nobody who reads what', async () => {
  assert.equal(made.body['secret'], null, 'the signing key is never shown');
  const page = await get('/subscribe');
  assert.match(page.text, /县里今天的事/);
  const english = (await get('/en/subscribe')).text;
  assert.match(english, /By e-mail/);
  for (const feed of ['/en/feeds/rss.xml', '/en/feeds/corrections.json', '/en/sections/life/atom.xml'])
    assert.ok(english.includes(`href="${feed}"`), `${feed}: the feeds of this language`);
  assert.ok(english.includes('href="/api/docs"'), 'programs find their way too');
  assert.match(english, /<p lang="zh-CN"><strong>甲县邮报<\/strong>/, 'its name is Chinese there too');
  const other = await get('/subscribe', 'two.test');
  assert.deepEqual([other.status, other.text.includes('name="email"')], [200, false], 'the other county has none');
  assert.ok(other.text.includes('/feeds/rss.xml'), 'its feeds are there');
  assert.equal((await post('/subscribe', { email: 'nobody', pace: 'daily', newsletter: newsletterId })).status, 422);
  assert.equal((await post('/subscribe', { email: reader, pace: 'daily', newsletter: randomUUID() })).status, 422);
  await post('/subscribe', { email: 'robot@mail.test', pace: 'daily', newsletter: newsletterId, website: 'x' });
  await post('/subscribe', { email: ` ${reader.toUpperCase()}`, pace: 'instant', newsletter: newsletterId });
  await post('/subscribe', { email: reader, pace: 'instant', newsletter: newsletterId });
  await mail();
  assert.deepEqual(
    office.letters.map((letter) => letter.to),
    [reader],
    'one letter, though asked twice',
  );
  const confirm = linkIn(latest(reader), 'confirm');
  const unread = await desk.publish();
  await deliver();
  assert.equal(office.to(reader).length, 1, 'nothing comes before they confirm');
  assert.deepEqual(await copyOf(unread.id), [[1, 'accepted', null]]);
  assert.match((await get(confirm)).text, /确认/, 'a program that opens the address confirms nothing');
  const confirmed = await post(confirm, {});
  assert.match(confirmed.to, /^\/subscribe\/choices\/[\w-]{24}\?done=confirmed$/);
  assert.deepEqual([(await get(confirm)).status, (await post(confirm, {})).status], [404, 404]);
  assert.equal((await get(confirmed.to, 'two.test')).status, 404);
  const shown = await get(confirmed.to);
  assert.match(shown.text, /wang@mail\.test/);
  county.clock.advance({ minutes: 11 });
  await post('/subscribe', { email: reader, pace: 'weekly', newsletter: newsletterId });
  await mail();
  assert.match(latest(reader).mail.text ?? '', /您已经订阅了/);
  assert.match((await get(confirmed.to)).text, /value="instant" checked/, 'a stranger’s form changes nothing');
  await subscribe(daily, { pace: 'daily' });
  await subscribe(elsewhere, { [`place-${county.placeId('town-2')}`]: 'yes' });
});

test('a letter goes to whoever wants the story at once, signed, plain and in HTML, without any tracker; a correction to exactly those who got it, in the same thread; then a withdrawal', async () => {
  const before = office.letters.length;
  county.clock.advance({ seconds: 1 });
  const published = await desk.publish();
  await deliver();
  assert.deepEqual(
    office.letters.slice(before).map((letter) => letter.to),
    [reader],
  );
  const letter = latest(reader);
  const header = (key: string) => letter.mail.headers.find((one) => one.key === key)?.value;
  assert.deepEqual(
    [letter.mail.subject, letter.from, letter.mail.from?.address, header('list-unsubscribe-post')],
    ['柳河桥今天通车', 'returns@news.one.test', 'paper@news.one.test', 'List-Unsubscribe=One-Click'],
  );
  assert.match(letter.mail.text ?? '', /限重十吨。/);
  assert.match(letter.mail.html ?? '', /限重十吨。/);
  assert.doesNotMatch(letter.mail.html ?? '', /<img|\u0001/);
  const facts = (await county.as('administrator').get(`/channels/${newsletterId}/facts`)).body['items'];
  const record = (facts as { label: string; value: string }[]).find(({ value }) => value.startsWith('v=DKIM1'));
  const { verdict, askedAt } = await dkimVerdict(letter.raw, record?.value ?? '');
  assert.equal(verdict, 'pass');
  assert.ok(
    (facts as { value: string }[]).some(({ value }) => value === askedAt.join()),
    askedAt.join(),
  );
  for (const [what, by] of [
    ['text/plain', 'text/other'],
    ['Subject: ', 'Subject: x'],
    // RFC 8058 §4: else no provider shows the button.
    ['/unsubscriptions/', '/subscriptions/'],
    ['List-Unsubscribe-Post: ', 'List-Unsubscribe-Post: x'],
  ] as const) {
    const changed = letter.raw.replace(what, by);
    assert.notEqual(changed, letter.raw);
    assert.match((await dkimVerdict(changed, record?.value ?? '')).verdict, /^(fail|neutral)$/, what);
  }
  assert.deepEqual(await copyOf(published.id), [[1, 'accepted', null]]);
  county.clock.advance({ seconds: 10 });
  await county.tick('channels.read-back');
  assert.deepEqual(await copyOf(published.id), [[1, 'published', 1]]);

  const late = 'late@mail.test';
  await subscribe(late);
  await correctPublished(desk, published);
  await deliver();
  const corrected = latest(reader);
  assert.deepEqual(
    [corrected.mail.subject, corrected.mail.inReplyTo, office.to(late).length],
    ['更正：柳河桥今天通车', letter.mail.messageId, 1],
  );
  assert.match(corrected.mail.text ?? '', /有更正：限重写错了[^]*限重十二吨/);
  await deliver();
  assert.equal(latest(reader), corrected, 'one correction, one letter');

  // The digest of the next day has it as it stands now.
  county.clock.advance({ hours: 24 });
  await county.tick('channels.digests');
  await county.tick('channels.digests');
  await mail();
  const digest = latest(daily);
  assert.equal(office.to(daily).length, 2, 'one letter to confirm, one digest');
  assert.match(digest.mail.subject ?? '', /^甲县邮报 · \d{4}-\d\d-\d\d · 1 篇$/);
  assert.match(digest.mail.text ?? '', /柳河桥今天通车 \(已更正\)/);

  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await deliver();
  assert.deepEqual(
    [latest(reader).mail.inReplyTo, latest(daily).mail.inReplyTo, office.to(late).length, office.to(elsewhere).length],
    [letter.mail.messageId, digest.mail.messageId, 1, 1],
  );
  assert.match(latest(daily).mail.text ?? '', /正在核实/);
  story(await county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  county.clock.advance({ seconds: 10 });
  await deliver();
  await deliver();
  assert.match(latest(reader).mail.subject ?? '', /^核实好了/);
});

test('a story that the newsletter takes over only after the day’s digest was planned is in the next one, and none comes twice', async () => {
  const [slow, again] = ['slow@mail.test', 'again@mail.test'];
  await subscribe(slow, { pace: 'daily' });
  await subscribe(again, { pace: 'daily' });
  const digests = async (): Promise<void> => {
    await county.tick('channels.digests');
    await mail();
  };
  county.clock.advance({ seconds: 1 });
  const early = await desk.publish({ text: textOf('早上的一篇', ['七点。']) });
  await deliver();
  const late = await desk.publish({ text: textOf('还没送到的一篇', ['七点五十九分。']) });
  // Signed before the hour, and not taken over yet: it waits for its pause, or its channel is off.
  county.clock.advance({ hours: 24 });
  await digests();
  assert.match(latest(slow).mail.text ?? '', /早上的一篇/);
  assert.doesNotMatch(latest(slow).mail.text ?? '', /还没送到的一篇/);
  await deliver();
  county.clock.advance({ hours: 24 });
  await correctPublished(desk, early);
  await deliver();
  county.clock.advance({ minutes: 1 });
  await digests();
  const second = latest(slow).mail;
  assert.match(second.text ?? '', /还没送到的一篇/);
  assert.doesNotMatch(second.text ?? '', /柳河桥今天通车/, 'of its correction a letter of its own said so');
  assert.match(second.subject ?? '', /1 篇$/);
  assert.equal(latest(again).mail.subject, second.subject);
  assert.equal((await copyOf(late.id))[0]?.[1], 'accepted');
  // The days that went by ended the duty.
  await desk.onDuty('chief-editor');
});

test('whoever wants a letter a week gets it a day later where nothing ran all of its day, and on its day again from then on', async () => {
  const weekly = 'weekly@mail.test';
  await subscribe(weekly, { pace: 'weekly' });
  const subjects = () =>
    office
      .to(weekly)
      .slice(1)
      .map(({ mail: { text = '' } }) => /第[一二]周的一篇/.exec(text)?.[0]);
  const noon = Math.floor(county.clock.now().getTime() / 86_400_000) * 86_400_000 + 4 * 3_600_000;
  // The next Monday but one, noon in the county.
  const monday = noon + (15 - new Date(noon).getUTCDay()) * 86_400_000;
  const days = async (from: number, to: number): Promise<void> => {
    for (let day = from; day <= to; day += 1) {
      county.clock.set(new Date(monday + day * 86_400_000));
      await county.tick('channels.digests');
      await mail();
    }
  };
  const publish = async (title: string): Promise<void> => {
    await desk.onDuty('chief-editor');
    await desk.publish({ text: textOf(title, ['一句话。']) });
    await deliver();
  };
  await days(0, 0);
  await publish('第一周的一篇');
  await days(1, 6);
  assert.deepEqual(subjects(), []);
  // All of the next Monday it was dark.
  await days(8, 8);
  assert.deepEqual(subjects(), ['第一周的一篇']);
  await publish('第二周的一篇');
  await days(9, 13);
  assert.deepEqual(subjects(), ['第一周的一篇']);
  await days(14, 14);
  assert.deepEqual(subjects(), ['第一周的一篇', '第二周的一篇']);
  await desk.onDuty('chief-editor');
});

test('another pace, or an address that was put back, brings no letter at once, and none is missed; where nobody is due nothing is read', async () => {
  const [turned, back] = ['turned@mail.test', 'back@mail.test'];
  const choices = await subscribe(turned, { [`place-${county.placeId('town-2')}`]: 'yes' });
  await subscribe(back, { pace: 'weekly' });
  const titles = (email: string) =>
    office
      .to(email)
      .slice(1)
      .map(({ mail: { text = '' } }) => [...text.matchAll(/第[一二三四五]天的一篇/g)].join());
  const noon = Math.floor(county.clock.now().getTime() / 86_400_000) * 86_400_000 + 4 * 3_600_000;
  const monday = noon + (15 - new Date(noon).getUTCDay()) * 86_400_000;
  const day = async (at: number, what?: string): Promise<void> => {
    county.clock.set(new Date(monday + at * 86_400_000));
    if (!what) return;
    await desk.onDuty('chief-editor');
    await desk.publish({ text: textOf(what, ['一句话。']) });
    await deliver();
  };
  const digests = async (): Promise<void> => {
    await county.tick('channels.digests');
    await mail();
  };
  await day(0);
  await digests();
  // Its last letter is more than a week ago by the time it is put back.
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update channels.subscribers set state = 'off', bounces = 3, bounced_since = $2, bounced_at = $2, bounce_reason = 'no-mailbox' where email = $1`,
        [back, tx.at],
      ),
    ),
  );
  await day(9, '第一天的一篇');
  const { body } = await county.as('administrator').get(`/channels/${newsletterId}/returned-addresses`);
  const { id } = (body['items'] as { id: string; masked: string }[]).find(({ masked }) => masked.startsWith('b')) ?? {};
  const returned = `/channels/${newsletterId}/returned-addresses/${id}`;
  assert.equal((await county.as('administrator').post(`${returned}/restorations`, {})).status, 204);
  assert.equal((await post(choices, { pace: 'weekly' })).status, 303);
  county.clock.advance({ minutes: 1 });
  await desk.publish({ text: textOf('第二天的一篇', ['一句话。']) });
  await deliver();
  await digests();
  assert.deepEqual([titles(turned), titles(back)], [[], []], 'on its day, not at once');
  const [read, digestReads] = [await statementsOf('channels.digests'), 'channels.digest-candidates'];
  assert.ok(read.includes('channels.digest-readers') && !read.includes(digestReads), read.join());
  await day(14);
  await digests();
  assert.deepEqual(
    [titles(turned), titles(back)],
    [['第二天的一篇,第一天的一篇'], ['第二天的一篇']],
    'what came before an address was put back is not sent after it',
  );
  await day(16, '第三天的一篇');
  assert.equal((await post(choices, { pace: 'daily' })).status, 303);
  await digests();
  assert.equal(titles(turned).length, 1);
  await day(17);
  const planned = await statementsOf('channels.digests');
  assert.equal(planned.filter((name) => name === digestReads).length, 1, planned.join());
  assert.ok(!planned.includes('channels.whereabouts'), 'the places of all stories at once');
  await mail();
  assert.deepEqual(titles(turned).slice(1), ['第三天的一篇']);
  // What the next digest had yet to bring comes in a last one, and what is new at once.
  county.clock.advance({ minutes: 1 });
  await day(17.1, '第四天的一篇');
  assert.equal((await post(choices, { pace: 'instant' })).status, 303);
  await digests();
  assert.equal(titles(turned).length, 2);
  await day(17.2, '第五天的一篇');
  await day(18);
  await digests();
  await day(19);
  await digests();
  assert.deepEqual(titles(turned).slice(2), ['第五天的一篇', '第四天的一篇']);
  await post(choices, { leave: 'yes' });
  await desk.onDuty('chief-editor');
});

/** Runs a recurring job once; answers what it asked the database, by the statements' names. */
async function statementsOf(job: string): Promise<string[]> {
  const { app } = county;
  const recurring = app.modules.flatMap((module) => module.recurring ?? []).find(({ name }) => name === job);
  const own = app.counties.byId(1);
  assert.ok(recurring && own);
  const names: string[] = [];
  const span = new Span({ name: job, kind: spanKinds.internal, attributes: {} }, ({ name }) => void names.push(name));
  await inCounty(app, own, (ctx) => recurring.run(ctx, new AbortController().signal, new Turn()), { span });
  return names;
}

test('one click leaves, and nothing is kept; an address that is refused three times gets nothing more; a mail server that is down loses nothing', async () => {
  const letter = latest(reader);
  const away = /<http:\/\/one\.test([^>]+)>/.exec(
    letter.mail.headers.find((one) => one.key === 'list-unsubscribe')?.value ?? '',
  )?.[1];
  const click = () =>
    server.inject({
      method: 'POST',
      url: away ?? '',
      headers: { host: 'one.test', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
  // Whose program knows no such button opens the address; so does what looks through mail, and nothing ends by it.
  const opened = await server.inject({ url: away ?? '', headers: { host: 'one.test', 'accept-language': 'en' } });
  const choicesOf = String(opened.headers['location']).replace('http://one.test', '');
  assert.deepEqual([opened.statusCode, (await get(choicesOf)).status], [303, 200]);
  assert.match((await get(choicesOf)).text, /wang@mail\.test/);
  assert.ok(choicesOf.startsWith('/en/subscribe/choices/'), choicesOf);
  assert.deepEqual([(await click()).statusCode, (await click()).statusCode], [204, 204]);
  const over = await get(linkIn(letter, 'choices'));
  assert.equal(over.status, 404);
  assert.match(over.text, /这个地址不能用了：您已经不再订/);

  const gone = 'gone@mail.test';
  const stays = 'stays@mail.test';
  const choices = await subscribe(stays);
  await subscribe(gone);
  office.refused.add(gone);
  const full = 'full@mail.test';
  await subscribe(full);
  for (let times = 0; times < 4; times += 1) {
    if (times === 2) office.refused.delete(full);
    else office.refused.add(full);
    await desk.publish();
    await deliver();
  }
  assert.deepEqual(await bouncesOf(gone), [{ state: 'off', bounces: 3, tried: 3 }]);
  assert.deepEqual(
    await bouncesOf(full),
    [{ state: 'active', bounces: 1, tried: 4 }],
    'one that arrived ends the row of those that did not',
  );
  assert.equal(office.to(stays).length, 5);

  // What left and came back counts too, once a mailbox is named that is looked through; a stranger's report about nothing of ours does nothing.
  const admin = county.as('administrator');
  const bounces = async (): Promise<unknown> => {
    const { body } = await admin.get(`/channels/${newsletterId}/facts`);
    return (body['items'] as { label: string; value: string }[]).find(({ label }) => label === '退信')?.value;
  };
  assert.match(String(await bounces()), /^没有人看/);
  await using returns = await TestImapServer.start();
  const mailbox = {
    enabled: true,
    host: '127.0.0.1',
    port: returns.port,
    security: 'none',
    login: 'returns',
    secret: 'secret',
  };
  const folders = {
    folder: 'INBOX',
    doneFolder: 'Taken',
    sectionId: desk.sectionId,
    trust: 'verified',
    authority: 'mx.one.test',
  };
  const named = await admin.put('/mailbox', { version: 0, ...mailbox, ...folders });
  assert.equal(named.status, 200, named.text);
  assert.doesNotMatch(String(await bounces()), /没有人看/);
  const kept = latest(stays).mail.messageId?.slice(1, -1) ?? '';
  for (const id of [kept, kept, 'x@one.test', `${randomUUID()}@one.test`]) returns.deliverReport(id, '5.1.1');
  await county.tick('newsroom.read-mail');
  assert.deepEqual(await bouncesOf(stays), [{ state: 'active', bounces: 1, tried: 4 }]);

  // Whoever runs it sees how many, why and since when; the addresses masked, and each look at one is on record.
  const of = `/channels/${newsletterId}`;
  const figures = async (): Promise<unknown> =>
    ((await county.as('editor').get(`${of}/returned-letters`)).body['reasons'] as Record<string, unknown>[]).map(
      ({ reason, stopped, trying }) => [reason, stopped, trying],
    );
  assert.deepEqual(await figures(), [['no-mailbox', 1, 2]]);
  refused(await county.as('editor').get(`${of}/returned-addresses`), 403, 'Forbidden');
  const listed = await admin.get(`${of}/returned-addresses`);
  assert.doesNotMatch(listed.text, /gone@|full@|stays@/);
  const addresses = listed.body['items'] as Record<string, unknown>[];
  assert.deepEqual(
    addresses.map(({ masked, isStopped, bounces }) => [masked, isStopped, bounces].join(' ')).toSorted(),
    ['f…@mail.test false 1', 'g…@mail.test true 3', 's…@mail.test false 1'],
  );
  const idOf = (first: string): string =>
    String(addresses.find(({ masked }) => String(masked).startsWith(first))?.['id']);
  refused(await county.as('editor').post(`${of}/returned-addresses/${idOf('g')}/looks`, {}), 403, 'Forbidden');
  const seen = await admin.post(`${of}/returned-addresses/${idOf('g')}/looks`, {});
  assert.deepEqual([seen.status, seen.body], [201, { email: gone }]);
  const looks = await county.as('auditor').get('/audit?act=channel.see-address');
  assert.equal((looks.body['items'] as unknown[]).length, 1);
  assert.doesNotMatch(looks.text, /gone@/, 'the record names no address');

  refused(await admin.post(`${of}/returned-addresses/${idOf('f')}/restorations`, {}), 409, 'WrongState');
  for (const email of [gone, full]) office.refused.delete(email);
  assert.equal((await admin.post(`${of}/returned-addresses/${idOf('g')}/restorations`, {})).status, 204);
  assert.deepEqual(await figures(), [['no-mailbox', 0, 2]]);
  const again = office.to(gone).length;
  await desk.publish();
  await deliver();
  assert.equal(office.to(gone).length, again + 1, 'it gets letters again');
  assert.deepEqual(await figures(), [], 'and what arrives at the others since counts for them');
  office.refused.add(gone);
  for (let times = 0; times < 3; times += 1) {
    await desk.publish();
    await deliver();
  }
  assert.deepEqual(await figures(), [['no-mailbox', 1, 0]]);
  refused(await county.as('editor').delete(`${of}/returned-addresses/${idOf('g')}`), 403, 'Forbidden');
  assert.equal((await admin.delete(`${of}/returned-addresses/${idOf('g')}`)).status, 204);
  assert.deepEqual([await bouncesOf(gone), await figures()], [[], []], 'nothing is kept of it');
  refused(await admin.delete(`${of}/returned-addresses/${idOf('g')}`), 404, 'NotFound');

  office.isClosed = true;
  const before = office.to(stays).length;
  const published = await desk.publish();
  await deliver();
  assert.equal(office.to(stays).length, before);
  office.isClosed = false;
  county.clock.advance({ minutes: 2 });
  await deliver();
  assert.equal(office.to(stays).length, before + 1);
  await county.tick('channels.read-back');
  assert.deepEqual((await copyOf(published.id))[0]?.[1], 'published');

  assert.deepEqual(await post(choices, { pace: 'weekly' }), { status: 303, to: `${choices}?done=saved` });
  assert.match((await get(choices)).text, /value="weekly" checked/);
  assert.deepEqual(await post(choices, { leave: 'yes' }), { status: 303, to: '/subscribe?left=yes' });
  assert.equal((await get(choices)).status, 404);
});

const [sent, held] = ['sent@mail.test', 'held@mail.test'];

test('a correction waits for letters that are leaving just now: what left is corrected, what came back leaves with the new text', async () => {
  await subscribe(sent);
  await subscribe(held);
  const change = (set: string, email: string, from: string): Promise<unknown> =>
    county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.client.query(
          `update channels.mailings m set ${set} from channels.subscribers s where s.id = m.subscriber_id and s.email = $1 and m.state = $2 and m.what <> 'confirmation'`,
          [email, from],
        ),
      ),
    );
  const published = await desk.publish();
  await county.tick('channels.deliver');
  // A process has them in hand: what becomes of them nobody knows yet.
  const inHand = `state = 'sending', claimed_until = now() + interval '9 years', due_at = now() + interval '9 years'`;
  for (const email of [sent, held]) await change(inHand, email, 'planned');
  await correctPublished(desk, published);
  await deliver();
  assert.deepEqual(
    (await copyOf(published.id)).map(([number, state]) => [number, state]),
    [
      [2, 'waiting'],
      [1, 'accepted'],
    ],
  );
  await change(`state = 'sent', claimed_until = null, due_at = null`, sent, 'sending');
  await change(`state = 'planned', claimed_until = null, due_at = made_at`, held, 'sending');
  county.clock.advance({ minutes: 1 });
  await deliver();
  assert.match(latest(sent).mail.subject ?? '', /^更正：/);
  assert.deepEqual(
    office
      .to(held)
      .slice(1)
      .map(({ mail }) => [mail.subject, /限重十二吨/.test(mail.text ?? '')]),
    [['柳河桥今天通车', true]],
  );
  const receipts = await get(`/stories/${published.slug}/receipts`);
  const rows = [...receipts.text.matchAll(/<th scope="row">(?:<a [^>]*>)?([^<]*)(?:<\/a>)?<\/th><td[^>]*>(\d)<\/td>/g)];
  assert.deepEqual(
    rows.map(([, name, edition]) => [name, edition]).filter(([name]) => name === '甲县邮报'),
    [
      ['甲县邮报', '2'],
      ['甲县邮报', '1'],
    ],
    receipts.text.slice(0, 200),
  );
});

test('whoever was to get a letter that a withdrawal held back gets it once the story stands again, and nobody twice', async () => {
  const published = await desk.publish();
  await county.tick('channels.deliver');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await deliver();
  const before = [sent, held].map((email) => office.to(email).length);
  story(await county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  await deliver();
  await deliver();
  assert.deepEqual(
    [sent, held].map((email, at) =>
      office
        .to(email)
        .slice(before[at])
        .map(({ mail }) => mail.subject),
    ),
    [['柳河桥今天通车'], ['柳河桥今天通车']],
  );
});

test('a story that was withdrawn before any letter left, and stands again, comes to everybody who wants it at once', async () => {
  const published = await desk.publish({ text: textOf('没出门就撤下的一篇', ['九点。']) });
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await deliver();
  story(await county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  await deliver();
  assert.equal(latest(sent).mail.subject, '没出门就撤下的一篇');
});

test('whoever asks in a further language gets letters that speak it, but for the stories, and leaves on its pages', async () => {
  const email = 'ann@example.test';
  const form = { email, pace: 'instant', newsletter: newsletterId, website: '' };
  assert.equal((await post('/en-xa/subscribe', form)).status, 303);
  await mail();
  const linkOf = (letter: ReceivedLetter, part: string): string =>
    new RegExp(`http://one\\.test(/en-xa/subscribe/${part}/[\\w-]+)`).exec(letter.mail.text ?? '')?.[1] ??
    assert.fail(letter.mail.text);
  const translated = (text: string): void => {
    for (const line of text.split('\n').filter((one) => one.trim() !== '' && one !== '--'))
      assert.match(line, /^(?:⟦[^⟦⟧]+⟧(?:: http:\/\/one\.test\S+)?|http:\/\/one\.test\S+)$/, line);
  };
  const asking = latest(email);
  translated(`${asking.mail.subject}\n${asking.mail.text}`);
  assert.equal((await post(linkOf(asking, 'confirm'), {})).status, 303);
  const published = await desk.publish({ text: textOf('水厂换管', ['明天停水。']) });
  await county.deliver();
  await deliver();
  const letter = latest(email);
  assert.equal(letter.mail.subject, published.title);
  assert.match(letter.mail.html ?? '', /<html lang="en-XA">/);
  const [, foot = ''] = (letter.mail.text ?? '').split('\n--\n');
  translated(foot);
  assert.equal((await post(linkOf(letter, 'choices'), { leave: 'yes' })).to, '/en-xa/subscribe?left=yes');
});

test('a story that was withdrawn after a digest was planned, and stands again, is in the next one; of its correction those hear who got it', async () => {
  const email = 'between@mail.test';
  await subscribe(email, { pace: 'daily' });
  county.clock.advance({ hours: 24 });
  await county.tick('channels.digests');
  await mail();
  await desk.onDuty('chief-editor');
  await desk.publish({ text: textOf('留下的一篇', ['一句话。']) });
  const held = await desk.publish({ text: textOf('核实过的一篇', ['一句话。']) });
  await deliver();
  county.clock.advance({ hours: 24 });
  await county.tick('channels.digests');
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${held.id}/withdrawals`, { reason: '核实' }), 201);
  await deliver();
  const titles = (letter: ReceivedLetter): string =>
    [...(letter.mail.text ?? '').matchAll(/(?:留下|核实过)的一篇/g)].join();
  const first = latest(email);
  assert.equal(titles(first), '留下的一篇');
  story(await county.as('chief-editor').post(`/stories/${held.id}/restorations`, { reason: '核实' }), 201);
  await correctPublished(desk, held);
  county.clock.advance({ minutes: 1 });
  await deliver();
  assert.equal(latest(email), first, 'nobody is told of a correction of what they never got');
  county.clock.advance({ hours: 24 });
  await county.tick('channels.digests');
  await mail();
  assert.notEqual(latest(email), first, 'it is in the next one');
  assert.match(latest(email).mail.subject ?? '', / 1 篇$/);
  await desk.onDuty('chief-editor');
});

test('an old story that is corrected is no news in the digest of who came later', async () => {
  const email = 'newcomer@mail.test';
  const old = await desk.publish({ text: textOf('四十天前的一篇', ['一句话。']) });
  await deliver();
  county.clock.advance({ days: 40 });
  const choices = await subscribe(email, { pace: 'daily' });
  county.clock.advance({ minutes: 1 });
  await desk.onDuty('chief-editor');
  await correctPublished(desk, old);
  await desk.publish({ text: textOf('今天的一篇', ['一句话。']) });
  await deliver();
  county.clock.advance({ days: 1 });
  await county.tick('channels.digests');
  await mail();
  assert.match(latest(email).mail.text ?? '', /今天的一篇/);
  assert.match(latest(email).mail.subject ?? '', / 1 篇$/);
  await post(choices, { leave: 'yes' });
  await desk.onDuty('chief-editor');
});

test('a digest names its publisher in the language of its reader, whatever its stories are in', async () => {
  const email = 'mary@mail.test';
  const form = { email, pace: 'daily', newsletter: newsletterId, website: '' };
  assert.equal((await post('/en/subscribe', form)).status, 303);
  await mail();
  await post(linkIn(latest(email), 'confirm'), {});
  county.clock.advance({ minutes: 1 });
  await desk.publish();
  await deliver();
  county.clock.advance({ hours: 24 });
  await county.tick('channels.digests');
  await mail();
  assert.match(latest(email).mail.text ?? '', /^One County Media Centre · /);
  await desk.onDuty('chief-editor');
});

test('in a long letter, too, each receiver finds their own way out, in both of its forms', async () => {
  await desk.publish({ text: textOf('柳河桥今天通车', Array<string>(40).fill('桥修了三个月，今天通车，限重十吨。')) });
  await deliver();
  const [mine, other] = [sent, held].map((email) => latest(email).mail);
  for (const { text = '', html = '' } of [mine, other].flatMap((one) => one ?? [])) {
    assert.ok(text.includes('限重十吨。'));
    const ways = [text, html].map((words) => /\/subscribe\/choices\/([\w-]+)/.exec(words)?.[1] ?? '');
    assert.equal(ways[0], ways[1]);
    assert.equal((await get(`/subscribe/choices/${ways[0]}`)).status, 200, ways[0]);
  }
  assert.notEqual(mine?.text, other?.text);
});

test('a letter says how urgent a notice is and until when it holds', async () => {
  const validUntil = new Date(county.clock.now().getTime() + 86_400_000).toISOString();
  await desk.publish({ kind: 'notice', level: 'orange', validUntil, text: textOf('柳河镇今晚有大雨', ['别过河。']) });
  await deliver();
  const { mail: letter } = latest(sent);
  for (const words of [letter.text, letter.html]) assert.match(words ?? '', /橙色 · 尽快行动 · 有效到 \d{4}年/);
});

test('who asked and confirmed while the clock was ahead need not wait until then', async () => {
  const ahead = 'ahead@mail.test';
  const right = county.clock.now();
  county.clock.advance({ days: 3 });
  await subscribe(ahead, { pace: 'daily' });
  await county.tick('channels.digests');
  await mail();
  county.clock.set(new Date(right.getTime() + 15 * 60_000));
  const before = office.to(ahead).length;
  await post('/subscribe', { email: ahead, pace: 'daily', newsletter: newsletterId });
  await mail();
  assert.equal(office.to(ahead).length, before + 1, 'a second letter may be asked for');
  await desk.publish({ text: textOf('钟拨回来以后的一篇', ['八点。']) });
  await deliver();
  county.clock.advance({ minutes: 1 });
  await county.tick('channels.digests');
  await mail();
  assert.match(latest(ahead).mail.text ?? '', /钟拨回来以后的一篇/);
});

test('a withdrawal is done when its letters have left; they leave of a newsletter that is off, too', async () => {
  const published = await desk.publish();
  await deliver();
  await turn(false);
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await county.tick('channels.deliver');
  assert.equal((await copyOf(published.id))[0]?.[1], 'withdrawing', 'nobody was told yet');
  await mail();
  for (const email of [sent, held]) assert.match(latest(email).mail.text ?? '', /正在核实/);
  county.clock.advance({ minutes: 1 });
  await county.tick('channels.deliver');
  assert.equal((await copyOf(published.id))[0]?.[1], 'withdrawn');
});

async function turn(isOn: boolean): Promise<void> {
  const { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings } = (
    await county.as('administrator').get(`/channels/${newsletterId}`)
  ).body;
  const facts = { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings };
  const turned = await county.as('administrator').put(`/channels/${newsletterId}`, { ...facts, isOn });
  assert.equal(turned.status, 200, turned.text);
}

test('what was ticked stays when the choices are saved while the newsletter is off', async () => {
  const other = { slug: 'farming', name: { 'zh-CN': '农事', en: 'Farming' }, position: 2 };
  assert.equal((await county.as('chief-editor').post('/sections', other)).status, 201);
  await turn(true);
  const [section, place] = [`section-${desk.sectionId}`, `place-${county.placeId('town-1')}`];
  const choices = await subscribe('ticked@mail.test', { [section]: 'yes', [place]: 'yes' });
  const ticked = async (): Promise<string[]> => {
    const { text } = await get(choices);
    return [...text.matchAll(/name="((?:section|place)-[^"]+)"[^>]* checked/g)].map(([, name = '']) => name).toSorted();
  };
  assert.deepEqual(await ticked(), [place, section]);
  await turn(false);
  assert.deepEqual(await post(choices, { pace: 'weekly' }), { status: 303, to: `${choices}?done=saved` });
  await turn(true);
  assert.deepEqual(await ticked(), [place, section]);
  assert.match((await get(choices)).text, /value="weekly" checked/);
});
