import assert from 'node:assert/strict';
import { copyFile, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { buildServer } from '#platform/http/server';
import type { App } from '#platform/app';
import { countiesSignedElsewhere, countyKeys } from '#platform/key-rotation';
import type { Command } from '#platform/manifest';
import { readSettings } from '#platform/settings';
import { inCounty } from '#platform/transaction';
import { portalOptions } from '#portal';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { fillCounty } from '../../../testing/busy-county.ts';
import { emptyProgram } from '../../../testing/empty-database.ts';
import type { EmptyProgram } from '../../../testing/empty-database.ts';
import { testServer } from '../../../testing/server.ts';
import { mustBeFit } from '../../../must-be-fit.ts';
import { auditVerify } from '../audit/audit-verify-command.ts';
import { lookAtBackups } from '../doctor/look-at-backups.ts';
import { ArchiveProblem, memberNames } from './archive.ts';
import { backup } from './backup-command.ts';
import { checkArchive, membersOf } from './read-archive.ts';
import { restore } from './restore-command.ts';
import { ArchiveWriter } from './write-archive.ts';

const passphrase = '槐树下的长凳 twelve';

let county: TestWorld;
let ownerUrl: string;
let folder: string;
/** The archive of a county at work. */
let path: string;
/** What stood in the source when nobody wrote any more, before the backup. */
let acknowledged: string[];
let things: Readonly<Record<string, string>>;
let order: unknown;
/** An empty installation: what is refused leaves it so. */
let target: EmptyProgram;

/** Runs a command as the terminal would; what it said, and its exit code. */
async function command(
  one: Command,
  app: App,
  owner: string,
  {
    args = [],
    flags = {},
    typed = passphrase,
  }: { args?: string[]; flags?: Record<string, string | true>; typed?: string } = {},
): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await one.run({
    app,
    ownerUrl: owner,
    args,
    flags,
    say: (line) => void said.push(line),
    secret: async () => typed,
    inCounty: (work) => {
      const [first] = app.counties.all();
      if (!first) throw new Error('no county');
      return inCounty(app, first, work);
    },
  });
  return { code, said: said.join('\n') };
}

const addPerson = async (name: string): Promise<string> => {
  const made = await county.as('administrator').post('/people', { name });
  assert.equal(made.status, 201, made.text);
  return String(made.body['id']);
};

before(async () => {
  county = await testWorld();
  ownerUrl = (await testServer()).ownerUrl(county.database);
  target = await emptyProgram();
  folder = join(county.app.settings.varDirectory, 'backups');
  things = await fillCounty(county);
  await county.deliver();
  await county.tick('platform.seal');
  await county.tick('platform.sign-heads');
  acknowledged = [await addPerson('先记下的人')];
  order = (await county.as('coordinator').get(`/orders/${things['order-dispatched']}`)).body;
});
after(async () => {
  await county[Symbol.asyncDispose]();
  await target[Symbol.asyncDispose]();
});

test('a county at work is backed up as it was at one moment, its keys encrypted; a second backup at once is told so', async () => {
  let done = false;
  const writing = (async () => {
    const made: string[] = [];
    while (!done) made.push(await addPerson('正在记的人'));
    return made;
  })();
  const both = await Promise.allSettled([command(backup, county.app, ownerUrl), command(backup, county.app, ownerUrl)]);
  done = true;
  const meanwhile = await writing;
  const refused = both.find((one) => one.status === 'rejected');
  const made = both.find((one) => one.status === 'fulfilled');
  assert.match(String(refused?.reason), /Another backup or restore is running/);
  assert.equal(made?.value.code, 0);
  const names = (await readdir(folder)).filter((name) => name.startsWith('xiangyin-'));
  assert.deepEqual(
    names.map((name) => /^xiangyin-one-\d{8}T\d{6}Z\.tar$/.test(name)),
    [true],
  );
  path = join(folder, String(names[0]));
  assert.equal((await stat(path)).mode & 0o077, 0);
  const bytes = await readFile(path);
  assert.ok(!bytes.includes('PRIVATE KEY') && !bytes.includes(passphrase));
  assert.ok(meanwhile.length > 0);
  await assert.rejects(stopped(), /The backup was stopped; no half of one is left/);
  // Without a passphrase nothing is made, rather than keys in plain words.
  await assert.rejects(command(backup, county.app, ownerUrl, { typed: '' }), /encrypted or not at all/);
  await assert.rejects(command(backup, county.app, ownerUrl, { typed: 'short' }), /at least 12/);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('xiangyin-')),
    names,
  );
});

