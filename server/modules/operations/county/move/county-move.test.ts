import assert from 'node:assert/strict';
import { copyFile, mkdtemp, open, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openTestSession } from '#access/testing';
import type { App } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { listenToCommits } from '#platform/listen';
import { inCounty } from '#platform/transaction';
import { portalOptions } from '#portal';
import { ownerClient, testWorld, until } from '#testing';
import type { TestWorld } from '#testing';
import { fillCounty } from '../../../../testing/busy-county.ts';
import { emptyProgram } from '../../../../testing/empty-database.ts';
import type { EmptyProgram } from '../../../../testing/empty-database.ts';
import { testServer } from '../../../../testing/server.ts';
import { ArchiveProblem } from '../../backup/archive.ts';
import { countyTables } from './county-tables.ts';
import { exportCounty } from './export-county.ts';

const passphrase = '槐树下的长凳 twelve';
const host = 'one.test';

let source: TestWorld;
let sourceOwner: string;
/** Another installation, in which another county has the number 1. */
let target: EmptyProgram;
let folder: string;
let path: string;
let things: Readonly<Record<string, string>>;
let was: Seen;

/** What of the county is compared. */
interface Seen {
  readonly home: string;
  readonly order: unknown;
  readonly audit: unknown;
  readonly changes: unknown;
  readonly hours: unknown;
}

/** Runs a command as the terminal would; what it said, and its exit code. */
async function command(
  app: App,
  owner: string,
  words: string,
  {
    args = [],
    flags = {},
    typed = passphrase,
    county = host,
  }: {
    args?: string[];
    flags?: Record<string, string | true>;
    typed?: string;
    county?: string;
  } = {},
): Promise<{ code: number; said: string }> {
  const one = app.modules.flatMap((module) => module.commands ?? []).find(({ name }) => name === words);
  assert.ok(one, words);
  const said: string[] = [];
  const code = await one.run({
    app,
    ownerUrl: owner,
    args,
    flags,
    say: (line) => void said.push(line),
    secret: async () => typed,
    inCounty: (work) => {
      const found = app.counties.byHost(county);
      return found ? inCounty(app, found, work) : assert.fail(`no county ${county}`);
    },
  });
  return { code, said: said.join('\n') };
}

