import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { openApp } from '#platform/app';
import { inCounty } from '#platform/transaction';
import { storedPictureView } from '#media/contract';
import { openDesk, refused, story, textOf } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import { previewsView } from '../../contract.ts';
import type { ChannelView, CopyView, Departure, PlannedTurn } from '../../contract.ts';
import { callbackCall } from '../../testing/wechat/callback.ts';
import { WeChatServer } from '../../testing/wechat/wechat-server.ts';
import { channelView, channelWithSecret } from '../../testing/channel-shapes.ts';
import { correctPublished } from '../../testing/correct-published.ts';
import { accessToken } from './access-token.ts';
import { articleFor, breachesIn } from './article.ts';
import { callbackKeys } from './callback-keys.ts';
import { spend } from './calls.ts';
import { dailyCalls } from './limits.ts';
import { isSigned } from './open-callback.ts';

type CorrectionPlan = { channel: string; budgets: PlannedTurn['budgets'] }[];

let desk: Desk;
let wechat: WeChatServer;
let channel: ChannelView;
/** By how much our clock is behind the platform's, in milliseconds. */
let behind = 0;
before(async () => {
  wechat = await WeChatServer.start({ now: () => desk.county.clock.now().getTime() + behind });
  desk = await openDesk({ innerHosts: ['127.0.0.1'], wechatAddress: wechat.address });
  wechat.post = async (address, body) => {
    const { pathname, search } = new URL(address);
    const headers = { 'content-type': 'text/xml' };
    return (await desk.county.request('POST', `${pathname}${search}`, undefined, { payload: body, headers })).status;
  };
  channel = await add();
});
after(async () => {
  await desk[Symbol.asyncDispose]();
  await wechat[Symbol.asyncDispose]();
});

const admin = () => desk.county.as('administrator');
const facts = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: '云溪发布',
  placeId: desk.county.placeId('town-1'),
  sectionIds: null,
  language: null,
  isOn: true,
  pauseSeconds: 0,
  dailyLimit: null,
  keeperId: null,
  settings: { kind: 'wechat', way: 'program', appId: wechat.account.appId, correct: 'replace' },
  ...more,
});
async function add(): Promise<ChannelView> {
  const answer = await admin().post('/channels', {
    ...facts(),
    secret: [{ part: 'appSecret', value: wechat.account.secret }],
  });
  assert.equal(answer.status, 201, answer.text);
  assert.doesNotMatch(answer.text, new RegExp(wechat.account.secret), 'an AppSecret is never shown');
  const { channel: added } = answer.read(channelWithSecret);
  const url = `http://one.test/api/v1/channels/${added.id}/wechat-callbacks`;
  wechat.callback = { url, ...callbackKeys(wechat.account.secret, added.id) };
  return added;
}
const seeChannel = async (): Promise<ChannelView> => (await admin().get(`/channels/${channel.id}`)).read(channelView);
const change = async (more: Record<string, unknown>): Promise<void> => {
  const { version } = await seeChannel();
  const answer = await admin().put(`/channels/${channel.id}`, { ...facts(more), version });
  assert.equal(answer.status, 200, answer.text);
};
const deliver = (): Promise<void> => desk.county.tick('channels.deliver');
const lookBack = (): Promise<void> => desk.county.tick('channels.read-back');
const later = (by: { minutes?: number; hours?: number; seconds?: number }): void => desk.county.clock.advance(by);
async function copies(one: SeenStory): Promise<CopyView[]> {
  const { body } = await desk.county.as('editor').get(`/stories/${one.id}/copies`);
  return (body['items'] as CopyView[]).filter((copy) => copy.channelId === channel.id);
}
const states = async (one: SeenStory): Promise<unknown[]> =>
  (await copies(one)).map((copy) => [copy.editionNumber, copy.state, copy.problem]);