test('an archive that is cut off, altered by one byte, newer, or none at all is refused in its own words before anything is touched', async () => {
  const copy = join(folder, 'copy.tar');
  const fault = async (spoil: (file: string) => Promise<void>): Promise<string> => {
    await copyFile(path, copy);
    await spoil(copy);
    const error: unknown = await command(restore, target.app, target.ownerUrl, { args: [copy] }).catch(
      (one: unknown) => one,
    );
    assert.ok(error instanceof ArchiveProblem, String(error));
    return error.fault;
  };
  const { size } = await stat(path);
  for (const at of [0, 600, Math.floor(size / 2), size - 2_048 - 3, size - 1_500, size - 1])
    assert.equal(await fault((file) => flip(file, at)), at === 0 ? 'not-an-archive' : 'altered', `byte ${at}`);
  for (const length of [size - 1, size - 512, Math.floor(size / 1_024) * 512, 2_048])
    assert.equal(await fault((file) => truncate(file, length)), 'cut-off', `${length} bytes`);
  assert.equal(await fault((file) => writeFile(file, 'PGDMP')), 'not-an-archive');
  assert.equal(await fault((file) => rewrite(file, (head) => ({ ...head, format: 99 }))), 'newer');
  const later = { name: '9999-later.sql', hash: '0'.repeat(64) };
  assert.equal(
    await fault((file) =>
      rewrite(file, (head) => ({ ...head, migrations: [...(head['migrations'] as object[]), later] })),
    ),
    'newer',
  );
  await assert.rejects(
    command(restore, target.app, target.ownerUrl, { args: [path], typed: 'another passphrase' }),
    /passphrase is wrong/,
  );
  await target.app.counties.reload();
  assert.deepEqual(target.app.counties.all(), []);
  await assert.rejects(
    command(restore, county.app, ownerUrl, { args: [path] }),
    /not empty \(one\); nothing was touched/,
  );
});

test('a proof restores the archive beside, drops it, and turns the doctor green for eight days', async () => {
  const complaints = async (): Promise<string> =>
    (await lookAtBackups(county))
      .filter(({ ok }) => !ok)
      .map(({ what }) => what)
      .join('\n');
  assert.match(await complaints(), /last proof of a backup: .*none yet/);
  assert.doesNotMatch(await complaints(), /last backup/);
  const spoilt = join(folder, 'spoilt.tar');
  await copyFile(path, spoilt);
  await flip(spoilt, 5_000);
  const failed = await command(backup, county.app, ownerUrl, { flags: { prove: spoilt } });
  assert.equal(failed.code, 1);
  assert.match(failed.said, /altered/);
  assert.match(await complaints(), /last proof of a backup: .*none yet/);

  // That of the night may be under way: both want the scratch database, and take turns.
  const prove = () => command(backup, county.app, ownerUrl, { flags: { prove: path } });
  const [proven, another] = await Promise.all([prove(), prove()]);
  assert.equal(another.code, 0, another.said);
  assert.equal(proven.code, 0, proven.said);
  assert.match(proven.said, /one: .*chain of audit: [1-9]\d* .*\n.*two: |one: .*signatures of stories: [1-9]/s);
  assert.equal(await complaints(), '');
  const owner = await ownerClient(county.database);
  const left = await owner.query('select 1 from pg_database where datname = $1', [`${county.database}_proof`]);
  await owner.end();
  assert.equal(left.rowCount, 0);
  const now = county.clock.now().getTime();
  county.clock.set(new Date(now + 9 * 86_400_000).toISOString());
  assert.match(await complaints(), /last backup.*\n.*last proof/);
  county.clock.set(new Date(now).toISOString());
});

