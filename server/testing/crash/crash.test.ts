import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import type { Receiver as TestReceiver } from '#channels/testing';
import type { TestWorld } from '../world.ts';
import { assertSound, effectsOf, settle } from './after-crash.ts';
import { Program } from './program.ts';
import type { Act, Ground } from './act.ts';
import { prepare, scenarios } from './scenarios.ts';
import type { ActName, Scenario } from './scenarios.ts';
import { later } from './story-acts.ts';

// A PostgreSQL of our own, unless one is given: this test kills it, and others must not notice. Whatever reads this setting is imported after it.
const directory = mkdtempSync(join(tmpdir(), 'xy-crash-'));
process.env['XIANGYIN_TEST_VAR'] = join(directory, 'postgres');
const isGiven = Boolean(process.env['DATABASE_URL']);
const { ownerClient, testStart, testWorld } = await import('../index.ts');
const { testServer } = await import('../server.ts');
const { givenDatabase, ownDatabase } = await import('./killable-database.ts');
const { addTestService, addTestVolunteer } = await import('#volunteering/testing');
const { Receiver } = await import('#channels/testing');

const deep = process.env['XIANGYIN_DEEP'] === '1';
const seed = Number(process.env['XIANGYIN_SEED'] || 1);
const database = isGiven ? givenDatabase(() => county.database) : ownDatabase(join(directory, 'postgres'));
let county: TestWorld;
let owner: pg.Client;
let ground: Ground;
let base = Date.now();
let receiver: TestReceiver;
/** Takes feeds, and what goes to a follower in the fediverse. */
let reader: TestReceiver;

before(async () => {
  // `testWorld` joins it; a given one runs already.
  if (!isGiven) await database.revive();
  [receiver, reader] = await Promise.all([Receiver.start(), Receiver.start()]);
  county = await testWorld();
  county.app.pool.on('error', () => undefined);
  owner = await openOwner();
  const section = await county
    .as('chief-editor')
    .post('/sections', { slug: 'life', name: { 'zh-CN': '民生', en: 'Life' }, position: 1 });
  const place = county.placeId('village-1-1');
  const [service, volunteer] = await county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) => [(await addTestService(tx, 'taps')).id, await addTestVolunteer(tx, 'volunteer', place)] as const,
    ),
  );
  await addChannel('省平台', { kind: 'webhook', address: receiver.address });
  await letFollow(await addChannel('清溪', { kind: 'activitypub', handle: 'qingxi', title: '', summary: '' }));
  const newsletter = await addChannel('邮报', {
    kind: 'newsletter',
    lead: '',
    from: null,
    returnTo: null,
    signs: false,
    digestHour: 23,
    digestWeekday: 1,
  });
  await owner.query(
    `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, state, token, asked_at, confirmed_at) values (1, gen_random_uuid(), $1, 'reader@mail.test', 'zh-CN', 'instant', 'active', 'the-reader', now(), now())`,
    [newsletter],
  );
  ground = { section: String(section.body['id']), service, place, volunteer };
  base = Date.now();
});

