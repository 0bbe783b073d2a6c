import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { setDuty } from '#access/testing';
import { callbackKeys } from '#channels/testing';
import { ownerClient, testStart, testWorld } from '../index.ts';
import type { TestWorld } from '../world.ts';
import { assertSound, effectsOf, settle } from './after-crash.ts';
import { FanOutPeers } from './fan-out-peers.ts';
import { killPoints } from './kill-points.ts';
import type { KillPoint } from './kill-points.ts';
import { Program } from './program.ts';
import { prepare } from './scenarios.ts';
import { later } from './story-acts.ts';
import type { Act, Ground } from './act.ts';

const deep = process.env['XIANGYIN_DEEP'] === '1';
const seed = Number(process.env['XIANGYIN_SEED'] || 1);
const points = killPoints(seed, deep ? 50 : 1);
const readers = ['one@mail.test', 'two@mail.test', 'three@mail.test'];

let county: TestWorld;
let owner: pg.Client;
let peers: FanOutPeers;
let ground: Ground;
let base = Date.now();
/** The program's time. */
const now = (): number => Date.parse(testStart) + Date.now() - base;

before(async () => {
  peers = await FanOutPeers.start(now);
  const settings = { innerHosts: ['127.0.0.1'], smtpUrl: peers.mail.url, wechatAddress: peers.wechat.address };
  county = await testWorld({}, settings);
  owner = await ownerClient(county.database);
  const section = await asked('chief-editor', '/sections', {
    slug: 'life',
    name: { 'zh-CN': '民生', en: 'Life' },
    position: 1,
  });
  ground = { section: String(section['id']), service: '', place: county.placeId('village-1-1'), volunteer: '' };
  await openChannels();
  base = Date.now();
});
after(async () => {
  await owner.end();
  await county[Symbol.asyncDispose]();
  await peers[Symbol.asyncDispose]();
});

test(
  `the program is killed at ${points.length} points drawn by chance while copies leave: nothing acknowledged is lost, and whoever knows a copy by its key has it once`,
  { timeout: points.length * 3 * 60_000 + 10 * 60_000 },
  async () => {
    const acts: Act[] = [];
    const withdrawn = new Set<Act>();
    let unanswered: Act[] = [];
    for (const [at, point] of points.entries()) {
      const act = await prepareNow();
      const earlier = at % 6 === 1 ? acts.find((one) => !unanswered.includes(one) && !withdrawn.has(one)) : undefined;
      if (earlier) await withdraw(earlier);
      if (earlier) withdrawn.add(earlier);
      acts.push(act);
      unanswered = await runUntilKilled(point, [...unanswered, act]);
      // Sooner and later than a claim runs out.
      base -= [0, 90_000, 6 * 60_000][at % 3] ?? 0;
    }
    await comeToRest(unanswered);
    await assertSound(county, owner);
    for (const act of acts) await assertArrivedOnce(act, withdrawn.has(act));
  },
);

/** A run of the program that asks for what is open, and ends at the point. Answers what nobody acknowledged. */
async function runUntilKilled(point: KillPoint, open: readonly Act[]): Promise<Act[]> {
  const program = await start(point.failpoint).catch(() => undefined);
  // It was killed before it answered anybody.
  if (!program) return [...open];
  await using running = program;
  const timer = setTimeout(() => void running.kill(), point.afterMilliseconds);
  const unanswered = await askFor(running, open);
  await running.exited;
  clearTimeout(timer);
  peers.port = 0;
  return unanswered;
}

async function askFor(program: Program, open: readonly Act[]): Promise<Act[]> {
  const unanswered: Act[] = [];
  // The hours between runs end a session and a duty.
  county.clock.set(new Date(now()));
  await county.inCounty((ctx) => ctx.transaction((tx) => setDuty(tx, 'chief-editor')));
  const cookie = await county.as('chief-editor').cookie();
  for (const act of open) {
    const { status, text } = await program.post(act.path, act.body, { key: act.key, cookie });
    assert.ok(status === 0 || (status >= 200 && status < 300), `${status} ${text}`);
    if (status === 0) unanswered.push(act);
  }
  return unanswered;
}

