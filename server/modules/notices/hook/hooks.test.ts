import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GroupRobots, testWorld } from '#testing';
import type { Answer, TestWorld } from '#testing';
import { notify } from '../message/notify.ts';
import type { Notice } from '../message/notify.ts';
import { robotText } from './kinds/robot-text.ts';

type Kind = 'wecom' | 'dingtalk' | 'feishu' | 'program';
type Seen = { id: string; lastFailure: string | null; lastSentAt: string | null; waiting: number };

const kinds: readonly Kind[] = ['wecom', 'dingtalk', 'feishu', 'program'];
const signed: ReadonlySet<Kind> = new Set(['dingtalk', 'feishu']);

async function worldWithRobots() {
  const robots = await GroupRobots.start();
  const county = await testWorld({}, { innerHosts: [robots.host] });
  county.clock.set('2026-03-02T04:00:00Z');
  robots.now = () => county.clock.now();
  return {
    county,
    robots,
    async [Symbol.asyncDispose]() {
      await county[Symbol.asyncDispose]();
      await robots[Symbol.asyncDispose]();
    },
  };
}

const hookOf = (robots: GroupRobots, kind: Kind, some: object = {}) => ({
  kind,
  name: `值班群 ${kind}`,
  address: robots.address(kind),
  language: 'zh-CN',
  ...(signed.has(kind) ? { secret: robots.secret } : {}),
  ...some,
});

const tell = (county: TestWorld, personIds: readonly string[], some: Partial<Notice> = {}): Promise<number> =>
  county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      notify(tx, {
        kind: 'credential.slip',
        subjectId: 'x',
        href: '/console/x',
        dedupeKey: 'first',
        personIds,
        ...some,
      }),
    ),
  );

const itemsOf = (answer: Answer): Seen[] => answer.body['items'] as Seen[];
const textsOf = (robots: GroupRobots, robot: Kind): string[] =>
  robots.told.filter((one) => one.robot === robot).map(({ text }) => text);

test('a duty’s groups are told by WeCom, DingTalk, Feishu and a program, each in its own way, once, and nobody is named', async () => {
  await using world = await worldWithRobots();
  const { county, robots } = world;
  const administrator = county.as('administrator');
  const placeId = county.placeId('county');
  for (const kind of kinds) {
    const added = await administrator.post('/notice-hooks', { ...hookOf(robots, kind), placeId, duties: ['desk'] });
    assert.equal(added.status, 201, added.text);
    if (kind === 'program') robots.programSecret = String(added.body['secret']);
    else assert.equal(added.body['secret'], null);
  }
  // One of another duty, and one of a town below where it happens: neither is told.
  const others = [
    { placeId, duties: ['orders'] },
    { placeId: county.placeId('town-1'), duties: ['desk'] },
  ];
  for (const other of others) await administrator.post('/notice-hooks', { ...hookOf(robots, 'wecom'), ...other });
  const duty = { name: 'desk', placeId } as const;
  assert.equal(await tell(county, [await county.personId('editor')], { duty }), 1);
  await tell(county, [await county.personId('proofreader')], { duty });
  await county.tick('notices.posts');
  await county.tick('notices.posts');
  for (const kind of kinds) {
    const [text, ...more] = textsOf(robots, kind);
    assert.deepEqual(more, [], kind);
    assert.match(text ?? '', /http:\/\/one\.test\/console\/x/);
    assert.doesNotMatch(text ?? '', /editor|proofreader|139|example\.test/);
  }
  assert.match(textsOf(robots, 'wecom')[0] ?? '', /^【甲县】/);
  const seen = await administrator.get('/notice-hooks');
  assert.equal(itemsOf(seen).filter(({ lastSentAt }) => lastSentAt !== null).length, 4, seen.text);
  assert.doesNotMatch(
    seen.text,
    /SEC|whsec|693a91f6|566cc69da782ec|b6f0b1c2/,
    'neither addresses nor secrets are shown',
  );
  const stored = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named('testing.hooks', 'select * from notices.hooks where county_id = $1', [tx.countyId]),
    ),
  );
  assert.doesNotMatch(JSON.stringify(stored), /693a91f6|SECthe|whsec/);
  assert.equal((await county.as('editor').get('/notice-hooks')).status, 403);
});

