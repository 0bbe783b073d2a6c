import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Departure, PlannedTurn } from '#channels/contract';
import { callbackKeys, PostOffice, Receiver, WeChatServer } from '#channels/testing';
import type { ReceivedLetter } from '#channels/testing';
import { openDesk, story, textOf } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import type { Answer } from '#testing';
import { ownerClient } from '#testing';
import { portalOptions } from './options.ts';
import { FediversePeer } from './testing/fediverse-peer.ts';

const reader = 'wang@mail.test';
const title = '柳河今晚有洪峰';
const words = (hour: string) => textOf(title, [`柳河村低处的住户请在${hour}前转移到镇中心小学。`]);

let desk: Desk;
let origin: string;
let server: Awaited<ReturnType<typeof buildServer>>;
const office = await PostOffice.start();
const receiver = await Receiver.start(() => desk.county.clock.now());
const wechat = await WeChatServer.start({ now: () => desk.county.clock.now().getTime() });
const follower = await FediversePeer.start();
/** By kind. */
const channels = new Map<string, string>();

before(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const outside = { innerHosts: ['127.0.0.1'], smtpUrl: office.url, wechatAddress: wechat.address };
  desk = await openDesk({ ...outside, publicAddress: origin });
  const { county } = desk;
  const owner = await ownerClient(county.database);
  await owner.query(`insert into platform.hosts (host, county_id) values ('127.0.0.1', 1)`);
  await owner.end();
  await county.app.counties.reload();
  county.clock.set(new Date());
  server = await buildServer(county.app, portalOptions(county.app));
  await server.listen({ port, host: '127.0.0.1' });
  await addChannels();
  await follower.follow(`${origin}/api/v1/activitypub/actors/${channels.get('activitypub')}`);
  await subscribe();
});
after(async () => {
  await server.close();
  await desk[Symbol.asyncDispose]();
  for (const peer of [office, receiver, wechat, follower]) await peer[Symbol.asyncDispose]();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function addChannels(): Promise<void> {
  const { appId, secret } = wechat.account;
  const letters = { lead: '', from: 'paper@news.one.test', returnTo: null, signs: false };
  const ways = [
    { kind: 'activitypub', handle: 'qingxi', title: '', summary: '' },
    { kind: 'newsletter', ...letters, digestHour: 0, digestWeekday: 1 },
    { kind: 'webhook', address: receiver.address },
    { kind: 'wechat', way: 'program', appId, correct: 'replace' },
    { kind: 'manual', instructions: '', correct: 'replace', withdraw: 'delete' },
  ];
  for (const settings of ways) {
    const answer = await desk.county.as('administrator').post('/channels', {
      name: `渠道 ${settings.kind}`,
      placeId: desk.county.placeId('county'),
      sectionIds: null,
      language: null,
      isOn: true,
      pauseSeconds: 0,
      dailyLimit: null,
      keeperId: settings.kind === 'manual' ? await desk.county.personId('volunteer') : null,
      settings,
      ...(settings.kind === 'wechat' ? { secret: [{ part: 'appSecret', value: secret }] } : {}),
    });
    assert.equal(answer.status, 201, answer.text);
    channels.set(settings.kind, String(Object(answer.body['channel'])['id']));
    if (settings.kind === 'webhook') receiver.secrets.push(String(answer.body['secret']));
  }
  const id = channels.get('wechat') ?? '';
  wechat.callback = { url: `${origin}/api/v1/channels/${id}/wechat-callbacks`, ...callbackKeys(secret, id) };
}

async function submit(path: string, form: Record<string, string>): Promise<void> {
  const { statusCode } = await server.inject({
    method: 'POST',
    url: path,
    headers: {
      host: new URL(origin).host,
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ key: randomUUID(), ...form }).toString(),
  });
  assert.equal(statusCode, 303);
}
async function subscribe(): Promise<void> {
  const newsletter = channels.get('newsletter') ?? '';
  await submit('/subscribe', { email: reader, pace: 'instant', newsletter, website: '' });
  await desk.county.tick('channels.mail');
  const confirm = /\/subscribe\/confirm\/[\w-]+/.exec(office.to(reader)[0]?.mail.text ?? '')?.[0];
  await submit(confirm ?? '', {});
}

/** What every worker does in a minute, and what the platforms do meanwhile. */
async function spread(): Promise<void> {
  const turns = ['channels.deliver', 'channels.activitypub', 'channels.mail'];
  for (const turn of turns) await desk.county.tick(turn);
  for (const id of wechat.running()) await wechat.finish(id);
  desk.county.clock.advance({ seconds: 20 });
  await desk.county.tick('channels.read-back');
  for (const turn of turns) await desk.county.tick(turn);
}
interface SeenCopy {
  id: string;
  channel: string;
  state: string;
  editionNumber: number;
  address: string | null;
  hashSent: string;
  hashSeen: string | null;
}
const copies = async ({ id }: SeenStory): Promise<SeenCopy[]> =>
  (await desk.county.as('editor').get(`/stories/${id}/copies`)).body['items'] as SeenCopy[];
const states = async (one: SeenStory, edition: number): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await copies(one)).filter((copy) => copy.editionNumber === edition).map(({ channel, state }) => [channel, state]),
  );
