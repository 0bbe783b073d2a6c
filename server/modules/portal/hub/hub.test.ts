import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { parseFeed } from '@rowanmanning/feed-parser';
import { openDesk, textOf } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import { testPlaceCode } from '#places/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '../options.ts';
import { sendFeed } from './call-subscriber.ts';
import { claimFeeds } from './send-changed.ts';
import { Subscriber } from '../testing/subscriber.ts';

let desk: Desk;
let subscriber: Subscriber;
before(async () => {
  subscriber = await Subscriber.start();
  desk = await openDesk({ innerHosts: ['127.0.0.1'] });
});
after(async () => {
  await desk[Symbol.asyncDispose]();
  await subscriber[Symbol.asyncDispose]();
});
beforeEach(async () => {
  subscriber.pushed.length = 0;
  subscriber.asked.length = 0;
  subscriber.wanted.clear();
  subscriber.secret = '';
  subscriber.answer = (response) => void response.writeHead(204).end();
  subscriber.confirm = (response, challenge) => void response.writeHead(200).end(challenge);
  await query('delete from portal.hub_subscriptions where county_id = $1');
  await query('delete from portal.hub_requests where county_id = $1');
});

const query = (sql: string, county = 1): Promise<Record<string, unknown>[]> =>
  desk.county.inCounty(
    (ctx) => ctx.transaction((tx) => tx.client.query(sql, [tx.countyId]).then(({ rows }) => rows as never)),
    county,
  );
const subscriptions = () =>
  query(
    'select topic, tries, due_at is not null as due, sealed_secret::text as sealed from portal.hub_subscriptions where county_id = $1 order by topic',
  );
const feed = (path: string): string => `http://one.test${path}`;