test('an archive of an earlier release, restored into an empty database and brought up to date: page, order, hours, audit, files and keys are as they were; who was erased since stays erased', async () => {
  const erased = await county.personId('volunteer');
  const later = await addPerson('备份之后的人');
  const before = await homePage(county.app);
  await eraseLater(erased, 'volunteer');
  assert.match(
    await readFile(join(folder, 'erasures.jsonl'), 'utf8'),
    new RegExp(`"noun":"person","subjectId":"${erased}"`),
  );

  const earlier = join(folder, 'earlier.tar');
  // Without the table of backups, and what was added to it since.
  const isOlder = ({ name }: { name: string }): boolean => !/^016[04]-/.test(name);
  await rewrite(
    earlier,
    (head) => ({ ...head, migrations: (head['migrations'] as { name: string }[]).filter(isOlder) }),
    'platform.backups',
  );
  const done = await command(restore, target.app, target.ownerUrl, { args: [earlier] });
  assert.equal(done.code, 0, done.said);
  assert.equal((await target.app.pool.query('select from platform.backups')).rowCount, 0);
  assert.match(done.said, /deleted again at people’s wish: 1/);
  const world = await worldOf(target);
  assert.equal(await homePage(world.app), before);
  assert.match(before, /<h[23]/);
  assert.deepEqual((await world.as('coordinator').get(`/orders/${things['order-dispatched']}`)).body, order);
  for (const id of acknowledged) assert.equal((await world.as('administrator').get(`/people/${id}`)).status, 200);
  assert.equal((await world.as('administrator').get(`/people/${later}`)).status, 404);
  const name = await world.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ name: string | null }>(
        'test.name',
        'select name from people.persons where county_id = 1 and id = $1',
        [erased],
      ),
    ),
  );
  assert.notEqual(name[0]?.name, 'volunteer');
  const verified = await command(auditVerify, world.app, target.ownerUrl);
  assert.equal(verified.code, 0, verified.said);
  assert.equal(await world.app.keys.isUsable(), true);
  assert.equal(await world.app.keys.holds(1, 'county'), true);
  await world.server.close();
});

test('restored without its keys, a county publishes that they are lost, signs with a new one, and may start', async () => {
  await using bare = await emptyProgram();
  const done = await command(restore, bare.app, bare.ownerUrl, { args: [path], flags: { 'without-keys': true } });
  assert.equal(done.code, 0, done.said);
  // The target answers under localhost, the county under names of its own, and no setting came with the archive.
  assert.match(
    done.said,
    /Settings are in no archive[\s\S]*no county’s[\s\S]*--add=localhost[\s\S]*SMTP_URL is not set/,
  );
  assert.match(done.said, /one：.*from now on it signs with [0-9a-f]{16}/);
  const app = await bare.again();
  assert.deepEqual(await countiesSignedElsewhere(app), []);
  const [first] = app.counties.all();
  assert.ok(first);
  const { keys } = await inCounty(app, first, (ctx) => ctx.transaction((tx) => countyKeys(tx, 'county')));
  assert.deepEqual(
    keys.map(({ retiredWhy }) => retiredWhy),
    ['lost', null],
  );
});