const finishAll = async (status = 0, how = {}): Promise<void> => {
  for (const id of wechat.running()) await wechat.finish(id, status, how);
};
const noticesOf = async (copyId: string | undefined): Promise<unknown[]> =>
  desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { rows } = await tx.client.query<{ kind: string }>(
        'select distinct kind from notices.messages where subject_id = $1',
        [copyId],
      );
      return rows.map(({ kind }) => kind);
    }),
  );
/** Publishes a story and sees it published there. */
async function stand(title?: string): Promise<SeenStory> {
  const published = await desk.publish(title ? { text: textOf(title, ['限重十吨。']) } : {});
  await deliver();
  await finishAll();
  assert.deepEqual(await states(published), [[1, 'published', null]]);
  return published;
}
const withdraw = async ({ id }: SeenStory): Promise<void> => {
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${id}/withdrawals`, { reason: '核实' }), 201);
};

test('accepted is not published: the receipt comes by callback, and what stands there is read back (WeChat 2, 3, 5, 7)', async () => {
  const noise = Buffer.alloc(900 * 900 * 3).map(() => Math.floor(Math.random() * 256));
  const sent = await sharp(noise, { raw: { width: 900, height: 900, channels: 3 } })
    .jpeg({ quality: 100 })
    .toBuffer();
  const stored = await desk.county.as('editor').post('/files', undefined, {
    headers: { 'content-type': 'multipart/form-data; boundary=xy' },
    payload: Buffer.concat([
      Buffer.from('--xy\r\ncontent-disposition: form-data; name="alt"\r\n\r\n桥\r\n'),
      Buffer.from(
        '--xy\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n',
      ),
      sent,
      Buffer.from('\r\n--xy--\r\n'),
    ]),
  });
  assert.equal(stored.status, 201, stored.text);
  const { hash, width, height } = stored.read(storedPictureView);
  assert.ok(sent.length > 1024 * 1024, `${sent.length} bytes: it must be made smaller`);
  const text = textOf('柳河桥今天通车', [
    '限重十吨，[看通告](https://example.org/a)。[^镇上的通告]',
    { figure: { hash, width, height, alt: '桥', caption: '新桥' } },
    {
      table: [
        ['时间', '路线'],
        ['八点', '北线'],
      ],
      headers: true,
    },
    { facts: ['电话 110'], heading: '要点' },
  ]);
  const published = await desk.publish({ text });
  await deliver();
  assert.deepEqual(await states(published), [[1, 'accepted', null]]);
  assert.equal(wechat.standing().length, 0);
  // A process died before it wrote down what it was told: the platform is asked, and nothing is submitted again.
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update channels.copies set state = 'sending', claimed_until = $2, due_at = $2, tries = 1 where story_id = $1 and channel_id is not null`,
        [published.id, ctx.app.clock.now()],
      ),
    ),
  );
  later({ seconds: 1 });
  await deliver();
  assert.deepEqual([await states(published), wechat.count('freepublish/submit')], [[[1, 'accepted', null]], 1]);
  await finishAll();
  assert.deepEqual(wechat.answered, [200]);
  const [copy] = await copies(published);
  assert.deepEqual([copy?.state, copy?.address], ['published', wechat.standing()[0]?.url]);
  const { content = '' } = wechat.standing()[0] ?? {};
  assert.match(content, /data-src="http:\/\/mmbiz/, 'its picture stands there');
  assert.doesNotMatch(content, /<a |picture:|class="note|src="http:\/\/one/);
  await wechat.tell(Object.keys(wechat.account.stored.jobs)[0] ?? '');
  assert.deepEqual(wechat.answered, [200, 200], 'the same call twice is harmless');
  later({ minutes: 1 });
  await lookBack();
  const [read] = await copies(published);
  assert.deepEqual([read?.state, read?.hashSeen], ['published', read?.hashSent]);
  const other = await stand('读回的不一样');
  const publication = Object.values(wechat.account.stored.publications).at(-1);
  if (publication?.articles[0]) publication.articles[0].content += '<p>加的一句</p>';
  later({ minutes: 1 });
  await lookBack();
  assert.deepEqual(await states(other), [[1, 'drifted', 'other-words']]);
  // The desk on duty hears of it, once; once it is mended there it is looked at again.
  const [drifted] = await copies(other);
  assert.deepEqual(await noticesOf(drifted?.id), ['copy.drifted']);
  if (publication?.articles[0])
    publication.articles[0].content = publication.articles[0].content.replace('<p>加的一句</p>', '');
  assert.equal((await desk.county.as('editor').post(`/copies/${drifted?.id}/retries`, {})).status, 201);
  await lookBack();
  assert.deepEqual(await states(other), [[1, 'published', null]]);
});