async function ask(form: Record<string, string>, host = 'one.test') {
  return desk.county.request('POST', '/api/v1/hub', undefined, {
    host,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    payload: new URLSearchParams(form).toString(),
  });
}
const asking = (topic: string, more: Record<string, string> = {}) =>
  ask({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': subscriber.callback, ...more });
const turn = (): Promise<void> => desk.county.tick('portal.hub');
async function subscribe(topic: string, more: Record<string, string> = {}): Promise<void> {
  subscriber.wanted.add(topic);
  subscriber.secret = more['hub.secret'] ?? '';
  const answer = await asking(topic, more);
  assert.deepEqual([answer.status, answer.text], [202, '']);
  await turn();
}
/** What happened goes through the outbox, and then out. */
async function spread(options = { toTheEnd: true }): Promise<void> {
  await desk.county.deliver();
  await desk.county.tick('portal.hub', options);
}
async function withdraw({ id }: SeenStory): Promise<void> {
  await desk.onDuty('chief-editor');
  const answer = await desk.county.as('chief-editor').post(`/stories/${id}/withdrawals`, { reason: '核实' });
  assert.equal(answer.status, 201, answer.text);
}

test('a subscriber confirms, is sent the changed feed signed, and nothing that says the same', async () => {
  const topic = feed('/feeds/rss.xml');
  await subscribe(topic, { 'hub.secret': '桥头的秘密', 'hub.lease_seconds': '86400', 'hub.verify': 'async' });
  const [asked] = subscriber.asked;
  assert.deepEqual(
    [asked?.['mine'], asked?.['hub.mode'], asked?.['hub.topic'], asked?.['hub.lease_seconds']],
    ['1', 'subscribe', topic, '86400'],
  );
  const [kept] = await subscriptions();
  assert.equal(kept?.['topic'], topic);
  const figures = await desk.county.as('editor').get('/hub');
  assert.deepEqual(figures.body, { subscriptions: 1, waiting: 0 }, 'a count, and nobody by name');
  assert.doesNotMatch(String(kept?.['sealed']), new RegExp(Buffer.from('桥头的秘密').toString('hex')), 'sealed');

  const published = await desk.publish();
  await spread();
  const [pushed] = subscriber.pushed;
  assert.deepEqual([subscriber.pushed.length, pushed?.isSigned], [1, true]);
  assert.equal(pushed?.type, 'application/rss+xml; charset=utf-8');
  assert.equal(pushed?.links, `<http://one.test/api/v1/hub>; rel="hub", <${topic}>; rel="self"`);
  const read = parseFeed(pushed?.body ?? '');
  assert.deepEqual([read.items[0]?.title, read.items[0]?.url], ['柳河桥今天通车', feed(`/stories/${published.slug}`)]);
  await spread();
  assert.equal(subscriber.pushed.length, 1, 'nothing new');
  await withdraw(published);
  await spread();
  assert.equal(subscriber.pushed.length, 2);
  assert.deepEqual(
    parseFeed(subscriber.pushed[1]?.body ?? '').items.filter((item) => item.url?.endsWith(published.slug ?? '-')),
    [],
    'what is withdrawn is in the feed no more',
  );
  assert.deepEqual((await subscriptions())[0]?.['due'], false);
});

test('no wish for a time, or none that can be, is the usual ten days', async () => {
  for (const [path, seconds] of [
    ['/feeds/atom.xml', ''],
    ['/feeds/feed.json', '0'],
  ] as const) {
    await subscribe(feed(path), { 'hub.lease_seconds': seconds });
    assert.equal(subscriber.asked.at(-1)?.['hub.lease_seconds'], String(10 * 86_400), path);
  }
});

test('a followed section, place, tag and question hear of what concerns them, in their form and language', async () => {
  const { county } = desk;
  const chief = county.as('chief-editor');
  const tag = await chief.post('/tags', { name: { 'zh-CN': '防汛', en: 'Floods' } });
  const [{ slug: section } = { slug: '' }] = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ slug: string }>('test.section', 'select slug from newsroom.sections where county_id = $1', [1]),
    ),
  );
  const topics = {
    section: feed(`/sections/${section}/atom.xml`),
    town: feed(`/en/places/${testPlaceCode('town-1', 1)}/feed.json`),
    elsewhere: feed(`/places/${testPlaceCode('town-2', 1)}/rss.xml`),
    tag: feed(`/tags/${String(tag.body['slug'])}/rss.xml`),
    question: feed(`/feeds/search-atom.xml?q=${encodeURIComponent('堤坝')}`),
  };
  for (const topic of Object.values(topics)) await subscribe(topic);
  assert.equal((await subscriptions()).length, 5);
  const published = await desk.publish({ text: textOf('堤坝加高了', ['六个村连夜加高。']) });
  await spread();
  const told = () =>
    subscriber.pushed.map(({ links, type }) => `${/rel="hub", <([^>]+)>/.exec(links)?.[1]} ${type.split(';')[0]}`);
  assert.deepEqual(
    told().toSorted(),
    [
      `${topics.section} application/atom+xml`,
      `${topics.town} application/feed+json`,
      `${topics.question} application/atom+xml`,
    ].toSorted(),
  );
  const json = JSON.parse(subscriber.pushed.find(({ type }) => type.includes('json'))?.body ?? '{}');
  assert.deepEqual(json.hubs, [{ type: 'WebSub', url: 'http://one.test/api/v1/hub' }]);
  assert.equal(json.items[0].title, '堤坝加高了');
  const atom = parseFeed(subscriber.pushed.find(({ links }) => links.includes('search'))?.body ?? '');
  assert.deepEqual([atom.items[0]?.title, atom.items[0]?.url], ['堤坝加高了', feed(`/stories/${published.slug}`)]);
  subscriber.pushed.length = 0;
  assert.equal((await chief.patch(`/stories/${published.id}/tags`, { add: [tag.body['id']] })).status, 200);
  await spread();
  assert.deepEqual(told(), [`${topics.tag} application/rss+xml`]);
  // Its feed is called otherwise.
  subscriber.pushed.length = 0;
  const change = { version: tag.body['version'], name: { 'zh-CN': '防汛抢险', en: 'Floods' } };
  assert.equal((await chief.patch(`/tags/${String(tag.body['id'])}`, change)).status, 200);
  await spread();
  assert.deepEqual(told(), [`${topics.tag} application/rss+xml`]);
  assert.match(subscriber.pushed[0]?.body ?? '', /防汛抢险/);
});

test('nothing is subscribed that was not confirmed word by word', async () => {
  const topic = feed('/feeds/rss.xml');
  const after = async (): Promise<number> => {
    await turn();
    return (await subscriptions()).length;
  };
  assert.equal((await asking(topic)).status, 202);
  assert.equal(await after(), 0, 'it did not ask for it');
  subscriber.wanted.add(topic);
  subscriber.confirm = (response, challenge) => void response.writeHead(200).end(`${challenge}!`);
  await asking(topic);
  assert.equal(await after(), 0, 'another challenge');
  subscriber.confirm = (response, challenge) =>
    void response.writeHead(302, { location: '/push?mine=1' }).end(challenge);
  await asking(topic);
  assert.equal(await after(), 0, 'no redirect is followed');
  // Ill for a moment: asked again later, three times in all.
  subscriber.confirm = (response) => void response.writeHead(500).end();
  await asking(topic);
  assert.equal(await after(), 0);
  subscriber.confirm = (response, challenge) => void response.writeHead(200).end(challenge);
  assert.equal(await after(), 0, 'not yet');
  desk.county.clock.advance({ minutes: 2 });
  assert.equal(await after(), 1);
  // A stranger cannot end what another follows.
  await asking(topic, { 'hub.mode': 'unsubscribe' });
  assert.equal(await after(), 1, 'it still wants it');
  subscriber.wanted.clear();
  await asking(topic, { 'hub.mode': 'unsubscribe' });
  assert.equal(await after(), 0);
});