after(async () => {
  // A failed test may have left the database killed.
  await startPostgres();
  await owner.end();
  await county[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
  await reader[Symbol.asyncDispose]();
  await (await testServer()).stop();
  await rm(directory, { recursive: true, force: true });
});

async function addChannel(name: string, settings: Record<string, unknown>): Promise<string> {
  const added = await county.as('administrator').post('/channels', {
    name,
    placeId: county.placeId('county'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings,
  });
  assert.equal(added.status, 201, added.text);
  return String(Object(added.body['channel'])['id']);
}

/** Somebody who follows the account, and somebody who follows the feed; how they came to it is tested elsewhere. */
async function letFollow(channelId: string): Promise<void> {
  await owner.query(
    `insert into channels.activitypub_followers (county_id, id, channel_id, actor_hash, follow_hash, inbox, server, at) values (1, gen_random_uuid(), $1, 'a', 'f', $2, $3, now())`,
    [channelId, reader.address, new URL(reader.address).host],
  );
  await owner.query(
    `insert into portal.hub_subscriptions (county_id, id, subject, topic, callback, callback_host, keys, lease_until, hash_sent, made_at)
     values (1, gen_random_uuid(), 's', 'http://one.test/feeds/feed.json', $1, $2, '{stories}', 'infinity', '', now())`,
    [reader.address, new URL(reader.address).host],
  );
}

async function openOwner(): Promise<pg.Client> {
  const client = await ownerClient(county.database);
  client.on('error', () => undefined);
  return client;
}

// A share that changes with the seed; all when deep.
const share = (offset: number, count: number): readonly Scenario[] =>
  deep
    ? scenarios
    : Array.from({ length: count }, (_, index) => scenarios[(seed * 7 + offset + index * 6) % scenarios.length]).filter(
        (one) => one !== undefined,
      );

for (const scenario of share(0, 1))
  test(
    `the program is killed at ${scenario.failpoint}: nothing acknowledged is lost, nothing doubled`,
    { timeout: 20 * 60_000 },
    () => killProgram(scenario),
  );
test(
  'a reaction that was running when the program was killed is done at the next start, not when its time is up',
  { timeout: 20 * 60_000 },
  () => killProgram({ failpoint: 'before-reaction-newsroom.tell-published', act: 'publish' }, 240),
);
for (const scenario of share(2, 1))
  test(
    `${isGiven ? 'the connections to PostgreSQL are' : 'PostgreSQL is'} killed at ${scenario.failpoint}: nothing acknowledged is lost, nothing doubled`,
    { timeout: 20 * 60_000 },
    () => killPostgres(scenario),
  );

async function killProgram({ failpoint, act: name }: Scenario, settledWithinSeconds = 600): Promise<void> {
  const act = await prepareNow(name);
  let acknowledged = false;
  {
    await using program = await Program.start(county, { start: testStart, base }, `${failpoint}:kill`);
    const heard = await program.post(act.path, act.body, act);
    acknowledged = heard.status >= 200 && heard.status < 300;
    assert.ok(acknowledged || heard.status === 0, `${heard.status} ${heard.text}`);
    await program.untilHit(failpoint);
    await program.exited;
  }
  await assertStanding(act, acknowledged);
  // Six minutes later, when mail that was claimed and never marked is taken up again.
  base -= 6 * 60_000;
  await using program = await Program.start(county, { start: testStart, base });
  await finish(program, act, settledWithinSeconds);
}

async function killPostgres({ failpoint, act: name }: Scenario): Promise<void> {
  // Harmless where it lives; a test that failed before may have left it dead.
  await startPostgres();
  const act = await prepareNow(name);
  let acknowledged = false;
  {
    await using program = await Program.start(county, { start: testStart, base }, `${failpoint}:pause=1500`);
    const asking = program.post(act.path, act.body, act);
    await Promise.race([
      program.untilHit(failpoint),
      asking.then((heard) => assert.ok(heard.status < 400, heard.text)).then(() => program.untilHit(failpoint)),
    ]);
    await database.kill();
    const heard = await asking;
    acknowledged = heard.status >= 200 && heard.status < 300;
    assert.ok(acknowledged || heard.status === 0 || heard.status === 503, `${heard.status} ${heard.text}`);
    if (heard.status === 503) assert.ok(heard.headers['retry-after'], 'says when to try again');
    // A connection may outlive its postmaster by a moment and still commit; what it answers then counts as acknowledged too.
    const during = await program.post(act.path, act.body, act);
    acknowledged ||= during.status >= 200 && during.status < 300;
    assert.ok(
      acknowledged || during.status === 503,
      `while the database is away, nothing is promised: ${during.status} ${during.text}`,
    );
    await startPostgres();
    await assertStanding(act, acknowledged);
    await finishOnRevived(program, act);
  }
  base -= 6 * 60_000;
  await using again = await Program.start(county, { start: testStart, base });
  await finish(again, act);
}

// The parent acts at the program's time, or sessions opened here would look hours old there.
function prepareNow(name: ActName): Promise<Act> {
  // The next visit of the same volunteer does not touch the last one, and few fall on one day.
  if (name === 'arrive' || name === 'confirm') base -= 6 * 3_600_000;
  county.clock.set(new Date(Date.parse(testStart) + Date.now() - base));
  return prepare(county, ground, name);
}

/** What stands right after the crash: all of it when it was acknowledged, never more than once. */
async function assertStanding(act: Act, acknowledged: boolean): Promise<void> {
  const standing = await effectsOf(owner, act);
  for (const [what, count] of Object.entries(standing)) {
    assert.ok(count <= 1, `${what} stands ${count} times`);
    if (acknowledged && !later.includes(what)) assert.equal(count, 1, `${what} was acknowledged`);
  }
}

/** The same program, its database back, answers the same request. */
async function finishOnRevived(program: Program, act: Act): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const heard = await program.post(act.path, act.body, act);
    if (heard.status >= 200 && heard.status < 300) return;
    assert.ok(
      attempt < 400 && (heard.status === 503 || heard.status === 0),
      `${heard.status} ${heard.text}\n${program.fate}\n${program.said}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Asks again with the same key, lets everything come to rest, and counts. */
async function finish(program: Program, act: Act, settledWithinSeconds = 600): Promise<void> {
  const heard = await program.post(act.path, act.body, act);
  assert.ok(heard.status >= 200 && heard.status < 300, `${heard.status} ${heard.text}`);
  const again = await program.post(act.path, act.body, act);
  assert.equal(again.text, heard.text, 'the same request gets the same bytes');
  await settle(owner, settledWithinSeconds);
  assert.deepEqual(await effectsOf(owner, act), Object.fromEntries(act.effects.map(({ what }) => [what, 1])));
  await assertSound(county, owner);
  // Whoever keeps to the standard takes an id once: what was sent again came under the same.
  const taken = receiver.received
    .filter((one) => !one.isRepeated)
    .map((one) => `${one.type} ${String(one.data['uri'])}`);
  assert.equal(new Set(taken).size, taken.length, 'no copy twice at the receiver');
}

async function startPostgres(): Promise<void> {
  await owner.end().catch(() => undefined);
  await database.revive();
  owner = await openOwner();
}