async function start(failpoint = ''): Promise<Program> {
  const program = await Program.start(county, { start: testStart, base }, failpoint);
  peers.port = program.port;
  return program;
}

/** Runs of the program that nobody kills, each later than the longest wait there is, until nothing waits. */
async function comeToRest(open: readonly Act[]): Promise<void> {
  let unanswered = [...open];
  for (let runs = 1; ; runs += 1) {
    base -= 3_600_000;
    await using program = await start();
    unanswered = await askFor(program, unanswered);
    try {
      await settle(owner);
      await settleLooks(60);
      return assert.deepEqual(unanswered, []);
    } catch (error) {
      if (runs === 4) throw error;
    }
  }
}

/** Waits until every channel has said what became of what it took over. */
async function settleLooks(seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const { rows } = await owner.query(
      "select channel from channels.copies where state = 'accepted' and look_at is not null",
    );
    if (rows.length === 0) return;
    if (Date.now() > end) throw new Error(`still unknown: ${JSON.stringify(rows)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** One effect at home, one copy with each receiver; what came twice came under the same key. */
async function assertArrivedOnce(act: Act, isWithdrawn: boolean): Promise<void> {
  const [, , storyId = ''] = act.path.split('/');
  const atHome = {
    ...act,
    effects: act.effects.filter(({ what }) => !later.includes(what) && !what.startsWith('copy')),
  };
  assert.deepEqual(await effectsOf(owner, atHome), Object.fromEntries(atHome.effects.map(({ what }) => [what, 1])));
  // The program stands under an address that is nobody's here, so what is read back there does not answer.
  const copies = await owner.query<{ channel: string; state: string; problem: string | null }>(
    "select channel, state, nullif(problem, 'no-answer') as problem from channels.copies where story_id = $1 order by channel",
    [storyId],
  );
  const slug = String((await county.as('editor').get(`/stories/${storyId}`)).body['slug']);
  const state = isWithdrawn ? 'withdrawn' : 'published';
  assert.deepEqual(
    copies.rows.map((row) => [row.channel, row.state, row.problem]),
    ['activitypub', 'newsletter', 'site', 'webhook', 'wechat'].map((channel) => [
      channel,
      channel === 'webhook' && !isWithdrawn ? 'accepted' : state,
      null,
    ]),
    `the ledger of ${slug}`,
  );
  assertAtReceiver(slug, isWithdrawn);
  assertInMailboxes(slug, isWithdrawn);
  assertAtFollower(slug, isWithdrawn);
  const standing = peers.wechat.standing().filter((one) => one.content_source_url.includes(slug));
  assert.equal(standing.length, isWithdrawn ? 0 : 1, `articles of ${slug} at the platform`);
}

// A receiver that keeps to the standard takes an id once.
function assertAtReceiver(slug: string, isWithdrawn: boolean): void {
  const calls = peers.receiver.received.filter((one) => String(one.data['uri']).includes(slug));
  const first = calls.filter((one) => !one.isRepeated).map(({ type }) => type);
  if (!isWithdrawn) return assert.deepEqual(first, ['story.published'], `calls about ${slug}`);
  assert.ok(first.length === 0 || first.join() === 'story.published,story.withdrawn', `${slug}: ${first.join()}`);
}

// A mail server knows nothing again: what was sent twice has the same Message-ID, by which mail programs show it once.
function assertInMailboxes(slug: string, isWithdrawn: boolean): void {
  for (const reader of readers) {
    const mails = peers.mail.to(reader).map(({ mail }) => mail);
    const about = mails.filter((mail) => !mail.inReplyTo && mail.text?.includes(slug));
    const ids = new Set(about.map(({ messageId }) => messageId));
    const followers = mails.filter((mail) => mail.inReplyTo && ids.has(mail.inReplyTo));
    assert.ok(isWithdrawn ? ids.size <= 1 : ids.size === 1, `${ids.size} letters about ${slug} to ${reader}`);
    assert.equal(
      new Set(followers.map(({ messageId }) => messageId)).size,
      isWithdrawn ? ids.size : 0,
      'it was taken back',
    );
    assert.equal(new Set(about.map(({ subject, text }) => `${subject}${text}`)).size, ids.size, 'the same again');
  }
}

// Servers of the fediverse take an act once by its id.
function assertAtFollower(slug: string, isWithdrawn: boolean): void {
  const made = peers.acts.filter((one) => one.type === 'Create' && one.text.includes(slug));
  const objects = new Set(made.map(({ object }) => object.id));
  const ended = peers.acts.filter((one) => one.type === 'Delete' && objects.has(one.object.id));
  const count = (acts: readonly { id: string }[]): number => new Set(acts.map(({ id }) => id)).size;
  assert.ok(isWithdrawn ? count(made) <= 1 : count(made) === 1, `${count(made)} acts made ${slug}`);
  assert.equal(count(ended), isWithdrawn ? count(made) : 0, `acts that end ${slug}`);
}

// Whoever acts in this process does so at the program's time.
function prepareNow(): Promise<Act> {
  county.clock.set(new Date(now()));
  return prepare(county, ground, 'publish');
}

async function withdraw(act: Act): Promise<void> {
  await county.inCounty((ctx) => ctx.transaction((tx) => setDuty(tx, 'chief-editor')));
  await asked('chief-editor', act.path.replace('/signatures', '/withdrawals'), { reason: '核实' });
}

async function asked(
  name: 'administrator' | 'chief-editor',
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const answer = await county.as(name).post(path, body);
  assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

async function openChannels(): Promise<void> {
  const { receiver, wechat, inbox } = peers;
  const webhook = await openChannel('省平台', { kind: 'webhook', address: receiver.address });
  receiver.secrets.push(webhook.secret);
  const { id } = await openChannel('清溪', { kind: 'activitypub', handle: 'qingxi', title: '', summary: '' });
  await owner.query(
    `insert into channels.activitypub_followers (county_id, id, channel_id, actor_hash, follow_hash, inbox, server, at) values (1, gen_random_uuid(), $1, 'a', 'f', $2, $3, now())`,
    [id, inbox, new URL(inbox).host],
  );
  const schedule = { digestHour: 23, digestWeekday: 1 };
  const newsletter = await openChannel('邮报', {
    kind: 'newsletter',
    lead: '',
    from: null,
    returnTo: null,
    signs: false,
    ...schedule,
  });
  for (const email of readers)
    await owner.query(
      `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, state, token, asked_at, confirmed_at) values (1, gen_random_uuid(), $1, $2, 'zh-CN', 'instant', 'active', $2, now(), now())`,
      [newsletter.id, email],
    );
  const account = { kind: 'wechat', way: 'program', appId: wechat.account.appId, correct: 'replace' };
  const wechatChannel = await openChannel('云溪发布', account, [{ part: 'appSecret', value: wechat.account.secret }]);
  const url = `http://one.test/api/v1/channels/${wechatChannel.id}/wechat-callbacks`;
  wechat.callback = { url, ...callbackKeys(wechat.account.secret, wechatChannel.id) };
}

async function openChannel(
  name: string,
  settings: Record<string, unknown>,
  secret?: unknown,
): Promise<{ id: string; secret: string }> {
  const common = { sectionIds: null, language: null, isOn: true, pauseSeconds: 0, dailyLimit: null, keeperId: null };
  const placeId = county.placeId('county');
  const added = await asked('administrator', '/channels', {
    name,
    placeId,
    ...common,
    settings,
    ...(secret ? { secret } : {}),
  });
  return { id: String(Object(added['channel'])['id']), secret: (added['secret'] as string | undefined) ?? '' };
}