test('one token for everybody: a hundred at once fetch one; a revoked one is fetched anew in mid-queue (WeChat 1)', async () => {
  const before = wechat.count('cgi-bin/stable_token');
  later({ hours: 3 });
  let fetches = 0;
  const values = await Promise.all(
    Array.from({ length: 100 }, () =>
      desk.county.inCounty((ctx) =>
        accessToken(ctx, channel.id, async () => {
          fetches += 1;
          await new Promise((resolve) => setTimeout(resolve, 20));
          return { value: `t${fetches}`, lastsSeconds: 7_200 };
        }),
      ),
    ),
  );
  assert.deepEqual([fetches, new Set(values.map(({ value }) => value)).size], [1, 1]);
  // That one is none of the platform's.
  const published = await stand();
  assert.equal(wechat.count('cgi-bin/stable_token'), before + 1);
  wechat.revokeTokens();
  await withdraw(published);
  await deliver();
  assert.deepEqual(await states(published), [[1, 'withdrawn', null]]);
  assert.equal(wechat.count('cgi-bin/stable_token'), before + 2);
});

test('what breaks a limit is refused before the call; each limit of the platform at its edge (WeChat 4)', async () => {
  const piece = (title: string, byline: string, deck: string, words: string) => ({
    text: { ...textOf(title, [words]), deck },
    marked: new Map(),
    byline,
    language: 'zh-CN',
    storyKind: 'notice' as const,
    notice: '红色 · 马上行动',
    correctionNote: null,
    site: 'http://one.test',
    publisher: '云溪县融媒体中心',
    address: 'http://one.test/stories/a',
  });
  const rendered = (...args: Parameters<typeof piece>) => articleFor(piece(...args), { mark: 'm', follows: false });
  const breaks = (...args: Parameters<typeof piece>): unknown[] => breachesIn(rendered(...args)).map((one) => one.part);
  assert.deepEqual(breaks('字'.repeat(32), '王小满', '', '桥'), []);
  assert.deepEqual(breaks('字'.repeat(33), '王小满', '', '桥'), ['title']);
  assert.deepEqual(breaks('桥', '王小满', '', '字'.repeat(20_000)), ['body']);
  const long = rendered('桥', '字'.repeat(17), '字'.repeat(129), '桥');
  assert.deepEqual([long.author, [...long.digest].length, breachesIn(long)], ['云溪县融媒体中心', 128, []]);
  assert.match(long.content, new RegExp('字'.repeat(17)), 'who wrote it stands in the text then');
  assert.match(long.content, /^<section[^>]*><strong>红色 · 马上行动<\/strong>/, 'how urgent a notice is stands first');
  const following = (correctionNote: string | null): string =>
    articleFor({ ...piece('桥', '王小满', '', '桥'), correctionNote }, { mark: 'm', follows: true }).title;
  assert.deepEqual(
    [following('限重写错了'), following(null)],
    ['更正：桥', '桥'],
    'what is carried on is no correction',
  );
  const before = wechat.calls.length;
  const published = await desk.publish({ text: textOf('字'.repeat(33), ['桥']) });
  await deliver();
  assert.deepEqual([await states(published), wechat.calls.length], [[[1, 'failed', 'too-large']], before]);
  assert.deepEqual(await noticesOf((await copies(published))[0]?.id), ['copy.failed']);
});