test('the hub refuses what is no feed of this county, callbacks it may not call, and more than a host may have', async () => {
  const code = async (form: Record<string, string>, host?: string): Promise<unknown> => {
    const usual = {
      'hub.mode': 'subscribe',
      'hub.topic': feed('/feeds/rss.xml'),
      'hub.callback': subscriber.callback,
    };
    const answer = await ask({ ...usual, ...form }, host);
    return answer.status === 202 ? 202 : answer.body['code'];
  };
  assert.equal(await code({}), 202);
  for (const topic of [
    'http://two.test/feeds/rss.xml',
    feed('/stories/x'),
    feed('/tags/nothing/rss.xml'),
    feed('/places/%E0%A4/rss.xml'),
    feed('/feeds/rss.xml#x'),
    feed('/feeds/search-rss.xml?q='),
    'no address',
  ])
    assert.equal(await code({ 'hub.topic': topic }), 'TopicUnknown', topic);
  assert.equal(await code({}, 'two.test'), 'TopicUnknown', 'another county');
  assert.equal(await code({ 'hub.callback': 'http://a:b@example.com/' }), 'CallbackRefused');
  assert.equal(await code({ 'hub.callback': 'file:///etc/passwd' }), 'BadRequest');
  assert.equal(await code({ 'hub.secret': '长'.repeat(67) }), 'BadRequest');
  assert.equal(await code({ 'hub.mode': 'publish' }), 'BadRequest');
  const json = await desk.county.request('POST', '/api/v1/hub', { 'hub.mode': 'subscribe' });
  assert.equal(json.status, 415);
  // Whoever runs the installation allowed this machine alone: other inner addresses are not called, whatever their name.
  for (const callback of ['http://10.0.0.7/push', 'http://localhost/push', 'http://169.254.169.254/latest'])
    assert.equal(await code({ 'hub.callback': callback }), 202);
  await turn();
  assert.deepEqual(await subscriptions(), []);
  await query(
    `insert into portal.hub_requests (county_id, id, subject, mode, topic, callback, callback_host, lease_seconds, due_at, asked_at)
     select $1, gen_random_uuid(), n::text, 'subscribe', 't', 'c', 'busy.example', 300, 'infinity', '2026-03-01Z' from generate_series(1, 200) n`,
  );
  assert.equal(await code({ 'hub.callback': 'https://busy.example/push' }), 'TooManySubscriptions');
  assert.equal(await code({ 'hub.callback': 'https://other.example/push' }), 202);
  await query(
    `insert into portal.hub_subscriptions (county_id, id, subject, topic, callback, callback_host, keys, lease_until, hash_sent, made_at)
     select $1, gen_random_uuid(), n::text, 'http://one.test/feeds/search.json?q=' || n, 'c', n || '.example', '{search}', 'infinity', '', '2026-03-01Z' from generate_series(1, 500) n`,
  );
  assert.equal(await code({ 'hub.topic': feed('/feeds/search.json?q=a') }), 'TooManySubscriptions', 'questions cost');
  assert.equal(await code({ 'hub.topic': feed('/feeds/atom.xml') }), 202);
});

