import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { continueDemonstration, loadDemonstration, resetDemonstration } from '#demonstration';
import { treeOf } from '#places';
import { portalOptions } from '#portal';
import { orderStates } from '#volunteering';
import type { App } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { inCounty } from '#platform/transaction';
import { emptyProgram } from '#testing';
import type { EmptyProgram } from '#testing';
import { continueCounty } from './loading/continue-demonstration.ts';
import type { Continuing } from './loading/continue-demonstration.ts';
import { keepLoaded } from './loading/loaded-queries.ts';
import { ordersInOrder } from './loading/load-orders.ts';
import { openTeller } from './loading/teller.ts';
import { demonstrationCast } from './content/people.ts';
import { demonstrationStories, storyStage } from './content/stories.ts';

// All 300 orders take a minute; the fast run tells those that the walks and "my work" show.
const deep = process.env['XIANGYIN_DEEP'] === '1';
async function rest(on: App, options: Continuing): Promise<void> {
  const [county] = on.counties.all();
  if (deep || !county) return continueDemonstration(on, options);
  return continueCounty(on, county, options, ordersInOrder().first);
}

let program: EmptyProgram;
let app: App;
let server: FastifyInstance;
let accounts: { role: string; place: string; login: string; password: string; token: string; totpSecret: string }[];
const said: string[] = [];

before(async () => {
  program = await emptyProgram();
  const say = (line: string): void => void said.push(line);
  // Two processes that start at once on an empty database: one loads, the other waits.
  const beside = await program.again();
  await Promise.all([program.app, beside].map((one) => loadDemonstration(one, { say })));
  // Cut short in the middle, and taken up by the next process.
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 1_500);
  await rest(program.app, { say, signal: stop.signal });
  assert.equal(
    said.some((line) => line.includes('complete')),
    false,
  );
  app = await program.again();
  await loadDemonstration(app, { say });
  await rest(app, { say, signal: new AbortController().signal });
  server = await buildServer(app, { checkAnswers: true, ...portalOptions(app) });
  await server.ready();
  accounts = JSON.parse(await readFile(join(program.app.settings.varDirectory, 'demo-accounts.json'), 'utf8'));
});
after(async () => {
  // Where loading failed there is no server, and nobody waits for what is still open.
  await (server as FastifyInstance | undefined)?.close();
  await program[Symbol.asyncDispose]();
});

async function ask(login: string, path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const token = accounts.find((one) => one.login === login)?.token ?? '';
  const answer = await server.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { host: 'localhost', authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' },
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}
const page = async (path: string) => server.inject({ method: 'GET', url: path, headers: { host: 'localhost' } });

test('everybody of the cast can sign in with what the file says, and only its owner reads the file', async () => {
  assert.equal(
    ((await stat(join(program.app.settings.varDirectory, 'demo-accounts.json'))).mode & 0o777).toString(8),
    '600',
  );
  assert.deepEqual(accounts.map((one) => one.login).toSorted(), demonstrationCast.map((one) => one.login).toSorted());
  for (const { login, role } of accounts) {
    const { status, body } = await ask(login, '/me');
    assert.equal(status, 200, login);
    assert.ok(
      (body['grants'] as { role: string }[]).some((grant) => grant.role === role),
      login,
    );
  }
});

test('each of the seven roles has 3 to 7 things waiting, and both volunteers', async () => {
  const counts: Record<string, unknown> = {};
  const logins = 'chenxi linxiaohe shenqiu fangyuanshan zhaoyue qianxiaoman luoxiaochuan xuchunhua'.split(' ');
  for (const login of logins) counts[login] = ((await ask(login, '/me/waiting')).body['items'] as unknown[]).length;
  for (const [login, count] of Object.entries(counts))
    assert.ok(Number(count) >= 3 && Number(count) <= 7, `${login}: ${JSON.stringify(counts)}`);
});

test('whoever is offered the people of the demonstration is told while what waits for them is not all there', async () => {
  const told = async (path: string): Promise<boolean> =>
    /这些人要办的事还没有到齐|is not all there yet/.test((await page(path)).body);
  assert.ok(said.some((line) => /各人要办的事还没有到齐.*is not all there/.test(line)));
  // The fast run tells few orders, and so never ends.
  assert.deepEqual([await told('/demonstration/people'), await told('/en/demonstration/people')], [!deep, !deep]);
  if (deep) return;
  const county = app.counties.byId(1) ?? assert.fail('no county');
  const id = (await loadedIds('step:places')).get('step:places');
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) => keepLoaded(tx, 'step:all', { id: id ?? assert.fail('no places'), code: null })),
  );
  assert.equal(await told('/demonstration/people'), false);
});