/** The county as its people and its readers see it. */
async function seen(app: App): Promise<Seen> {
  const county = app.counties.byHost(host);
  assert.ok(county);
  const cookie = await inCounty(app, county, (ctx) => openTestSession(ctx, 'coordinator'));
  const auditor = await inCounty(app, county, (ctx) => openTestSession(ctx, 'auditor'));
  const server = await buildServer(app, portalOptions(app));
  const get = async (url: string, as = cookie): Promise<string> => {
    const answer = await server.inject({ method: 'GET', url, headers: { host, cookie: as } });
    assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`);
    return answer.body;
  };
  try {
    await server.ready();
    return {
      home: await get('/', ''),
      order: JSON.parse(await get(`/api/v1/orders/${things['order-dispatched']}`)),
      audit: JSON.parse(await get('/api/v1/audit?act=order.accept&limit=50', auditor)),
      changes: JSON.parse(await get('/api/v1/public/changes', '')),
      hours: JSON.parse(await get('/api/v1/chain-heads', '')),
    };
  } finally {
    await server.close();
  }
}

/** Besides what a busy county has: one-time codes, and a signed form that lies sealed in a file. */
async function addSecrets(): Promise<void> {
  const codes = await source.as('editor').post('/me/totp', {});
  assert.equal(codes.status, 201, codes.text);
  const head = '--xy\r\ncontent-disposition: form-data; name="file"; filename="form.pdf"\r\n\r\n';
  const form = await source.as('editor').post(`/consents/${things['consent']}/form`, undefined, {
    headers: { 'content-type': 'multipart/form-data; boundary=xy' },
    payload: `${head}%PDF-1.7 同意书\r\n--xy--\r\n`,
  });
  assert.equal(form.status, 201, form.text);
}

const importInto = (file: string, more: { typed?: string; flags?: Record<string, string> } = {}) =>
  command(target.app, target.ownerUrl, 'county import', { args: [file], ...more });

/** What lies in the other installation besides its own county. */
async function strangers(): Promise<unknown> {
  const owner = await ownerClient(new URL(target.ownerUrl).pathname.slice(1));
  const counties = await owner.query('select slug from platform.counties order by id');
  const rows = await owner.query('select count(*)::int as n from platform.events where county_id <> 1');
  await owner.end();
  const { varDirectory } = target.app.settings;
  const names = async (one: string): Promise<string[]> => readdir(join(varDirectory, one)).catch(() => []);
  return {
    counties: counties.rows.map(({ slug }) => slug),
    rows: rows.rows[0]?.n,
    files: (await names('files')).filter((name) => name !== '1'),
    keys: (await names('keys')).filter((name) => name.startsWith('county-2')),
  };
}
const nothing = { counties: ['lyra'], rows: 0, files: [], keys: [] };

before(async () => {
  source = await testWorld();
  sourceOwner = (await testServer()).ownerUrl(source.database);
  folder = await mkdtemp(join(tmpdir(), 'xy-move-'));
  things = await fillCounty(source);
  await addSecrets();
  await source.deliver();
  await source.tick('platform.seal');
  await source.tick('platform.sign-heads');
  was = await seen(source.app);
  target = await emptyProgram(source.clock.now().toISOString());
  const lyra = await command(target.app, target.ownerUrl, 'county add', {
    flags: {
      slug: 'lyra',
      pack: 'generic',
      'name-en': 'Port Lyra',
      'publisher-en': 'Port Lyra Gazette',
      phone: '+353 1 555 0100',
      'time-zone': 'Europe/Dublin',
    },
  });
  assert.equal(lyra.code, 0, lyra.said);
});
after(async () => {
  await source[Symbol.asyncDispose]();
  await target[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test('a county that is open is not exported; closed, it goes into one archive, in which nobody reads a key or a secret', async () => {
  const exported = () => command(source.app, sourceOwner, 'county export', { args: ['one'], flags: { to: folder } });
  await assert.rejects(exported(), /one is open; close it first/);
  await assert.rejects(
    command(source.app, sourceOwner, 'county export', { args: ['nowhere'] }),
    /There is no county nowhere/,
  );
  assert.equal((await command(source.app, sourceOwner, 'county close', { args: ['one'] })).code, 0);
  const done = await exported();
  assert.equal(done.code, 0, done.said);
  const names = await readdir(folder);
  assert.deepEqual(
    names.map((name) => /^county-one-\d{8}T\d{6}Z\.tar$/.test(name)),
    [true],
  );
  path = join(folder, String(names[0]));
  assert.equal((await stat(path)).mode & 0o077, 0);
  const bytes = await readFile(path);
  assert.ok(!bytes.includes('PRIVATE KEY') && !bytes.includes(passphrase));
});

test('where somebody who had begun before was still writing, nothing is kept, and it is said', async () => {
  const late = await ownerClient(source.database);
  await late.query('begin; set constraints all deferred');
  await late.query(
    `insert into platform.throttles (county_id, scope, window_start, hits) values (1, 'late', '2026-03-02', 1)`,
  );
  let committed: Promise<unknown> | undefined;
  const elsewhere = join(folder, 'late');
  await assert.rejects(
    exportCounty(source.app, {
      slug: 'one',
      ownerUrl: sourceOwner,
      folder: elsewhere,
      passphrase,
      progress: () => void (committed ??= late.query('commit')),
    }),
    /Somebody was still writing \(platform\.throttles\); nothing was kept/,
  );
  await committed;
  await late.query(`delete from platform.throttles where scope = 'late'`);
  await late.end();
  assert.deepEqual(await readdir(elsewhere), []);
});

test('an archive that is cut off, altered by one byte or opened with another passphrase is refused whole, and so is a backup in its place', async () => {
  const copy = join(folder, 'copy.tar');
  const fault = async (spoil: (file: string) => Promise<void>): Promise<string> => {
    await copyFile(path, copy);
    await spoil(copy);
    const error: unknown = await importInto(copy).catch((one: unknown) => one);
    assert.ok(error instanceof ArchiveProblem, String(error));
    return error.fault;
  };
  const { size } = await stat(path);
  assert.equal(await fault((file) => flip(file, Math.floor(size / 2))), 'altered');
  assert.equal(await fault((file) => truncate(file, size - 512)), 'cut-off');
  await assert.rejects(importInto(path, { typed: 'another passphrase' }), /passphrase is wrong/);
  await assert.rejects(importInto(path, { flags: { hosts: 'localhost' } }), /Another county has the host localhost/);
  await source.app.counties.reload();
  const whole = await command(source.app, sourceOwner, 'backup', { flags: { to: folder }, county: 'two.test' });
  const backup = /✓ (\S+\.tar)/.exec(whole.said)?.[1] ?? '';
  await assert.rejects(importInto(backup), /backup of a whole installation/);
  await assert.rejects(
    command(target.app, target.ownerUrl, 'restore', { args: [path] }),
    /archive of one county that moves/,
  );
  assert.deepEqual(await strangers(), nothing);
});

test('a county whose audit was altered before it left is refused at the end of the import, and nothing of it stays', async () => {
  const owner = await ownerClient(source.database);
  const [row] = (await owner.query(`select id, act from platform.audit where county_id = 1 order by id limit 1`)).rows;
  const act = (text: string) => owner.query('update platform.audit set act = $1 where id = $2', [text, row?.id]);
  await act('order.forge');
  const bad = join(folder, 'bad');
  const done = await command(source.app, sourceOwner, 'county export', { args: ['one'], flags: { to: bad } });
  await act(row?.act);
  await owner.end();
  assert.equal(done.code, 0, done.said);
  const [name = ''] = await readdir(bad);
  await assert.rejects(
    importInto(join(bad, name)),
    /1 places of the archive do not hold; nothing was kept:[\s\S]*audit #1/,
  );
  assert.deepEqual(await strangers(), nothing);
});

test('the county stands in the other installation as it was: pages, orders, audit, changes, signed heads, keys and sealed things, under another number', async () => {
  // Another process answers for this installation meanwhile.
  const running = await target.again();
  const ears = listenToCommits(running, () => undefined);
  const done = await importInto(path);
  assert.equal(done.code, 0, done.said);
  await until(() => running.counties.byHost(host) !== undefined);
  assert.deepEqual(await seen(running), was);
  await ears.close();
  assert.match(done.said, /one: .*chain of audit: [1-9]\d* /);
  assert.match(done.said, /one: .*signatures of stories: [1-9]/);
  assert.match(done.said, /one is here, as number 2, under one\.test/);
  const county = target.app.counties.byHost(host);
  assert.deepEqual([county?.id, county?.ledgerNumber, county?.slug], [2, 1, 'one']);
  const app = await target.again();
  assert.deepEqual(await seen(app), was);
  const verified = await command(app, target.ownerUrl, 'audit verify');
  assert.equal(verified.code, 0, verified.said);
  assert.equal(await app.keys.isUsable(), true);
  for (const purpose of ['county', 'orders']) assert.equal(await app.keys.holds(2, purpose), true, purpose);
  for (const one of app.modules.flatMap(({ sealed = [] }) => sealed)) await allOpen(app, one);
  for (const at of ['access.accounts.totp_secret', 'media.consents.form_hash', 'notices.hooks.sealed'])
    assert.ok((opened.get(at) ?? 0) > 0, at);
  await assert.rejects(importInto(path), /The county one is here already/);
});

test('what is done after the move goes on the same ledgers, and their heads are signed under the old number', async () => {
  const app = await target.again();
  const county = app.counties.byHost(host);
  assert.ok(county);
  const cookie = await inCounty(app, county, (ctx) => openTestSession(ctx, 'administrator'));
  const server = await buildServer(app, {});
  const made = await server.inject({
    method: 'POST',
    url: '/api/v1/people',
    headers: {
      host,
      cookie,
      origin: `http://${host}`,
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/json',
    },
    payload: JSON.stringify({ name: '搬家以后来的人' }),
  });
  assert.equal(made.statusCode, 201, made.body);
  await server.close();
  const { sealWaitingRows, signHead } = await import('#platform/seals');
  await inCounty(app, county, async (ctx) => {
    await sealWaitingRows(ctx);
    await signHead(ctx, 'audit');
  });
  const verified = await command(app, target.ownerUrl, 'audit verify');
  assert.equal(verified.code, 0, verified.said);
});