test('while somebody writes, they see how it would stand there, against its limits', async () => {
  const written = await desk.write();
  const text = textOf('字'.repeat(35), ['[通告](https://example.org/a)和[旧文](https://mp.weixin.qq.com/s/x)。']);
  const asked = await desk.county.as('editor').post(`/stories/${written.id}/previews`, { text });
  assert.equal(asked.status, 200, asked.text);
  const { items } = asked.read(previewsView);
  assert.deepEqual(
    items.map(({ kind, limits }) => [kind, limits[0]]),
    [
      ['site', undefined],
      ['wechat', { part: 'title', has: 35, most: 32 }],
    ],
  );
  assert.deepEqual([items[1]?.lost, items[1]?.correct], [[{ code: 'links', count: 1 }], 'replace']);
  const { version } = await desk.see(written.id, 'editor');
  assert.equal(version, written.version, 'nothing was kept');
  refused(await desk.county.as('editor').post(`/stories/${written.id}/previews`, { text: { v: 9 } }), 422, 'BadText');
  refused(await desk.county.as('volunteer').post(`/stories/${written.id}/previews`, { text }), 404, 'NotFound');
});

test('a correction deletes the wrong article and publishes another; a withdrawal deletes; ten a day, the eleventh waits (WeChat 6)', async () => {
  later({ hours: 24 });
  const published = await stand();
  const before = wechat.count('freepublish/delete');
  await correctPublished(desk, published);
  await deliver();
  await finishAll();
  assert.deepEqual(await states(published), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);
  const { content = '' } = wechat.standing().at(-1) ?? {};
  assert.match(content, /更正：.*限重写错了.*限重十二吨/);
  assert.equal(
    wechat.standing().filter((one) => one.title === '柳河桥今天通车' && one.content.includes('限重十吨')).length,
    1,
    'of the first story',
  );
  assert.equal(wechat.count('freepublish/delete'), before + 1);
  await withdraw(published);
  await deliver();
  assert.deepEqual((await states(published))[0], [2, 'withdrawn', null]);
  const next = await stand('另一座桥');
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(`update channels.wechat_calls set calls = $1 where call = 'freepublish/delete'`, [
        dailyCalls['freepublish/delete'],
      ]),
    ),
  );
  const plan = await desk.county.as('editor').get(`/stories/${next.id}/correction-plan`);
  const turn = (plan.body['items'] as CorrectionPlan).find((one) => one.channel === 'wechat');
  const { correct, withdraw: recall } = turn?.budgets ?? {};
  const inWork = await desk.submit(await desk.write());
  const ahead = await desk.county.as('editor').get(`/stories/${inWork.id}/departure-plan`);
  const departure = (ahead.body['items'] as Departure[]).find((one) => one.channelId === channel.id);
  assert.deepEqual(departure?.budgets, turn?.budgets, 'before it leaves the desk knows that it could not be mended');
  assert.deepEqual([correct, recall?.left, recall?.most], [recall, 0, 10]);
  // The county's next day, as the clock of the test has it.
  const opens = new Date(recall?.opensAt ?? 0);
  assert.ok(opens > desk.county.clock.now() && opens.getTime() <= desk.county.clock.now().getTime() + 86_400_000);
  assert.equal(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(opens),
    '00:00',
    'the plan says when it will go out',
  );
  await withdraw(next);
  await deliver();
  assert.deepEqual(await states(next), [[1, 'withdrawing', 'quota']]);
  assert.equal(wechat.count('freepublish/delete'), before + 2, 'it is not even asked');
  later({ hours: 24 });
  await deliver();
  assert.deepEqual(await states(next), [[1, 'withdrawn', null]]);
});

test('a correction for which the day has no submission left waits, and the wrong article with it: it would stand nowhere (WeChat 6)', async () => {
  later({ hours: 24 });
  const published = await stand('堤上的桥');
  const before = wechat.count('freepublish/delete');
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(`update channels.wechat_calls set calls = $1 where call = 'freepublish/submit'`, [
        dailyCalls['freepublish/submit'],
      ]),
    ),
  );
  await correctPublished(desk, published);
  await deliver();
  assert.deepEqual((await states(published))[0], [2, 'waiting', 'quota']);
  assert.equal(wechat.count('freepublish/delete'), before);
  later({ hours: 24 });
  await deliver();
  await finishAll();
  assert.deepEqual(await states(published), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);
});