test('volunteering has its ordinary life: who wishes to join, objects, asks for proof, is missed or has a word to say', async () => {
  const total = async (login: string, path: string): Promise<number> => Number((await ask(login, path)).body['total']);
  const found = {
    applications: await total('zhaoyue', '/applications?state=waiting'),
    corrections: await total('zhaoyue', '/hour-corrections'),
    requests: await total('zhaoyue', '/certificate-requests'),
    certificates: await total('zhaoyue', '/certificates'),
    plans: await total('zhaoyue', '/dispatch-plans'),
    missed: await total('zhaoyue', '/visit-alarms'),
    incidents: await total('jiangyingxue', '/incidents'),
  };
  for (const [what, count] of Object.entries(found))
    assert.ok(count >= 1 && count <= 4, `${what}: ${JSON.stringify(found)}`);
  assert.ok((await total('zhaoyue', '/call-backs?mine=true')) >= 1, 'she has somebody to ring');
  assert.equal(await total('zhaoyue', '/hour-differences?open=true'), 2);
  for (const [who, open] of [
    ['sunlidong', 1],
    ['xuchunhua', 1],
    ['luoxiaochuan', 0],
  ] as const)
    assert.equal(await total(who, '/hour-differences?mine=true&open=true'), open, who);
  assert.equal(await total('zhaoyue', '/gatherings'), 2);
  const held = (await ask('zhaoyue', '/gatherings?when=past')).body['items'] as {
    guestCount: number;
    presentCount: number;
  }[];
  assert.equal(held.length, 3);
  assert.ok(held.every(({ guestCount, presentCount }) => presentCount > 0 && presentCount < guestCount));
  const appeals = (await ask('qianxiaoman', '/me/waiting')).body['items'] as { kind: string }[];
  assert.equal(appeals.filter(({ kind }) => kind === 'volunteering.order-appeal').length, 1);
});

test('told to end, loading begins nothing more and says that nothing is complete', async () => {
  const county = app.counties.byId(1) ?? assert.fail('no county');
  const teller = await openTeller(app, county, { signal: AbortSignal.abort() });
  await assert.rejects(
    teller.once('never', () => Promise.resolve(teller.id('step:places'))),
    { name: 'AbortError' },
  );
  assert.equal((await loadedIds('never')).size, 0);
  assert.equal(await teller.once('step:places', () => assert.fail('it is there')), teller.id('step:places'));
});

test('the county’s clock stands at one minute to seven until somebody acts', () => {
  const [county] = app.counties.all();
  assert.equal(app.counties.isHeld(county?.id ?? 0), true);
  assert.equal(app.counties.now(county?.id ?? 0).toISOString(), '2026-11-22T10:59:00.000Z');
});

test('the home page shows what the first five minutes need, in both languages', async () => {
  for (const [path, words] of [
    ['/', ['柳河下午涨水', '12路公交改走环城路', '修水管电灯']],
    ['/en/', ['Bus 12 takes the ring road']],
  ] as const) {
    const answer = await page(path);
    assert.equal(answer.statusCode, 200, path);
    assert.match(answer.body, /demonstration\/story/);
    for (const word of words) assert.ok(answer.body.includes(word), `${path}: ${word}`);
  }
});

test('12 towns, 240 villages, 40 services, 80 volunteers, 14 teams, 37 stations, 300 orders in all states', async () => {
  assert.equal(treeOf(app, 1).places.length, 1 + 12 + 240);
  assert.equal((await ask('zhaoyue', '/services')).body['total'], 40);
  assert.equal((await ask('zhaoyue', '/volunteers?limit=1')).body['total'], 80);
  assert.equal((await ask('zhaoyue', '/teams')).body['total'], 14);
  assert.equal((await ask('zhaoyue', '/stations')).body['total'], 37);
  const orders = (await ask('zhaoyue', '/orders?limit=1')).body as { total: number; counts: Record<string, number> };
  assert.equal(orders.total, deep ? 300 : ordersInOrder().first.length + 1);
  if (deep)
    for (const state of Object.keys(orderStates.transitions)) assert.ok((orders.counts[state] ?? 0) >= 1, state);
});

