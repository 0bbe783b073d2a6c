import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { correctPublished } from '#channels/testing';
import { openDesk, story, textOf } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { ownerClient } from '#testing';
import { portalOptions } from './options.ts';
import { FediversePeer } from './testing/fediverse-peer.ts';
import { OlderServer } from './testing/older-server.ts';

let desk: Desk;
let origin: string;
let stop: () => Promise<void>;
before(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  desk = await openDesk({ innerHosts: ['127.0.0.1'], publicAddress: origin });
  const { county } = desk;
  const owner = await ownerClient(county.database);
  await owner.query(`insert into platform.hosts (host, county_id) values ('127.0.0.1', 1)`);
  await owner.end();
  await county.app.counties.reload();
  // Signatures hold for an hour of the time that all servers share.
  county.clock.set(new Date());
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.listen({ port, host: '127.0.0.1' });
  stop = () => server.close();
});
after(async () => {
  await stop();
  await desk[Symbol.asyncDispose]();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

let made = 0;
async function addAccount(handle = `qingxi${(made += 1)}`): Promise<{ id: string; actor: string; handle: string }> {
  const answer = await desk.county.as('administrator').post('/channels', {
    name: `清溪 ${handle}`,
    placeId: desk.county.placeId('county'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'activitypub', handle, title: '清溪发布', summary: '县里的事 <都在这里>' },
  });
  assert.equal(answer.status, 201, answer.text);
  assert.equal(answer.body['secret'], null, 'its key is kept');
  const id = String(Object(answer.body['channel'])['id']);
  return { id, actor: `${origin}/api/v1/activitypub/actors/${id}`, handle };
}
test('a name belongs to one account, in small letters, and the county chooses what it takes', async () => {
  const account = await addAccount('market');
  const settings = (handle: string) => ({ kind: 'activitypub', handle, title: '', summary: '' });
  const facts = { placeId: desk.county.placeId('county'), sectionIds: null, language: null, isOn: true };
  const more = { pauseSeconds: 0, dailyLimit: null, keeperId: null };
  const add = (name: string, handle: string) =>
    desk.county.as('administrator').post('/channels', { ...facts, ...more, name, settings: settings(handle) });
  assert.equal((await add('另一个', 'Market')).status, 409);
  assert.equal((await add('再一个', '集市')).status, 400);
  // Whoever asks how to follow the county is told the name, as long as the account is on.
  const offered = async (): Promise<string> => (await fetch(`${origin}/subscribe`)).text();
  const name = `@market@${new URL(origin).host}`;
  const page = await offered();
  assert.ok(page.includes(name) && page.includes('清溪发布'), page.slice(0, 200));
  await off(account.id);
  assert.ok(!(await offered()).includes(name));
});

async function off(id: string): Promise<void> {
  const admin = desk.county.as('administrator');
  const { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings } = (
    await admin.get(`/channels/${id}`)
  ).body;
  const facts = { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings };
  assert.equal((await admin.put(`/channels/${id}`, { ...facts, isOn: false })).status, 200);
}

/** From the ledger to the outbox, and from there to the servers. */
async function spread(): Promise<void> {
  await desk.county.tick('channels.deliver');
  await desk.county.tick('channels.activitypub');
}
async function withdraw({ id }: SeenStory): Promise<void> {
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${id}/withdrawals`, { reason: '核实' }), 201);
}
const restore = async ({ id }: SeenStory): Promise<unknown> =>
  story(await desk.county.as('chief-editor').post(`/stories/${id}/restorations`, { reason: '核实' }), 201);
const correct = (published: SeenStory): Promise<void> => correctPublished(desk, published);
async function copyIn(published: SeenStory, channel: string): Promise<Record<string, unknown>> {
  const { body } = await desk.county.as('editor').get(`/stories/${published.id}/copies`);
  const copies = (body['items'] as Record<string, unknown>[]).filter((copy) => copy['channelId'] === channel);
  return copies[0] ?? {};
}
const query = (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
  desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => (await tx.client.query(sql, [tx.countyId, ...values])).rows as never),
  );
const read = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> =>
  (await (await fetch(new URL(path, origin), init)).json()) as Record<string, unknown>;

test('a notice that is given more time says so where it stands, and its readers elsewhere hear of it', async () => {
  await using peer = await FediversePeer.start();
  const account = await addAccount();
  await peer.follow(account.actor);
  await spread();
  const at = (hours: number): string => new Date(desk.county.clock.now().getTime() + hours * 3_600_000).toISOString();
  const [first, later] = [at(2), at(5)];
  const notice = await desk.publish({ kind: 'notice', validUntil: first });
  await spread();
  const { address } = await copyIn(notice, account.id);
  const article = (): Promise<Record<string, unknown>> =>
    read(new URL(String(address)).pathname, { headers: { accept: 'application/activity+json' } });
  assert.equal((await article())['endTime'], first);
  const plan = (await desk.county.as('editor').get(`/stories/${notice.id}/correction-plan`)).body['items'];
  const turn = (plan as { channelName: string; endsNotice: boolean; holdsNotice: boolean }[]).find(
    ({ channelName }) => channelName === `清溪 ${account.handle}`,
  );
  assert.deepEqual([turn?.endsNotice, turn?.holdsNotice], [false, true], 'nobody sees its end, but the new time');

  desk.county.clock.advance({ minutes: 1 });
  story(await desk.county.as('editor').patch(`/stories/${notice.id}`, { validUntil: later }), 200);
  await desk.county.tick('channels.end-notices');
  await spread();
  const changed = await article();
  assert.equal(changed['endTime'], later);
  assert.ok(String(changed['updated']) > String(changed['published']), 'else servers take it for a repetition');
  assert.deepEqual(
    peer.told.map(({ act }) => act),
    ['Accept', 'Create', 'Update'],
  );
  await off(account.id);
});

test('a reader elsewhere finds the account, follows it, and gets each text, its correction and its end', async () => {
  await using peer = await FediversePeer.start();
  const account = await addAccount();
  const host = new URL(origin).host;
  const found = await read(`/.well-known/webfinger?resource=acct:${account.handle}@${host}`);
  assert.deepEqual(found['links'], [{ rel: 'self', type: 'application/activity+json', href: account.actor }]);
  assert.equal((await fetch(`${origin}/.well-known/webfinger?resource=acct:nobody@${host}`)).status, 404);
  const byAddress = (id: string): string =>
    `/.well-known/webfinger?resource=${encodeURIComponent(account.actor.replace(account.id, id))}`;
  assert.deepEqual((await read(byAddress(account.id)))['links'], found['links']);
  for (const id of [randomUUID(), '-'.repeat(36)])
    assert.equal((await fetch(origin + byAddress(id))).status, 404, `${id} is no account`);
  const elsewhere = await desk.county.request('GET', new URL(account.actor).pathname, undefined, { host: 'two.test' });
  assert.equal(elsewhere.status, 404, 'another county has no such account');
  const [link] = (await read('/.well-known/nodeinfo'))['links'] as { href: string }[];
  assert.deepEqual((await read(link?.href ?? ''))['protocols'], ['activitypub']);

  await peer.follow(account.actor);
  await spread();
  assert.deepEqual(
    peer.told.map(({ act }) => act),
    ['Accept'],
  );
  const published = await desk.publish();
  await spread();
  const copy = await copyIn(published, account.id);
  assert.deepEqual([copy['state'], copy['address']], ['published', peer.told[1]?.object]);
  // Killed between the call and its receipt: the same act comes again under the same id, and is taken once.
  await query(
    `update channels.activitypub_deliveries set state = 'waiting', due_at = $2, claimed_until = $2 where county_id = $1`,
    [desk.county.clock.now()],
  );
  await desk.county.tick('channels.activitypub');
  assert.equal(peer.told.length, 2);
  assert.equal(copy['hashSeen'], null);
  await desk.county.tick('channels.read-back');
  assert.equal((await copyIn(published, account.id))['hashSeen'], null, 'in a few seconds');
  desk.county.clock.advance({ seconds: 10 });
  await desk.county.tick('channels.read-back');
  assert.equal(
    (await copyIn(published, account.id))['hashSeen'],
    copy['hashSent'],
    'read back as another server reads it',
  );
  const bend = (from: string, to: string) =>
    query(
      `update channels.activitypub_objects set document = replace(document::text, $2, $3)::jsonb where county_id = $1`,
      [from, to],
    );
  const lookAgain = async () => {
    await query('update channels.copies set look_at = $2 where county_id = $1 and id = $3', [
      desk.county.clock.now(),
      copy['id'],
    ]);
    await desk.county.tick('channels.read-back');
    return (await copyIn(published, account.id))['state'];
  };
  await bend('限重十吨', '限重百吨');
  assert.equal(await lookAgain(), 'drifted', 'other words stand there');
  await bend('限重百吨', '限重十吨');
  assert.equal(await lookAgain(), 'published');
  const opened = await fetch(String(copy['address']), {
    headers: { accept: 'text/html,*/*;q=0.8' },
    redirect: 'manual',
  });
  assert.deepEqual(
    [opened.status, opened.headers.get('location')],
    [303, `${origin}/stories/${published.slug}`],
    'a person is led to the page',
  );
  await correct(published);
  await spread();
  await withdraw(published);
  await spread();
  await restore(published);
  await spread();
  const told = peer.told.slice(1);
  assert.deepEqual(
    told.map(({ act, title }) => [act, title]),
    [
      ['Create', '柳河桥今天通车'],
      ['Update', '柳河桥今天通车'],
      ['Delete', 'Tombstone'],
      ['Create', '柳河桥今天通车'],
    ],
  );
  const [first, second, third, anew] = told.map(({ object }) => object);
  assert.ok(first === second && second === third, 'it changes and ends where it stands');
  assert.notEqual(anew, first, 'what was deleted comes back under another id');
  assert.match(told[0]?.content ?? '', /限重十吨[\s\S]*\/stories\//);
  assert.match(told[1]?.content ?? '', /更正：限重写错了[\s\S]*限重十二吨/);
  assert.equal((await fetch(first ?? '')).status, 410);
  assert.equal((await read(first ?? ''))['type'], 'Tombstone');
  const seen = (await peer.read(anew ?? '')) as Record<string, unknown>;
  assert.deepEqual([seen['type'], seen['attributedTo']], ['Article', account.actor]);
  const outbox = await read(`/api/v1/activitypub/actors/${account.id}/outbox?page=true`);
  assert.deepEqual(
    (outbox['orderedItems'] as { type: string; object: { id: string } }[]).map(({ type, object }) => [type, object.id]),
    [['Create', anew]],
    'what was taken down is in it no more',
  );

  await peer.leave(account.actor);
  const facts = async () => {
    const { body } = await desk.county.as('administrator').get(`/channels/${account.id}/facts`);
    return (body['items'] as { value: string }[]).map(({ value }) => value);
  };
  assert.deepEqual(await facts(), [`@${account.handle}@${host}`, account.actor, '0（所在服务器 0 台；还在路上 0 份）']);
  const actor = await read(account.actor);
  assert.deepEqual([actor['name'], actor['summary']], ['清溪发布', '<p>县里的事 &lt;都在这里&gt;</p>']);
  // Who has left still holds the text, so its correction still goes there; new texts do not.
  await desk.publish({ text: textOf('另一篇', ['新的。']) });
  await correct(published);
  await spread();
  assert.deepEqual(
    peer.told.slice(5).map(({ act, object }) => [act, object]),
    [['Update', anew]],
  );
  await off(account.id);
});

test('nobody follows an account that is off, and who leaves it is forgotten', async () => {
  await using peer = await FediversePeer.start();
  await using late = await FediversePeer.start();
  const account = await addAccount();
  const followers = async (): Promise<unknown> =>
    (
      await query(
        'select count(*)::int as n from channels.activitypub_followers where county_id = $1 and channel_id = $2',
        [account.id],
      )
    )[0]?.['n'];
  await peer.follow(account.actor);
  await spread();
  assert.equal(await followers(), 1);
  await off(account.id);
  await late.follow(account.actor);
  assert.equal(await followers(), 1);
  await peer.leave(account.actor);
  assert.equal(await followers(), 0);
});

test('a server that knows only the old signatures is told in the old form, which another library verifies', async () => {
  await using older = await OlderServer.start();
  const account = await addAccount();
  const inbox = `${account.actor}/inbox`;
  assert.equal(await older.post(inbox, older.follow(account.actor)), 202);
  const published = await desk.publish();
  await spread();
  assert.deepEqual(
    older.taken.map(({ type }) => type),
    ['Accept', 'Create'],
  );
  assert.ok(older.refused > 0, 'the new form was tried first');
  const article = older.taken[1]?.['object'] as Record<string, unknown>;
  assert.equal(article['url'], `${origin}/stories/${published.slug}`);
  const refusedBefore = older.refused;
  await withdraw(published);
  await spread();
  assert.deepEqual([older.taken[2]?.['type'], older.refused], ['Delete', refusedBefore], 'what it takes is remembered');
  // Kept of whoever follows: a hash and where their server takes mail.
  const [kept] = await query('select * from channels.activitypub_followers where county_id = $1 and channel_id = $2', [
    account.id,
  ]);
  assert.ok(!JSON.stringify(kept).includes(older.actor));
  assert.equal(
    (await query('select 1 from channels.activitypub_deliveries where county_id = $1 and accepts is not null')).length,
    0,
  );

  await older.post(inbox, {
    ...older.follow(account.actor),
    type: 'Undo',
    id: `${older.actor}#undo`,
    object: `${older.actor}#follow`,
  });
  assert.equal((await read(`/api/v1/activitypub/actors/${account.id}/followers`))['totalItems'], 0);
  await off(account.id);
});