test('a correction waits for the wrong article to stand; one that the platform then refuses leaves nothing standing, and the ledger says so', async () => {
  later({ hours: 24 });
  const published = await desk.publish();
  await deliver();
  await correctPublished(desk, published);
  await deliver();
  assert.deepEqual(await states(published), [
    [2, 'waiting', 'busy'],
    [1, 'accepted', null],
  ]);
  await finishAll();
  later({ minutes: 5 });
  await deliver();
  await finishAll(4);
  assert.deepEqual(await states(published), [
    [2, 'failed', 'refused'],
    [1, 'withdrawn', null],
  ]);
  const [copy] = await copies(published);
  assert.equal((await desk.county.as('editor').post(`/copies/${copy?.id}/retries`, {})).status, 201);
  await deliver();
  await finishAll();
  assert.deepEqual((await states(published))[0], [2, 'published', null]);
});

test('a correction while nobody knows whether the wrong article arrived finds that out first: never do both stand there, and what did not arrive is not sent any more', async () => {
  later({ hours: 24 });
  const standingOf = (one: SeenStory) => wechat.standing().filter(({ content }) => content.includes(one.slug ?? '?'));
  wechat.loseAnswerOf('freepublish/submit');
  const lost = await desk.publish({ text: textOf('改的时候不知道', ['桥']) });
  await deliver();
  assert.deepEqual(await states(lost), [[1, 'waiting', 'broken-off']]);
  await correctPublished(desk, lost);
  await deliver();
  // It is asked for first: the platform has it, and the correction waits until it stands there.
  assert.deepEqual(await states(lost), [
    [2, 'waiting', 'busy'],
    [1, 'accepted', null],
  ]);
  await finishAll(0, { tells: false });
  later({ minutes: 16 });
  await lookBack();
  await deliver();
  await finishAll();
  assert.deepEqual(await states(lost), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);
  assert.deepEqual(
    standingOf(lost).map(({ content }) => content.includes('限重十二吨')),
    [true],
  );
  // It never arrived: its draft is still in the box.
  const never = await desk.publish({ text: textOf('改的时候没有到', ['桥']) });
  wechat.refuseNext('freepublish/submit', -1);
  await deliver();
  await correctPublished(desk, never);
  later({ minutes: 10 });
  await deliver();
  await finishAll();
  assert.deepEqual(await states(never), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);
  assert.equal(standingOf(never).length, 1);
});

test('a lost answer never publishes twice: after submitting, and after a process that was killed before, between and behind (WeChat 10)', async () => {
  later({ hours: 24 });
  const standingOf = (one: SeenStory): number => wechat.standing().filter(({ title }) => title === one.title).length;
  // The answer to the submission is lost; the platform publishes, and nobody is told.
  wechat.loseAnswerOf('freepublish/submit');
  const lost = await desk.publish({ text: textOf('答复丢了', ['桥']) });
  await deliver();
  assert.deepEqual((await states(lost))[0], [1, 'waiting', 'broken-off']);
  await finishAll(0, { tells: false });
  later({ minutes: 5 });
  await deliver();
  assert.deepEqual([await states(lost), standingOf(lost)], [[[1, 'published', null]], 1]);
  // Killed before the call: it was marked as submitted, and its draft is still in the box.
  const before = await desk.publish({ text: textOf('递交前停了', ['桥']) });
  wechat.refuseNext('freepublish/submit', -1);
  await deliver();
  assert.deepEqual((await states(before))[0], [1, 'waiting', 'server']);
  later({ minutes: 10 });
  await deliver();
  await finishAll();
  assert.deepEqual([await states(before), standingOf(before)], [[[1, 'published', null]], 1]);
  // Killed behind it, and the callback lost too: the platform is asked, late and seldom.
  const behind = await desk.publish({ text: textOf('回执丢了', ['桥']) });
  await deliver();
  await finishAll(0, { tells: false });
  await lookBack();
  assert.deepEqual(await states(behind), [[1, 'accepted', null]]);
  later({ minutes: 11 });
  await lookBack();
  assert.deepEqual([await states(behind), standingOf(behind)], [[[1, 'published', null]], 1]);
});