const inAll = (state: string, more: Record<string, string> = {}): Record<string, string> => ({
  site: state,
  ...Object.fromEntries([...channels.keys()].map((kind) => [kind, state])),
  ...more,
});
const byHand = async (one: SeenStory, edition: number, receipt: Record<string, unknown>): Promise<Answer> => {
  const copy = (await copies(one)).find(
    ({ channel, editionNumber }) => channel === 'manual' && editionNumber === edition,
  );
  const keeper = desk.county.as('volunteer');
  const brought = await keeper.get(`/copies/${copy?.id}/package`);
  assert.equal((await keeper.post(`/copies/${copy?.id}/receipts`, receipt)).status, 201);
  return brought;
};
const read = async (path: string): Promise<string> => (await fetch(new URL(path, origin))).text();
const letter = (): ReceivedLetter['mail'] => office.to(reader).at(-1)?.mail ?? assert.fail('no letter came');
const told = () => receiver.received.at(-1);

let notice: SeenStory;

test('one signature brings a flood notice to every channel, and each copy leaves a receipt', async () => {
  const validUntil = new Date(desk.county.clock.now().getTime() + 6 * 3_600_000).toISOString();
  notice = await desk.publish({ kind: 'notice', level: 'red', validUntil, text: words('九点') });
  assert.doesNotMatch(await read(`/stories/${notice.slug}`), /activity\+json/, 'there is no Article yet');
  await spread();
  assert.deepEqual(
    await states(notice, 1),
    inAll('published', { manual: 'manual', webhook: 'accepted' }),
    'one copy in each, and one in the hands of its keeper',
  );
  const brought = await byHand(notice, 1, { address: 'https://group.example/1', pictureHash: null });
  const said = /红色 · 马上行动 · 有效到 \d{4}年/;
  const page = await read(`/stories/${notice.slug}`);
  assert.match(page, /class="level level-red"[^]*九点前/);
  for (const [where, text] of Object.entries({
    letter: letter().text ?? '',
    follower: follower.told.at(-1)?.content ?? '',
    wechat: wechat.standing()[0]?.content ?? '',
    byHand: String(brought.body['text']),
  })) {
    assert.match(text, said, where);
    assert.match(text, /九点前转移/, where);
  }
  assert.deepEqual(
    [told()?.type, told()?.data['urgency'], told()?.data['expires']],
    ['story.published', 1, validUntil],
  );
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json'])
    assert.ok((await read(`/feeds/${feed}`)).includes(title), feed);
  assert.ok((await read('/news-sitemap.xml')).includes(String(notice.slug)));
  const all = await copies(notice);
  const seen = all.filter(({ hashSeen, hashSent }) => hashSeen === hashSent).map(({ channel }) => channel);
  assert.deepEqual(seen.toSorted(), ['activitypub', 'site', 'wechat'], 'what can be read back was');
  const receipts = await read(`/stories/${notice.slug}/receipts`);
  for (const kind of channels.keys()) assert.ok(receipts.includes(`渠道 ${kind}`), kind);
  // Whoever has only the address of the page finds the Article by it.
  const article = all.find(({ channel }) => channel === 'activitypub')?.address ?? '?';
  assert.ok(page.includes(`<link rel="alternate" type="application/activity+json" href="${article}"`));
});