test('nobody follows in another’s name, from a bent call, or with an inbox elsewhere; replies and likes are kept nowhere (A25)', async () => {
  await using older = await OlderServer.start();
  await using other = await OlderServer.start();
  const account = await addAccount();
  const inbox = `${origin}/api/v1/activitypub/inbox`;
  const followers = async () => (await read(`/api/v1/activitypub/actors/${account.id}/followers`))['totalItems'];
  const follow = older.follow(account.actor);
  assert.equal(await older.post(inbox, { ...follow, actor: other.actor }), 401, 'signed by somebody else');
  assert.equal(await older.post(inbox, follow, (body) => body.replace('"Follow"', '"Follow" ')), 401, 'another body');
  const unsigned = await fetch(inbox, {
    method: 'POST',
    headers: { 'content-type': 'application/activity+json' },
    body: JSON.stringify(follow),
  });
  assert.equal(unsigned.status, 401);
  older.actorSays = { inbox: `${other.origin}/inbox` };
  assert.equal(await older.post(inbox, follow), 401, 'its inbox is another server’s');
  older.actorSays = { id: other.actor };
  assert.equal(await older.post(inbox, follow), 401, 'its document calls itself otherwise');
  older.actorSays = { summary: 'x'.repeat(10_000_000) };
  assert.equal(await older.post(inbox, follow), 401, 'ten megabytes are no document');
  older.actorSays = {};
  // Inner addresses are not asked for keys: whoever runs the installation allowed 127.0.0.1 alone.
  const inner = `http://localhost:${new URL(older.origin).port}/actor`;
  assert.equal(await older.post(inbox, { ...follow, actor: inner }), 401);
  assert.equal(await followers(), 0);
  const count = async () =>
    (await query('select count(*)::int as n from channels.activitypub_deliveries where county_id = $1'))[0]?.['n'];
  const before = await count();
  for (const type of ['Like', 'Announce', 'Create', 'Flag', 'Move'])
    assert.equal(await older.post(inbox, { ...follow, type, object: { id: `${older.origin}/x`, type: 'Note' } }), 202);
  assert.equal(await count(), before);
  for (const body of ['', '[]', 'null', '{"type":"Follow"}', '{"actor":7}', '\u0000'])
    assert.equal(
      (await fetch(inbox, { method: 'POST', headers: { 'content-type': 'application/activity+json' }, body })).status,
      400,
      body,
    );
  assert.equal(
    (
      await fetch(inbox, {
        method: 'POST',
        headers: { 'content-type': 'application/activity+json' },
        body: ' '.repeat(300_000),
      })
    ).status,
    413,
  );
  // Twice is once.
  await Promise.all([older.post(inbox, follow), older.post(inbox, follow)]);
  assert.equal(await followers(), 1);
  await off(account.id);
  await older.post(inbox, { ...follow, object: account.actor });
  assert.equal((await fetch(account.actor)).status, 200, 'an account that is off is still known by its address');
});