test('a restore that breaks off when its rows are in lets no program start, and the same command ends it: nobody is signed in, and who was erased stays so', async () => {
  await using half = await emptyProgram();
  const flags = { 'without-keys': true } as const;
  const breaksOff = restore.run({
    app: half.app,
    ownerUrl: half.ownerUrl,
    args: [path],
    flags,
    say: () => {
      throw new Error('the line broke');
    },
    inCounty: () => assert.fail('of no county'),
  });
  await assert.rejects(breaksOff, /the line broke/);
  const app = await half.again();
  const settings = readSettings({ XIANGYIN_VAR: app.settings.varDirectory, XIANGYIN_CONFIG: 'off' });
  await assert.rejects(mustBeFit(app, settings, half.ownerUrl), /a restore was broken off .*goes on/);
  const signedIn = async (): Promise<number | null> => {
    const owner = await ownerClient(half.database);
    const { rowCount } = await owner.query('select 1 from access.sessions where ended_at is null');
    await owner.end();
    return rowCount;
  };
  assert.notEqual(await signedIn(), 0);
  const other = join(folder, 'other.tar');
  await rewrite(other, (head) => ({ ...head, madeAt: '2026-01-01T00:00:00.000Z' }));
  await assert.rejects(command(restore, app, half.ownerUrl, { args: [other], flags }), /was broken off here/);
  const both = await Promise.allSettled(
    [1, 2].map(() => command(restore, app, half.ownerUrl, { args: [path], flags })),
  );
  const done = both.find((one) => one.status === 'fulfilled')?.value;
  assert.equal(done?.code, 0, done?.said);
  assert.match(done?.said ?? '', /deleted again at people’s wish: 1/);
  assert.match(String(both.find((one) => one.status === 'rejected')?.reason), /Another backup or restore is running/);
  assert.equal(await signedIn(), 0);
  await mustBeFit(await half.again(), settings, half.ownerUrl);
  await assert.rejects(command(restore, app, half.ownerUrl, { args: [path], flags }), /not empty \(one\)/);
});

test('what the queue still had to do waits in the outbox of the archive, and no table counts by a sequence that would have to be set', async () => {
  const archive = await checkArchive(path);
  assert.ok(archive.manifest.tables.some(({ name, rows }) => name === 'platform.audit' && rows > 0));
  assert.ok(!archive.manifest.tables.some(({ name }) => name.startsWith('jobs.')));
  const owner = await ownerClient(county.database);
  const { rows } = await owner.query(`select sequencename from pg_sequences where schemaname <> 'jobs'`);
  await owner.end();
  assert.deepEqual(rows, []);
});

/** A backup that is told to stop as soon as it listens: as by Ctrl-C, for which the runner of tests listens too. */
async function stopped(): Promise<unknown> {
  const before = process.listenerCount('SIGHUP');
  const running = command(backup, county.app, ownerUrl);
  running.catch(() => undefined);
  while (process.listenerCount('SIGHUP') === before) await new Promise((resolve) => setImmediate(resolve));
  process.emit('SIGHUP');
  return running;
}

async function homePage(app: App): Promise<string> {
  const server = await buildServer(app, portalOptions(app));
  const { body } = await server.inject({ method: 'GET', url: '/', headers: { host: 'one.test' } });
  await server.close();
  return body;
}

async function eraseLater(id: string, name: string): Promise<void> {
  const erased = await county.as('administrator').delete(`/people/${id}/data`, { name });
  assert.equal(erased.status, 204, erased.text);
  await county.deliver();
}

async function worldOf(target: EmptyProgram): Promise<TestWorld> {
  const { TestWorld: World } = await import('../../../testing/world.ts');
  const app = await target.again();
  const server = await buildServer(app, {});
  await server.ready();
  return new World(app, target.clock, '', server);
}

async function flip(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  await handle.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at);
  await handle.close();
}

/** Writes the archive anew with another head, and without one table. */
async function rewrite(
  to: string,
  change: (head: Record<string, unknown>) => Record<string, unknown>,
  without?: string,
): Promise<void> {
  const archive = await checkArchive(path);
  const written = await ArchiveWriter.open(`${to}.new`);
  for await (const { name, stream } of membersOf(archive)) {
    const bytes = await buffer(stream);
    if (name.startsWith(`tables/${without}/`)) continue;
    await written.add(
      name,
      name === memberNames.head ? Buffer.from(JSON.stringify(change(JSON.parse(String(bytes))))) : bytes,
    );
  }
  await written.finish(archive.manifest.tables.filter((table) => table.name !== without));
  await copyFile(`${to}.new`, to);
  assert.notEqual(basename(to), basename(path));
}