test('64 stories, each where it stands, and every signature holds', async () => {
  const ids = await loadedIds('story:');
  assert.equal(demonstrationStories.length, 64);
  for (const story of demonstrationStories) {
    const { body } = await ask('fangyuanshan', `/stories/${ids.get(`story:${story.key}:zh`) ?? ''}`);
    assert.equal(body['title'], story.zh.title);
    const stage = storyStage(story.key);
    assert.equal(
      stage === 'published' || stage === 'withdrawn' ? body['publicState'] : body['state'],
      stage.replace('-', '_'),
      story.key,
    );
  }
  for (const [key, id] of ids) {
    const { status, body } = await ask('yanqiubai', `/stories/${id}/verification`);
    assert.equal(status, 200, key);
    assert.equal(body['valid'], true, `${key}: ${JSON.stringify(body)}`);
  }
});

async function loadedIds(prefix: string): Promise<Map<string, string>> {
  const county = app.counties.byId(1) ?? assert.fail('no county');
  const rows = await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ key: string; id: string }>(
        'test.loaded',
        'select key, id from demonstration.loaded where county_id = $1 and starts_with(key, $2)',
        [tx.countyId, prefix],
      ),
    ),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

async function click(walk: string, act: string, from = '127.0.0.1'): Promise<{ status: number; cookie: string }> {
  const payload = new URLSearchParams({ key: randomUUID(), act }).toString();
  const headers = {
    host: 'localhost',
    origin: 'http://localhost',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const answer = await server.inject({
    method: 'POST',
    url: `/demonstration/${walk}`,
    headers,
    payload,
    remoteAddress: from,
  });
  return { status: answer.statusCode, cookie: String(answer.headers['set-cookie'] ?? '') };
}

test('an English reader of the walks meets no Chinese word but the way to the Chinese pages', async () => {
  for (const path of ['/en/demonstration/story', '/en/demonstration/order', '/en/']) {
    const words = (await page(path)).body
      .replaceAll(/<(a|span)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gsu, ' ')
      .replaceAll(/<[^>]*>/g, ' ');
    assert.deepEqual([...words.matchAll(/[\p{Script=Han}].{0,20}/gu)].map(String), [], path);
  }
});

test('nobody on another computer becomes somebody else with a click', async () => {
  assert.equal((await click('story', 'sign', '192.0.2.7')).status, 404);
  assert.equal((await click('people', 'fangyuanshan', '192.0.2.7')).status, 404);
  assert.doesNotMatch(
    (
      await server.inject({
        method: 'GET',
        url: '/demonstration/story',
        headers: { host: 'localhost' },
        remoteAddress: '192.0.2.7',
      })
    ).body,
    /<form[^>]*demonstration/,
  );
});

test('the story’s walk signs, shows the public page, and one character makes the signatures fall', async () => {
  assert.equal((await click('story', 'change')).status >= 400, true, 'nothing is published yet');
  const signed = await click('story', 'sign');
  assert.equal(signed.status, 303);
  assert.match(signed.cookie, /__Host-session=/);
  const shown = (await page('/demonstration/story')).body;
  assert.match(shown, /\d+毫秒/);
  assert.ok((await page('/')).body.includes('今晚20时起柳河下游水位上涨'));
  assert.equal(app.counties.isHeld(1), false, 'the first act lets the clock run');
  assert.equal((await click('story', 'change')).status, 303);
  assert.match((await page('/demonstration/story')).body, /3个签名就不是签在这段文字上的了/);
});

test('the order’s walk goes from the resident’s phone to the rating', async () => {
  assert.equal((await click('order', 'take')).status, 409, 'nobody accepts what was not offered');
  for (const act of ['dispatch', 'take', 'arrive', 'finish', 'confirm', 'rate'])
    assert.equal((await click('order', act)).status, 303, act);
  const done = (await page('/demonstration/order')).body;
  const status = /href="(\/orders\/[0-9A-Z]+)"/.exec(done)?.[1] ?? assert.fail('no link to the status page');
  assert.equal((await page(status)).statusCode, 200);
});

test('a reset brings back the first minute', async () => {
  await resetDemonstration(app, {
    ownerUrl: program.ownerUrl,
    say: (line) => said.push(line),
    signal: AbortSignal.abort(),
  });
  assert.equal(app.counties.isHeld(1), true);
  assert.equal(app.counties.now(1).toISOString(), '2026-11-22T10:59:00.000Z');
  assert.match((await page('/demonstration/story')).body, /换成方远山，签名/);
  assert.match((await page('/demonstration/order')).body, /派给孙立冬/);
});