test('whoever still comes to the former place is sent on, and the list of counties says where it went', async () => {
  const closed = await command(source.app, sourceOwner, 'county close', {
    args: ['one'],
    flags: { 'moved-to': 'https://news.example.org' },
  });
  assert.equal(closed.code, 0, closed.said);
  await assert.rejects(
    command(source.app, sourceOwner, 'county close', { args: ['one'], flags: { 'moved-to': 'news' } }),
    /--moved-to/,
  );
  const answer = await source.request('GET', '/stories?page=2');
  assert.deepEqual([answer.status, answer.headers['location']], [308, 'https://news.example.org/stories?page=2']);
  assert.equal((await source.request('POST', '/api/v1/sessions', {})).status, 404);
  assert.equal((await source.request('GET', '/api/v1/chain-heads', undefined, { host: 'two.test' })).status, 200);
  const listed = await command(source.app, sourceOwner, 'county list', { county: 'two.test' });
  assert.match(listed.said, /one .*closed \d{4}-\d\d-\d\d.*moved to https:\/\/news\.example\.org/);
});

test('an order in which tables can be filled is found, or it is said which wait for each other', async () => {
  const owner = await ownerClient(source.database);
  const names = (await countyTables(owner)).map(({ name }) => name);
  assert.ok(names.length > 170 && !names.includes('platform.counties') && !names.includes('platform.backups'));
  assert.ok(names.indexOf('people.persons') < names.indexOf('access.accounts'));
  await owner.query(
    `begin; create table places.a (county_id integer, id uuid, b uuid, primary key (county_id, id));
     create table places.b (county_id integer, id uuid, a uuid, primary key (county_id, id), foreign key (county_id, a) references places.a (county_id, id));
     alter table places.a add foreign key (county_id, b) references places.b (county_id, id)`,
  );
  await assert.rejects(countyTables(owner), /wait for each other.*: places\.a, places\.b$/);
  await owner.query('rollback');
  await owner.end();
});

/** Every sealed thing of the county opens under the key of the installation it came to. */
async function allOpen(
  app: App,
  { table, column, purpose, holds }: { table: string; column: string; purpose: string; holds: 'bytes' | 'file' },
): Promise<void> {
  const owner = await ownerClient(new URL(target.ownerUrl).pathname.slice(1));
  const { rows } = await owner.query(
    `select ${column} as it from ${table} where county_id = 2 and ${column} is not null`,
  );
  await owner.end();
  for (const { it } of rows) {
    const sealed = holds === 'bytes' ? (it as Buffer) : await app.files.read(2, String(it));
    assert.ok(sealed, `${table}.${column}`);
    await app.keys.unseal(purpose, sealed);
  }
  opened.set(`${table}.${column}`, rows.length);
}
const opened = new Map<string, number>();

async function flip(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  await handle.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at);
  await handle.close();
}
