import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { until } from '../../testing/until.ts';
import { readPostmaster } from './postmaster-file.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.ts';

const folder = await mkdtemp(join(tmpdir(), 'xy-pg-'));
const directory = join(folder, 'postgres');
const running: EmbeddedPostgres[] = [];

after(async () => {
  for (const server of running) await server.stop({ force: true });
  await rm(folder, { recursive: true, force: true });
});

async function start(
  options: { directory?: string; listenOn?: 'socket' | 'loopback'; durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory, ...options });
  running.push(server);
  return server;
}

async function ask<T extends pg.QueryResultRow>(address: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(of: string = directory): Promise<number> {
  const postmaster = await readPostmaster(join(of, 'data'));
  assert.ok(postmaster);
  return postmaster.pid;
}

test('the first start makes a database only this user can reach, with two roles of which the application owns nothing', async () => {
  const server = await start();
  assert.equal(server.reused, false);
  assert.equal(await server.ensureDatabase('county'), true);
  assert.equal(await server.ensureDatabase('county'), false);
  assert.equal((await stat(directory)).mode & 0o777, 0o700);
  assert.equal((await stat(join(directory, 'socket'))).mode & 0o777, 0o700);

  const [settings] = await ask<{ fsync: string; listen: string; encoding: string; sums: string }>(
    server.adminUrl('county'),
    `select current_setting('fsync') fsync, current_setting('listen_addresses') listen, current_setting('server_encoding') encoding, current_setting('data_checksums') sums`,
  );
  assert.deepEqual(settings, { fsync: 'on', listen: '', encoding: 'UTF8', sums: 'on' });

  const roles = await ask<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean; rolcreatedb: boolean }>(
    server.appUrl('county'),
    `select rolname, rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname like 'xiangyin%' order by 1`,
  );
  assert.deepEqual(roles, [
    { rolname: 'xiangyin_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false },
    { rolname: 'xiangyin_owner', rolsuper: false, rolbypassrls: false, rolcreatedb: true },
  ]);
  await assert.rejects(ask(server.appUrl('county'), 'create table mine (id int)'), /permission denied/);
});

test('many callers at once join one server', async () => {
  const servers = await Promise.all([start(), start(), start()]);
  assert.deepEqual(
    servers.map((server) => server.reused),
    [true, true, true],
  );
});

test('after kill -9 of the server the next start recovers what was acknowledged', async () => {
  const before = await start();
  await ask(before.adminUrl('county'), 'create table kept (id int); insert into kept select generate_series(1, 1000)');
  const victim = await postmasterPid();
  const busy = ask(before.adminUrl('county'), 'select pg_sleep(60)').catch(() => {});
  await ask(before.adminUrl('county'), 'select pg_sleep(0.1)');
  process.kill(victim, 'SIGKILL');
  const next = await start();
  assert.equal(next.reused, false);
  assert.deepEqual(await ask(next.appUrl('county'), `select has_database_privilege('county', 'connect') ok`), [
    { ok: true },
  ]);
  assert.deepEqual(await ask(next.adminUrl('county'), 'select count(*)::int n from kept'), [{ n: 1000 }]);
  await busy;
});

test('notes left by a dead server whose number now belongs to another program do not hinder the start', async () => {
  const before = await start();
  assert.equal(await before.stop({ force: true }), true);
  const note = join(directory, 'data', 'postmaster.pid');
  await writeFile(note, `${process.ppid}\n${join(directory, 'data')}\n1\n5432\n\n\n\n`);
  await mkdir(join(directory, 'socket'), { mode: 0o700, recursive: true });
  await writeFile(join(directory, 'socket', '.s.PGSQL.5432.lock'), `${process.ppid}\n${join(directory, 'data')}\n1\n`);
  const next = await start();
  assert.equal(next.reused, false);
  assert.notEqual(await postmasterPid(), process.ppid);
});

test('a server that runs in another container on the same volume is left alone, and the start says so', async () => {
  const server = await start();
  const note = join(directory, 'data', 'postmaster.pid');
  const written = await readFile(note, 'utf8');
  // Seen from another container its number is nobody's, or another program's.
  for (const number of [999_999_999, process.ppid]) {
    await writeFile(note, written.replace(/^\d+/, String(number)));
    await assert.rejects(start(), /Another container is using the database/);
    assert.match(await readFile(note, 'utf8'), new RegExp(`^${number}\n`));
  }
  await writeFile(note, written);
  assert.equal((await start()).reused, true);
  assert.deepEqual(await ask(server.appUrl('county'), 'select 1 as one'), [{ one: 1 }]);
});

test('the server stays while another process uses it, and goes with the last one', async () => {
  const server = await start();
  await writeFile(
    join(directory, 'users', `${process.ppid}.json`),
    JSON.stringify({ pid: process.ppid, startedTicks: null }),
  );
  assert.equal(await server.stop(), false);
  assert.deepEqual(await ask(server.appUrl('county'), 'select 1 as one'), [{ one: 1 }]);
  await rm(join(directory, 'users', `${process.ppid}.json`));
  assert.equal(await server.stop(), true);
  await assert.rejects(ask(server.appUrl('county'), 'select 1'), /ENOENT|ECONNREFUSED/);
});

test('a process without time tells its server to end before it leaves, unless another uses it; what was acknowledged is kept', async () => {
  const server = await start();
  const other = join(directory, 'users', `${process.ppid}.json`);
  await writeFile(other, JSON.stringify({ pid: process.ppid, startedTicks: null }));
  server.stopAtOnce();
  await ask(server.adminUrl('county'), 'create table last_words (id int)');
  await rm(other);
  server.stopAtOnce();
  await until(async () => (await readPostmaster(join(directory, 'data'))) === null, 'the server goes on');
  const said = await readFile(join(directory, 'postgres.log'), 'utf8');
  assert.match(said.trim().split('\n').at(-1) ?? '', /database system is shut down/);
  const next = await start();
  assert.equal(next.reused, false);
  assert.deepEqual(await ask(next.adminUrl('county'), 'select count(*)::int n from last_words'), [{ n: 0 }]);
});

test('a folder whose path is too long for a socket still works', async () => {
  const deep = join(folder, 'a-very-long-name-'.repeat(8), 'postgres');
  const server = await start({ directory: deep, durable: false });
  assert.equal((await ask(server.appUrl('postgres'), 'select 1 as one')).length, 1);
  await server.stop();
});

test('a server that is kept running comes back under the same address when it is killed', async () => {
  const kept = join(folder, 'kept');
  const server = await startEmbeddedPostgres({ directory: kept, keepRunning: true, durable: false });
  running.push(server);
  const victim = await postmasterPid(kept);
  process.kill(victim, 'SIGKILL');
  const deadline = Date.now() + 60_000;
  const again = async (): Promise<unknown[]> =>
    ask(server.appUrl('postgres'), 'select 1 as one').catch((error: unknown) => {
      if (Date.now() > deadline) throw error;
      return new Promise((retry) => setTimeout(retry, 50)).then(again);
    });
  assert.equal((await again()).length, 1);
  assert.notEqual(await postmasterPid(kept), victim);
  assert.equal(await server.stop(), true);
});

test('on loopback the roles need the password kept in the private folder', async () => {
  const server = await start({ directory: join(folder, 'loopback'), listenOn: 'loopback', durable: false });
  const address = new URL(server.appUrl('postgres'));
  assert.equal(address.hostname, '127.0.0.1');
  assert.equal((await ask(address.href, 'select 1 as one')).length, 1);
  address.password = 'wrong';
  await assert.rejects(ask(address.href, 'select 1'), /password authentication failed/);
  await server.stop();
});