test('a callback that is forged, old, in plain words or for another account is none; of several publications the ledger names the one that was refused, and why (WeChat 5)', async () => {
  later({ hours: 24 });
  const published = await desk.publish({ text: textOf('平台没通过', ['桥']) });
  await deliver();
  const [id = ''] = wechat.running();
  const setting = wechat.callback ?? { url: '', token: '', aesKey: '' };
  const xml =
    '<xml><Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>1</publish_id><publish_status>0</publish_status></PublishEventInfo></xml>';
  const now = desk.county.clock.now().getTime();
  const post = async (call: { address: string; body: string }): Promise<number> => wechat.post(call.address, call.body);
  const { appId } = wechat.account;
  assert.equal(await post(callbackCall({ ...setting, token: 'forged' }, appId, xml, now)), 403);
  assert.equal(await post(callbackCall({ ...setting, aesKey: 'a'.repeat(43) }, appId, xml, now)), 403);
  assert.equal(
    await post(callbackCall({ ...setting, aesKey: null }, appId, xml, now)),
    403,
    'nothing signs those words',
  );
  assert.equal(await post(callbackCall(setting, 'wx0000000000000000', xml, now)), 403);
  assert.equal(
    await post(callbackCall(setting, appId, xml, now - 86_400_000)),
    403,
    'a day old, or our clock is wrong',
  );
  const stolen = callbackCall(setting, appId, xml, now);
  assert.equal(await post({ ...stolen, body: callbackCall(setting, appId, xml, now).body }), 403);
  assert.equal(await post(callbackCall(setting, appId, '<xml><Content>读者的话</Content></xml>', now)), 200);
  assert.equal(await post(callbackCall(setting, appId, xml, now)), 200, 'somebody published at the platform itself');
  const absent = setting.url.replace(channel.id, '01890000-0000-7000-8000-000000000000');
  assert.equal(await post(callbackCall({ ...setting, url: absent }, appId, xml, now)), 404);
  // The platform's own example of a signature.
  const query = { signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696', timestamp: '1714036504', nonce: '1514711492' };
  assert.equal(isSigned(query, 'AAAAA', new Date(1_714_036_504_000)), true);
  const path = new URL(setting.url).pathname.replace('/api/v1', '');
  const echo = (echostr: string, signature: string): string =>
    `${path}?signature=${signature}&timestamp=${Math.floor(now / 1_000)}&nonce=7&echostr=${echostr}`;
  refused(await admin().get(echo('12345', query.signature)), 403, 'Forbidden');
  const signed = new URL(callbackCall({ ...setting, aesKey: null }, appId, xml, now).address).searchParams;
  signed.set('echostr', '12345');
  assert.equal((await admin().get(`${path}?${signed.toString()}`)).text, '12345');
  assert.deepEqual(await states(published), [[1, 'accepted', null]], 'nothing of all this was believed');
  // The platform names the articles that failed by their place in a draft; of ours each has one, and so each copy its own reason.
  const unoriginal = await desk.publish();
  await deliver();
  const [second = ''] = wechat.running().filter((one) => one !== id);
  const well = await desk.publish();
  await deliver();
  const saidOf = async (one: SeenStory): Promise<unknown> => (await copies(one))[0]?.remark;
  await wechat.finish(id, 4);
  await wechat.finish(second, 2);
  await finishAll();
  assert.deepEqual(
    [await states(published), await states(well), await states(unoriginal)],
    [[[1, 'failed', 'refused']], [[1, 'published', null]], [[1, 'failed', 'refused']]],
  );
  assert.deepEqual(
    [await saidOf(published), await saidOf(well), await saidOf(unoriginal)],
    [{ code: 'publish-4', words: null }, null, { code: 'publish-2', words: null }],
  );
  const [copy] = await copies(published);
  assert.equal((await desk.county.as('editor').post(`/copies/${copy?.id}/retries`, {})).status, 201);
  await deliver();
  await finishAll();
  assert.deepEqual(await states(published), [[1, 'published', null]]);
});

test('with a clock that is a day behind, its calls are refused as too old, and asking finds what was published (WeChat 5)', async () => {
  later({ hours: 24 });
  behind = 86_400_000;
  const published = await desk.publish({ text: textOf('钟慢了一天', ['桥']) });
  await deliver();
  await finishAll();
  assert.deepEqual([wechat.answered.at(-1), await states(published)], [403, [[1, 'accepted', null]]]);
  later({ minutes: 11 });
  await lookBack();
  assert.deepEqual(await states(published), [[1, 'published', null]]);
  behind = 0;
});

test('the day’s hundred are used up: what is left goes tomorrow (WeChat 9)', async () => {
  later({ hours: 24 });
  wechat.refuseNext('freepublish/submit', 45009);
  const published = await desk.publish({ text: textOf('明天再发', ['桥']) });
  await deliver();
  const [copy] = await copies(published);
  assert.deepEqual([copy?.state, copy?.waitsFor, copy?.problem], ['waiting', 'quota', 'quota']);
  const asked = wechat.calls.length;
  // The count is no process's own: one that starts now knows it.
  const { app, clock } = desk.county;
  const restarted = await openApp(app.settings, app.modules, clock);
  const county = restarted.counties.byId(1) ?? assert.fail('no county');
  assert.equal(await inCounty(restarted, county, (ctx) => spend(ctx, channel.id, 'freepublish/submit')), false);
  await restarted.close();
  later({ hours: 1 });
  await deliver();
  assert.equal(wechat.calls.length, asked);
  later({ hours: 24 });
  await deliver();
  await finishAll();
  assert.deepEqual(await states(published), [[1, 'published', null]]);
});

test('an account that loses its right to publish goes into the hands of its keeper, with text and receipt; given back, it goes on (WeChat 8)', async () => {
  later({ hours: 24 });
  const keeperId = await desk.county.personId('volunteer');
  await change({ keeperId });
  wechat.account.forbidden.add('freepublish/submit');
  const published = await desk.publish({ text: textOf('请人去发', ['桥']) });
  const another = await desk.publish({ text: textOf('也请人去发', ['桥']) });
  await deliver();
  assert.deepEqual((await states(published))[0], [1, 'manual', 'right-lost']);
  assert.deepEqual((await states(another))[0], [1, 'manual', 'right-lost']);
  const told = await desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { rows } = await tx.client.query<{ person_id: string; href: string }>(
        `select distinct person_id, href from notices.messages where kind = 'copy.by-hand'`,
      );
      return rows.map(({ person_id, href }) => [person_id, href]);
    }),
  );
  const hrefs = [...(await copies(published)), ...(await copies(another))].map(({ id }) => `/console/copies/${id}`);
  assert.deepEqual([told.length, told[0]?.[0]], [1, keeperId], 'its keeper hears of it, once for all that wait');
  assert.ok(hrefs.includes(told[0]?.[1] ?? ''), 'and is led to one that waits');
  const now = await seeChannel();
  assert.deepEqual([now.carrier, now.problem, now.isOn], ['person', 'right-lost', true]);
  const [copy] = await copies(published);
  const packed = await desk.county.as('editor').get(`/copies/${copy?.id}/package`);
  assert.deepEqual([packed.status, packed.body['todo']], [200, 'publish']);
  const receipt = { address: 'https://mp.weixin.qq.com/s/abc', pictureHash: null };
  assert.equal((await desk.county.as('editor').post(`/copies/${copy?.id}/receipts`, receipt)).status, 201);
  assert.deepEqual(await states(published), [[1, 'published', null]]);
  const [left] = await copies(another);
  const given = await desk.county.as('volunteer').post(`/copies/${left?.id}/surrenders`, {});
  assert.deepEqual([given.status, given.body['problem']], [201, 'given-up'], given.text);
  wechat.account.forbidden.clear();
  await change({});
  assert.deepEqual((await seeChannel()).carrier, 'program');
  await stand('又能自己发了');
});