test('a group is told in a further language where its hook says so', async () => {
  await using world = await worldWithRobots();
  const { county, robots } = world;
  const place = { placeId: county.placeId('county'), duties: ['desk'] };
  const add = (language: string) =>
    county.as('administrator').post('/notice-hooks', { ...hookOf(robots, 'wecom', { language }), ...place });
  assert.equal((await add('xx-YY')).status, 400, 'nobody speaks it here');
  assert.equal((await add('en-XA')).status, 201);
  await tell(county, [], { duty: { name: 'desk', placeId: null } });
  await county.tick('notices.posts');
  assert.match(textsOf(robots, 'wecom')[0] ?? '', /⟦[^⟦⟧]+⟧/);
});

test('a robot that is tired is asked again later; one that is gone is not, stands among the failed, and can be sent to once more', async () => {
  await using world = await worldWithRobots();
  const { county, robots } = world;
  const administrator = county.as('administrator');
  const whole = { placeId: county.placeId('county'), duties: ['desk'] };
  for (const kind of kinds) {
    const added = await administrator.post('/notice-hooks', { ...hookOf(robots, kind), ...whole });
    if (kind === 'program') robots.programSecret = String(added.body['secret']);
  }
  const failures = async (): Promise<string[]> =>
    itemsOf(await administrator.get('/notice-hooks'))
      .map(({ lastFailure }) => lastFailure ?? 'none')
      .toSorted();
  robots.areTired = true;
  await tell(county, [], { duty: { name: 'desk', placeId: null } });
  await county.tick('notices.posts');
  assert.deepEqual(await failures(), ['dingtalk-130101', 'feishu-11232', 'program-429', 'wecom-45009']);
  assert.equal((await administrator.get('/failed-notices')).body['total'], 0, 'nothing is given up');
  robots.areTired = false;
  county.clock.advance({ minutes: 3 });
  await county.tick('notices.posts');
  assert.deepEqual(await failures(), ['none', 'none', 'none', 'none']);
  assert.equal(robots.told.length, 4);

  robots.areGone = true;
  await tell(county, [], { duty: { name: 'desk', placeId: null }, dedupeKey: 'second' });
  county.clock.advance({ minutes: 1 });
  await county.tick('notices.posts');
  assert.deepEqual(await failures(), ['dingtalk-300005', 'feishu-19001', 'program-410', 'wecom-93000']);
  const failed = await administrator.get('/failed-notices?channel=webhook');
  assert.equal(failed.body['total'], 4, failed.text);
  robots.areGone = false;
  for (const { id } of itemsOf(failed))
    assert.equal((await administrator.post(`/failed-notices/${id}/retries`)).status, 201);
  county.clock.advance({ minutes: 1 });
  await county.tick('notices.posts');
  assert.equal(robots.told.length, 8);

  // A keyword that the robot wants, and a secret that is not its own.
  robots.keyword = '值班';
  const wrong = hookOf(robots, 'feishu', { secret: 'another', name: 'wrong' });
  await administrator.post('/notice-hooks', { ...wrong, ...whole });
  await tell(county, [], { duty: { name: 'desk', placeId: null }, dedupeKey: 'third' });
  county.clock.advance({ minutes: 1 });
  await county.tick('notices.posts');
  assert.deepEqual(
    (await failures()).filter((one) => one !== 'none'),
    ['dingtalk-310000', 'feishu-19021'],
  );
});