test('a server that is ill slows no other; what is withdrawn before it was told is never told; the silent are forgotten', async () => {
  await using ill = await FediversePeer.start();
  await using well = await FediversePeer.start();
  const account = await addAccount();
  await ill.follow(account.actor);
  await well.follow(account.actor);
  await spread();
  ill.answer = (response) => void response.writeHead(503).end();
  const published = await desk.publish();
  await spread();
  assert.equal(well.told.at(-1)?.act, 'Create');
  const states = () =>
    query(
      'select state, problem, tries from channels.activitypub_deliveries where county_id = $1 and channel_id = $2 and server = $3 order by id',
      [account.id, new URL(ill.origin).host],
    );
  assert.deepEqual(
    (await states()).map(({ state, problem }) => [state, problem]),
    [['waiting', 'status-503']],
  );
  const other = await desk.publish({ text: textOf('另一篇', ['新的。']) });
  await desk.county.tick('channels.deliver');
  await withdraw(other);
  await desk.county.tick('channels.deliver');
  await withdraw(published);
  await desk.county.tick('channels.deliver');
  ill.answer = undefined;
  ill.told.length = 0;
  desk.county.clock.advance({ minutes: 10 });
  await desk.county.tick('channels.activitypub');
  // The first may have arrived, so its end is told; of the second nobody ever heard.
  assert.deepEqual(
    ill.told.map(({ act, title }) => [act, title]),
    [['Delete', 'Tombstone']],
  );
  assert.ok(
    well.told.every(({ content }) => !content.includes('新的')),
    'what was taken down meanwhile is not spread',
  );
  ill.answer = (response) => void response.writeHead(500).end();
  await desk.publish({ text: textOf('第三篇', ['丙。']) });
  await spread();
  desk.county.clock.advance({ days: 31 });
  await spread();
  assert.deepEqual((await states()).at(-1)?.['problem'], 'silent');
  assert.equal((await read(`/api/v1/activitypub/actors/${account.id}/followers`))['totalItems'], 1);
  desk.county.clock.set(new Date());
  await off(account.id);
});
