import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDesk, textOf } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import type { ChannelView, CopyView } from '../contract.ts';
import { channelView } from '../testing/channel-shapes.ts';
import { ForeignSite } from '../testing/foreign-site.ts';
import type { ForeignPage } from '../testing/foreign-site.ts';
import { Receiver } from '../testing/receiver.ts';

let desk: Desk;
let receiver: Receiver;
let site: ForeignSite;
before(async () => {
  [receiver, site] = await Promise.all([Receiver.start(() => desk.county.clock.now()), ForeignSite.start()]);
  desk = await openDesk({ innerHosts: ['127.0.0.1', 'localhost'] });
});
after(async () => {
  await desk[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

let named = 0;
async function add(settings: Record<string, unknown>, keeperId: string | null = null): Promise<ChannelView> {
  const answer = await desk.county.as('administrator').post('/channels', {
    name: `别家 ${(named += 1)}`,
    placeId: desk.county.placeId('town-1'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId,
    settings,
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.body['channel'] as ChannelView;
}
async function off({ id }: ChannelView): Promise<void> {
  const seen = (await desk.county.as('administrator').get(`/channels/${id}`)).read(channelView);
  const { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings } = seen;
  const facts = { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings };
  const put = await desk.county.as('administrator').put(`/channels/${id}`, { ...facts, isOn: false });
  assert.equal(put.status, 200, put.text);
}
async function copyIn({ id }: SeenStory, channel: ChannelView): Promise<CopyView> {
  const { body } = await desk.county.as('editor').get(`/stories/${id}/copies`);
  return (body['items'] as CopyView[]).find((one) => one.channelId === channel.id) ?? assert.fail('no copy');
}
async function look(): Promise<void> {
  desk.county.clock.advance({ minutes: 1 });
  // Twenty at once, and those of the tests before are due again as well.
  for (let turns = 0; turns < 3; turns += 1) await desk.county.tick('channels.read-back');
}
const standing = ({ state, problem, uncompared, hashSeen, hashSent }: CopyView): unknown[] => [
  state,
  problem ?? uncompared,
  hashSeen === hashSent,
];
async function toldOf({ id }: CopyView): Promise<number> {
  const found = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `select person_id from notices.messages where kind = 'copy.drifted' and subject_id = $1 group by person_id, id`,
        [id],
      ),
    ),
  );
  return found.rowCount ?? 0;
}

const text = textOf('柳河桥今天通车', [
  '限重十吨，“四轴以上”的车绕行北线。[^镇上的通告]大桥两头有人值守。',
  '请互相转告。',
]);
/** A page of a site with a frame, advertising and scripts of its own. */
const page = (title: string, ...paragraphs: string[]): string => `<!doctype html><html><head><title>${title}</title>
  <script>var text = '限重十吨';</script><style>p::after { content: '限重' }</style></head>
  <body><nav>首页 要闻</nav><div class="main"><h2>${title}</h2><span>来源：云溪县</span>
  ${paragraphs.map((one) => `<p>&emsp;&emsp;${one}</p><div class="ad">广告</div>`).join('')}</div></body></html>`;
const asSigned = page(
  '柳河桥今天通车',
  '限重十吨，&quot;四轴以上&quot;的车<b>绕行</b>北线。<sup>①</sup>大桥两头有人值守。',
  '请互相转告。',
  '① 镇上的通告',
);

const short = textOf('停水通知', ['明天停水，请存水。']);
/** Headline and text of `short` in a page that calls itself GBK, and is. */
const shortInGbk = Buffer.from(
  'PGh0bWw+PGhlYWQ+PG1ldGEgY2hhcnNldD0iZ2JrIj48dGl0bGU+zajWqjwvdGl0bGU+PC9oZWFkPjxib2R5PjxoMT7No8uuzajWqjwvaDE+PHA+w/fM7M2jy66jrMfrtObLrqGjPC9wPjwvYm9keT48L2h0bWw+',
  'base64',
);

test('a receiver that names where its copy stands is read there: word for word within its own frame, drifted, told once, sent anew and mended', async () => {
  const channel = await add({ kind: 'webhook', address: receiver.address });
  receiver.answer = (response) => void response.end(JSON.stringify({ address: site.address('/a') }));
  site.pages.set('/a', { body: asSigned });
  const published = await desk.publish({ text });
  await desk.county.tick('channels.deliver');
  await look();
  assert.deepEqual(standing(await copyIn(published, channel)), ['published', null, true]);

  site.pages.set('/a', { body: asSigned.replace('限重十吨，', '限重百吨，') });
  desk.county.clock.advance({ hours: 25 });
  await look();
  const drifted = await copyIn(published, channel);
  assert.deepEqual(standing(drifted), ['drifted', 'other-words', false]);
  const told = await toldOf(drifted);
  assert.ok(told > 0, 'the desk on duty hears of it');
  const figures = (await desk.county.as('editor').get(`/channels/${channel.id}`)).body;
  assert.deepEqual([figures['drifted'], figures['troubled']], [1, 0], 'it arrived: no sweep sends it again');
  desk.county.clock.advance({ hours: 25 });
  await look();
  assert.deepEqual([await toldOf(drifted), (await copyIn(published, channel)).state], [told, 'drifted'], 'once');

  // Whoever signs may let those words stand, and the receipt says that they are not the ones that were signed.
  const accept = (as: 'editor' | 'chief-editor', hashSeen: string | null) =>
    desk.county.as(as).post(`/copies/${drifted.id}/acceptances`, { hashSeen, reason: '那边写错了，已经请他们改' });
  assert.equal((await accept('editor', drifted.hashSeen)).status, 403);
  const stale = await accept('chief-editor', drifted.hashSent);
  assert.deepEqual([stale.status, stale.body['code']], [409, 'SeenChanged']);
  assert.equal((await accept('chief-editor', drifted.hashSeen)).status, 201);
  desk.county.clock.advance({ hours: 25 });
  await look();
  assert.deepEqual(standing(await copyIn(published, channel)), ['published', 'accepted', false]);
  const over = await accept('chief-editor', drifted.hashSeen);
  assert.deepEqual([over.status, over.body['code']], [409, 'WrongState'], 'there is nothing left to accept');
  // Accepted by mistake: it is taken back, and they are drift again.
  assert.equal((await copyIn(published, channel)).retry, 'accept-no-longer');
  const takenBack = await desk.county.as('editor').post(`/copies/${drifted.id}/retries`, {});
  assert.deepEqual([takenBack.status, takenBack.body['uncompared']], [201, null], takenBack.text);
  await look();
  assert.deepEqual(standing(await copyIn(published, channel)), ['drifted', 'other-words', false]);
  assert.equal((await accept('chief-editor', drifted.hashSeen)).status, 201);
  site.pages.set('/a', { body: asSigned.replace('限重十吨，', '限重千吨，') });
  desk.county.clock.advance({ hours: 25 });
  await look();
  assert.deepEqual(
    standing(await copyIn(published, channel)),
    ['drifted', 'other-words', false],
    'third words are drift',
  );

  // It is sent over what stands there, under a new key.
  const calls = receiver.received.length;
  assert.equal((await desk.county.as('editor').post(`/copies/${drifted.id}/retries`, {})).status, 201);
  await desk.county.tick('channels.deliver');
  site.pages.set('/a', { body: asSigned });
  await look();
  assert.deepEqual(
    [
      receiver.received.length - calls,
      receiver.received.at(-1)?.isRepeated,
      standing(await copyIn(published, channel)),
    ],
    [1, false, ['published', null, true]],
  );
  await off(channel);
});

test('what no program can read without JavaScript, signing in or leave is said to be beyond comparison, never to be right or wrong; a stranger leads nowhere into our own network (A24)', async () => {
  const channel = await add({ kind: 'webhook', address: receiver.address });
  const seenAs = async (address: string, answer?: ForeignPage): Promise<unknown[]> => {
    receiver.answer = (response) => void response.end(JSON.stringify({ address }));
    if (answer) site.pages.set(new URL(address).pathname, answer);
    const published = await desk.publish({ text });
    await desk.county.tick('channels.deliver');
    await look();
    return standing(await copyIn(published, channel)).slice(0, 2);
  };
  const shell = '<html><body><div id="app"></div><script src="/app.js"></script></body></html>';
  assert.deepEqual(await seenAs(site.address('/shell'), { body: shell }), ['published', 'no-text']);
  assert.deepEqual(await seenAs(site.address('/closed'), { status: 403 }), ['published', 'closed']);
  assert.deepEqual(await seenAs(site.address('/a.pdf'), { headers: { 'content-type': 'application/pdf' } }), [
    'published',
    'no-page',
  ]);
  assert.deepEqual(await seenAs(site.address('/broken'), { status: 500 }), ['published', 'status-500']);
  site.pages.set('/broken', { body: asSigned });
  const silent = (await desk.county.as('editor').get('/copies?state=published')).body['items'] as CopyView[];
  const unseen = silent.find(({ address }) => address?.endsWith('/broken')) ?? assert.fail('nobody is told of it');
  const again = await desk.county.as('editor').post(`/copies/${unseen.id}/retries`, {});
  assert.deepEqual([again.status, again.body['state']], [201, 'published'], again.text);
  await look();
  const { body: seen } = await desk.county.as('editor').get(`/stories/${unseen.storyId}/copies`);
  const mended = (seen['items'] as CopyView[]).filter(({ id }) => id === unseen.id).map(standing);
  assert.deepEqual(mended, [['published', null, true]], 'looked at, not sent again');
  assert.deepEqual(await seenAs(site.address('/large'), { body: `${asSigned}${' '.repeat(2_100_000)}` }), [
    'published',
    'no-page',
  ]);
  const moved = (to: string): ForeignPage => ({ status: 301, headers: { location: to } });
  site.pages.set('/here', { body: asSigned });
  assert.deepEqual(await seenAs(site.address('/moved'), moved('/here')), ['published', null]);
  assert.deepEqual(await seenAs(site.address('/loop'), moved('/loop')), ['published', 'closed']);
  // What a stranger names leads nowhere within our own network, not even where we may call (A24).
  for (const address of ['http://10.0.0.1/', 'http://169.254.169.254/', site.address('/here', 'localhost')]) {
    assert.deepEqual(await seenAs(address), ['published', 'barred'], address);
    assert.deepEqual(await seenAs(site.address('/lead'), moved(address)), ['published', 'barred'], address);
  }
  const listed = (await desk.county.as('editor').get('/copies?limit=100')).body['items'] as CopyView[];
  assert.deepEqual(
    listed.filter(({ uncompared }) => uncompared !== null),
    [],
    'nobody is sent to mend what is no fault',
  );
  await off(channel);
});

test('a page that a person names in a receipt is read too, in GBK as older sites have it; one that is gone again is told', async () => {
  const keeperId = await desk.county.personId('volunteer');
  const channel = await add({ kind: 'manual', instructions: '', correct: 'edit', withdraw: 'delete' }, keeperId);
  const enter = async (published: SeenStory, address: string): Promise<CopyView> => {
    const { id } = await copyIn(published, channel);
    const answer = await desk.county.as('volunteer').post(`/copies/${id}/receipts`, { address, pictureHash: null });
    assert.equal(answer.status, 201, answer.text);
    await look();
    return copyIn(published, channel);
  };
  const [first, second] = [await desk.publish({ text: short }), await desk.publish({ text })];
  site.pages.set('/gbk', { headers: { 'content-type': 'text/html' }, body: shortInGbk });
  assert.deepEqual(standing(await enter(first, site.address('/gbk'))), ['published', null, true]);
  site.pages.set('/b', { body: page('柳河桥今天通车', '限重十吨，"四轴以上"的车绕行北线。') });
  assert.deepEqual(standing(await enter(second, site.address('/b'))), ['drifted', 'other-words', false]);

  site.pages.delete('/gbk');
  desk.county.clock.advance({ hours: 25 });
  await look();
  const gone = await copyIn(first, channel);
  assert.deepEqual(standing(gone).slice(0, 2), ['drifted', 'not-there']);
  assert.equal(await toldOf(gone), 1, 'its keeper');
  site.pages.set('/gbk', { headers: { 'content-type': 'text/html' }, body: shortInGbk });
  assert.equal((await desk.county.as('editor').post(`/copies/${gone.id}/retries`, {})).status, 201);
  await look();
  assert.deepEqual(standing(await copyIn(first, channel)), ['published', null, true], 'looked at, not posted again');

  // Without an address there is nothing to look at.
  const third = await desk.publish({ text });
  const { id } = await copyIn(third, channel);
  await desk.county.as('volunteer').post(`/copies/${id}/receipts`, { address: null, pictureHash: null });
  const asked = site.asked.length;
  await look();
  assert.deepEqual([standing(await copyIn(third, channel)), site.asked.length], [['published', null, false], asked]);
  await off(channel);
});

test('a wrong address in a receipt is mended by whoever may bring the copy; the earlier stays with it, and the right page is read from the beginning', async () => {
  const keeperId = await desk.county.personId('volunteer');
  const channel = await add({ kind: 'manual', instructions: '', correct: 'edit', withdraw: 'delete' }, keeperId);
  const published = await desk.publish({ text });
  const { id } = await copyIn(published, channel);
  const as = (who: 'volunteer' | 'editor' | 'correspondent', address: string | null, by: 'post' | 'put' = 'put') =>
    desk.county.as(who)[by](`/copies/${id}/receipts`, { address, pictureHash: null });
  const early = await as('volunteer', site.address('/right'));
  assert.deepEqual([early.status, early.body['code']], [409, 'WrongState'], 'there is no receipt yet');
  site.pages.set('/wrong', { body: asSigned.replace('限重十吨，', '限重百吨，') });
  site.pages.set('/right', { body: asSigned });
  assert.equal((await as('volunteer', site.address('/wrong'), 'post')).status, 201);
  await look();
  assert.deepEqual(standing(await copyIn(published, channel)), ['drifted', 'other-words', false]);

  assert.equal((await as('correspondent', site.address('/right'))).status, 404);
  const mended = await as('volunteer', site.address('/right'));
  assert.deepEqual(
    [mended.status, mended.body['state'], mended.body['problem'], mended.body['hashSeen'], mended.body['address']],
    [200, 'published', null, null, site.address('/right')],
    mended.text,
  );
  const [former, ...more] = mended.body['formerReceipts'] as CopyView['formerReceipts'];
  assert.deepEqual([former?.address, more], [site.address('/wrong'), []]);
  await look();
  const seen = await copyIn(published, channel);
  assert.deepEqual([...standing(seen), seen.mayMendReceipt], ['published', null, true, true]);

  // Without an address there is nothing to look at any more, and nothing is said to have been seen.
  assert.equal((await as('editor', null)).status, 200);
  await look();
  assert.deepEqual(standing(await copyIn(published, channel)), ['published', null, false]);
  const { body } = await desk.county.as('editor').get(`/stories/${published.id}/copies`);
  const ours = (body['items'] as CopyView[]).find(({ channelId }) => channelId === null);
  const refused = await desk.county
    .as('editor')
    .put(`/copies/${ours?.id}/receipts`, { address: null, pictureHash: null });
  assert.deepEqual([ours?.mayMendReceipt, refused.status], [false, 409], 'the site’s own receipt is nobody’s word');
  await off(channel);
});