test('one’s own group is told what oneself is told, outside quiet hours, up to five notices at once, and goes with a word', async () => {
  await using world = await worldWithRobots();
  const { county, robots } = world;
  const editor = county.as('editor');
  const id = await county.personId('editor');
  const made = await editor.post('/me/notice-hooks', hookOf(robots, 'wecom'));
  assert.equal(made.status, 201, made.text);
  const hook = itemsOf(await editor.get('/me/notice-hooks'))[0]?.id ?? '';
  await tell(county, [await county.personId('proofreader')]);
  await tell(county, [id], { dedupeKey: 'invitation', secretLink: '/console/invitation#secret' });
  await county.tick('notices.posts');
  assert.equal(robots.told.length, 0, 'neither what others are told, nor what only a letter may carry');

  await editor.put('/notice-preferences', { email: false, quietFrom: 22 * 60, quietUntil: 7 * 60 });
  // 23:30 in the county.
  county.clock.set('2026-03-02T15:30:00Z');
  for (let n = 0; n < 7; n += 1) await tell(county, [id], { dedupeKey: `night ${n}` });
  await county.tick('notices.posts');
  assert.equal(robots.told.length, 0, 'it is quiet');
  county.clock.set('2026-03-02T23:00:00Z');
  await county.tick('notices.posts');
  await county.tick('notices.posts');
  assert.equal(robots.told.length, 1, 'a message a while: robots take twenty a minute');
  assert.match(textsOf(robots, 'wecom')[0] ?? '', /1\. .*\n.*\n2\. .*5\. /s);
  county.clock.advance({ minutes: 1 });
  await county.tick('notices.posts');
  assert.equal(robots.told.length, 2);

  assert.equal((await county.as('proofreader').post(`/me/notice-hooks/${hook}/tests`, {})).status, 404);
  county.clock.advance({ minutes: 1 });
  const tested = await editor.post(`/me/notice-hooks/${hook}/tests`, {});
  assert.equal(tested.body['waiting'], 1);
  await county.tick('notices.posts');
  assert.match(textsOf(robots, 'wecom')[2] ?? '', /测试消息/);
  assert.equal((await county.as('proofreader').delete(`/me/notice-hooks/${hook}`)).status, 404);
  assert.equal((await county.as('administrator').delete(`/notice-hooks/${hook}`)).status, 404, 'it is nobody else’s');
  await tell(county, [id], { dedupeKey: 'last' });
  assert.equal((await editor.delete(`/me/notice-hooks/${hook}`)).status, 204);
  county.clock.advance({ minutes: 1 });
  await county.tick('notices.posts');
  assert.equal(robots.told.length, 3);
  for (let n = 0; n < 5; n += 1) await editor.post('/me/notice-hooks', hookOf(robots, 'wecom'));
  assert.equal((await editor.post('/me/notice-hooks', hookOf(robots, 'wecom'))).status, 422);
});

test('A24: an address that is not the robot’s, not encrypted or inside the house is not called', async () => {
  await using world = await worldWithRobots();
  const { county, robots } = world;
  const editor = county.as('editor');
  const codes = async (some: object): Promise<unknown> => {
    const answer = await editor.post('/me/notice-hooks', { ...hookOf(robots, 'wecom'), ...some });
    return answer.status === 400 ? (answer.body['fields'] as { code: string }[])[0]?.code : answer.status;
  };
  assert.equal(await codes({ address: 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a' }), 'not_encrypted');
  assert.equal(
    await codes({ address: 'https://user:secret@screen.example/cgi-bin/webhook/send?key=a' }),
    'not_encrypted',
  );
  assert.equal(await codes({ address: 'https://qyapi.weixin.qq.com/cgi-bin/message/send?key=a' }), 'other_address');
  assert.equal(await codes({ kind: 'dingtalk', address: robots.address('dingtalk') }), 'required');
  assert.equal(await codes({ kind: 'program', address: 'https://127.0.0.1/notices' }), 201);
  await tell(county, [await county.personId('editor')]);
  await county.tick('notices.posts');
  const [inner] = itemsOf(await editor.get('/me/notice-hooks'));
  assert.equal(inner?.lastFailure, 'inner-address');
  assert.equal((await county.as('administrator').get('/failed-notices')).body['total'], 1, 'it is never tried again');
});

test('what a robot takes at most is kept to: words are cut, links are whole', () => {
  const said = Array.from({ length: 5 }, (_, at) => ({
    id: String(at),
    kind: 'x',
    text: '稿'.repeat(500),
    link: `https://county.example/console/stories/${at}`,
  }));
  const text = robotText({ sender: '甲县', said }, 2048);
  assert.ok(Buffer.byteLength(text) <= 2048);
  for (const { link } of said) assert.ok(text.includes(`…\n${link}`), text);
});