test('its correction follows every copy: over it, in its place or behind it', async () => {
  const { county } = desk;
  const plan = (await county.as('editor').get(`/stories/${notice.id}/correction-plan`)).body['items'] as PlannedTurn[];
  assert.equal(plan.length, channels.size + 1, 'the editor sees the plan copy by copy');
  assert.deepEqual(
    plan.filter((turn) => turn.endsNotice).map((turn) => turn.channel),
    ['site', 'webhook'],
    'and where it will be seen that the notice is over',
  );
  const ahead = (await county.as('editor').get(`/stories/${notice.id}/departure-plan`)).body['items'] as Departure[];
  assert.deepEqual(
    ahead.filter((one) => one.endsNotice).map((one) => one.channelName),
    ['公开网站', '渠道 webhook'],
  );
  const first = letter();
  const begun = story(
    await county.as('editor').post(`/stories/${notice.id}/corrections`, { note: '转移的时间写错了' }),
    201,
  );
  const change = { version: begun.version, text: words('八点') };
  const saved = story(await county.as('chief-editor-2').put(`/stories/${notice.id}/text`, change), 200);
  await desk.signAll(await desk.submit(saved, 'chief-editor-2'));
  await spread();
  const brought = await byHand(notice, 2, { address: 'https://group.example/2', pictureHash: null });
  assert.deepEqual(
    [await states(notice, 1), await states(notice, 2)],
    [inAll('superseded'), inAll('published', { webhook: 'accepted' })],
  );
  assert.equal(brought.body['formerAddress'], 'https://group.example/1');
  for (const [where, text] of Object.entries({
    page: await read(`/stories/${notice.slug}`),
    letter: letter().text ?? '',
    follower: follower.told.at(-1)?.content ?? '',
    wechat: wechat.standing()[0]?.content ?? '',
    byHand: String(brought.body['text']),
    webhook: JSON.stringify(told()?.data),
  })) {
    assert.match(text, /转移的时间写错了/, where);
    assert.match(text, /八点前转移/, where);
  }
  assert.deepEqual([follower.told.at(-1)?.act, letter().inReplyTo], ['Update', first.messageId]);
  assert.equal(wechat.standing().length, 1, 'the wrong article is gone');
  assert.match(await read('/corrections'), /转移的时间写错了/);
});

test('its withdrawal follows every copy', async () => {
  const article = (await copies(notice)).find(({ channel }) => channel === 'activitypub')?.address ?? '?';
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${notice.id}/withdrawals`, { reason: '核实' }), 201);
  await spread();
  await spread();
  await byHand(notice, 2, { address: null, pictureHash: null });
  assert.deepEqual(await states(notice, 2), inAll('withdrawn'));
  const page = await fetch(new URL(`/stories/${notice.slug}`, origin));
  assert.doesNotMatch(await page.text(), /八点前/);
  assert.match(letter().subject ?? '', /^正在核实/);
  assert.deepEqual([follower.told.at(-1)?.act, (await fetch(article)).status], ['Delete', 410]);
  assert.deepEqual([told()?.type, told()?.data['bodies']], ['story.withdrawn', undefined]);
  assert.deepEqual(wechat.standing(), []);
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json'])
    assert.ok(!(await read(`/feeds/${feed}`)).includes('八点前'), feed);
});