test('a day later the platform’s counts stand beside the copy: of the whole article, never of a reader, and no small ones', async () => {
  later({ hours: 24 });
  const [much, little] = [await stand('许多人读'), await stand('三两人读')];
  wechat.readers.set('许多人读', { read: 1_234, shared: 56 });
  wechat.readers.set('三两人读', { read: 2, shared: 1 });
  const count = (): Promise<void> => desk.county.tick('channels.wechat-readers');
  await count();
  assert.equal((await copies(much))[0]?.counts, null, 'the day is not over');
  later({ hours: 24 });
  await count();
  assert.deepEqual(
    [
      (await copies(much))[0]?.counts?.reads,
      (await copies(much))[0]?.counts?.shares,
      (await copies(little))[0]?.counts,
    ],
    [1_234, 56, null],
  );
  const asked = wechat.count('datacube/getarticletotaldetail');
  await count();
  assert.equal(wechat.count('datacube/getarticletotaldetail'), asked, 'once a day');
});

test('a test says whether AppID, AppSecret and the list of addresses are right', async () => {
  const tested = async (): Promise<unknown> => {
    assert.equal((await admin().post(`/channels/${channel.id}/tests`, {})).status, 201);
    await deliver();
    return (await seeChannel()).test?.problem;
  };
  assert.equal(await tested(), null);
  wechat.account.allowedAddresses = [];
  wechat.revokeTokens();
  assert.equal(await tested(), 'setup');
  wechat.account.allowedAddresses = null;
});