test('a subscriber that is ill is tried again until it is well, slows no other, and one that is gone is forgotten', async () => {
  await using quick = await Subscriber.start();
  const topic = feed('/feeds/feed.json');
  await subscribe(topic);
  quick.wanted.add(topic);
  await ask({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': quick.callback });
  await turn();
  // It takes the call and says nothing.
  subscriber.answer = () => undefined;
  await desk.publish({ text: textOf('第一篇', ['甲。']) });
  await spread({ toTheEnd: false });
  assert.equal(quick.pushed.length, 1);
  const rows = await query(
    `select count(*)::int as n from portal.hub_subscriptions where county_id = $1 and callback <> '${quick.callback}' and claimed_until is not null`,
  );
  assert.deepEqual(rows, [{ n: 1 }], 'nobody waits for the silent one: its call is still out');
  // A second change while the first is on its way is owed after it.
  await desk.publish({ text: textOf('第二篇', ['乙。']) });
  await spread({ toTheEnd: false });
  assert.equal(quick.pushed.length, 2);
  assert.equal(subscriber.pushed.length, 1, 'one call at a time for each subscription');
  await subscriber[Symbol.asyncDispose]();
  subscriber = await Subscriber.start();
  await query(
    `update portal.hub_subscriptions set callback = '${subscriber.callback}' where county_id = $1 and callback <> '${quick.callback}'`,
  );
  subscriber.answer = (response) => void response.writeHead(503).end();
  desk.county.clock.advance({ minutes: 2 });
  await turn();
  assert.equal(subscriber.pushed.length, 1);
  subscriber.answer = (response) => void response.writeHead(200).end();
  desk.county.clock.advance({ minutes: 2 });
  await turn();
  assert.match(subscriber.pushed[1]?.body ?? '', /第二篇/);
  assert.equal(subscriber.pushed.length, 2, 'what changed twice is sent once, as it is now');
  subscriber.answer = (response) => void response.writeHead(410).end();
  await desk.publish({ text: textOf('第三篇', ['丙。']) });
  await spread();
  assert.equal((await subscriptions()).length, 1, 'gone for good');
  desk.county.clock.advance({ days: 11 });
  await turn();
  assert.equal((await subscriptions()).length, 0, 'its lease has ended');
});

test('a feed of ten megabytes arrives whole and signed; a call that was cut off after it arrived is made again', async () => {
  subscriber.secret = 's';
  const { app } = desk.county;
  const [topic, hub, type] = [feed('/feeds/rss.xml'), feed('/api/v1/hub'), 'application/rss+xml'];
  const body = '字'.repeat(3_500_000);
  const to = { callback: subscriber.callback, hub, topic, type, body, secret: Buffer.from('s') };
  assert.equal(await sendFeed(app, to), 'yes');
  assert.deepEqual([subscriber.pushed[0]?.isSigned, subscriber.pushed[0]?.body.length], [true, body.length]);
  subscriber.pushed.length = 0;
  await subscribe(topic);
  await desk.publish({ text: textOf('第四篇', ['丁。']) });
  await desk.county.deliver();
  // Whoever had it in hand was killed before it could write that the call was made.
  await desk.county.inCounty((ctx) => claimFeeds(ctx, new Map(), 1));
  await turn();
  assert.equal(subscriber.pushed.length, 0, 'another has it in hand');
  desk.county.clock.advance({ minutes: 1 });
  await turn();
  await turn();
  assert.equal(subscriber.pushed.length, 1);
});

test('a feed names its hub for those who find it, and is read as an independent reader reads it', async () => {
  const story = await desk.publish({ text: textOf('早市 <改到> 六点 & 半', ['早市改到六点半。'], { deck: 'a < b' }) });
  await using server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  for (const path of ['/feeds/rss.xml', '/feeds/atom.xml', `/en/places/${testPlaceCode('county', 1)}/atom.xml`]) {
    const url = feed(path);
    for (const time of ['first', 'kept']) {
      const answer = await server.inject({ url: path, headers: { host: 'one.test' } });
      assert.equal(answer.headers['link'], `<http://one.test/api/v1/hub>; rel="hub", <${url}>; rel="self"`, time);
      assert.match(answer.body, /rel="hub"/);
      const read = parseFeed(answer.body);
      assert.equal(read.self, url);
      const item = read.items.find((one) => one.url?.endsWith(story.slug ?? '-'));
      assert.deepEqual([item?.title, item?.published?.toISOString()], ['早市 <改到> 六点 & 半', story.publishedAt]);
    }
  }
  const nothing = await server.inject({ url: '/feeds/search-rss.xml', headers: { host: 'one.test' } });
  assert.equal(nothing.statusCode, 404);
});

test('what a clock that was ahead put off is asked and sent when it is right again', async () => {
  const topic = feed('/feeds/rss.xml');
  await subscribe(topic);
  const right = desk.county.clock.now();
  desk.county.clock.advance({ days: 2 });
  subscriber.answer = (response) => void response.writeHead(500).end();
  await desk.publish();
  await spread();
  const other = feed('/feeds/atom.xml');
  subscriber.wanted.add(other);
  await asking(other);
  // A process had it in hand and is gone.
  await query(
    "update portal.hub_requests set claimed_until = due_at + interval '30 seconds', tries = 1 where county_id = $1",
  );
  desk.county.clock.set(new Date(right.getTime() + 15 * 60_000));
  subscriber.answer = (response) => void response.writeHead(204).end();
  const before = subscriber.pushed.length;
  await turn();
  assert.equal(subscriber.pushed.length, before, 'it waits for a time in two days');
  await desk.county.tick('portal.bring-calls-forward');
  await turn();
  assert.equal(subscriber.pushed.length, before + 1);
  assert.deepEqual(
    (await subscriptions()).map((one) => [one['topic'], one['due']]),
    [
      [other, false],
      [topic, false],
    ],
  );
});