test('an article that a correction only followed is deleted with it; one whose recall had not begun is not published twice', async () => {
  later({ hours: 24 });
  await change({ settings: { kind: 'wechat', way: 'program', appId: wechat.account.appId, correct: 'notice' } });
  const published = await stand();
  await correctPublished(desk, published);
  await deliver();
  await finishAll();
  assert.deepEqual(await states(published), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);
  const submitted = wechat.count('freepublish/submit');
  const chief = desk.county.as('chief-editor');
  await withdraw(published);
  story(await chief.post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  await deliver();
  assert.deepEqual(await states(published), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);
  assert.equal(wechat.count('freepublish/submit'), submitted);
  const deleted = wechat.count('freepublish/delete');
  await withdraw(published);
  await deliver();
  await deliver();
  assert.deepEqual(await states(published), [
    [2, 'withdrawn', null],
    [1, 'superseded', 'taken-down'],
  ]);
  assert.equal(wechat.count('freepublish/delete'), deleted + 2, 'both articles');
  await change({});
});

test('what stands in line is no longer left for a correction, in either plan', async () => {
  later({ hours: 24 });
  await change({ settings: { kind: 'wechat', way: 'program', appId: wechat.account.appId, correct: 'notice' } });
  await desk.onDuty('chief-editor');
  const standing = await stand('今天的第一篇');
  const inWork = await desk.submit(await desk.write());
  const left = async (): Promise<unknown[]> => {
    const plan = await desk.county.as('editor').get(`/stories/${inWork.id}/departure-plan`);
    const departure = (plan.body['items'] as Departure[]).find((one) => one.channelId === channel.id);
    const after = await desk.county.as('editor').get(`/stories/${standing.id}/correction-plan`);
    const turn = (after.body['items'] as CorrectionPlan).find((one) => one.channel === 'wechat');
    return [departure?.takenToday, departure?.budgets.correct?.left, turn?.budgets.correct?.left];
  };
  assert.deepEqual(await left(), [1, 99, 99]);
  await desk.publish();
  assert.deepEqual(await left(), [2, 98, 98], 'not sent yet');
  await change({});
});
