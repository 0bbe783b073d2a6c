import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { commandsUnderWay } from '#platform/commands-under-way';
import { runningInstances } from '#platform/instance';
import { startEmbeddedPostgres } from '#platform/postgres/index';
import { git } from '../../upgrade/git.ts';
import { Installation } from './installation.ts';

const deep = process.env['XIANGYIN_DEEP'] === '1';
/** The rehearsal builds the console where these sources have not been built yet. */
const rehearsed = deep ? [] : ['without-rehearsal'];
const installation = await Installation.start();
after(() => installation[Symbol.asyncDispose]());

const health = 'server/modules/portal/health.ts';
const says = (version: string) => (text: string) =>
  text.replace(/send\(\{ ok: true[^}]*\}\)/, `send({ ok: true, version: '${version}' })`);
const version = async (): Promise<unknown> =>
  (JSON.parse((await installation.ask('/healthz'))?.text ?? '{}') as { version?: string }).version;
const here = (): Promise<string> => git(installation.root, 'describe', '--tags', '--exact-match');

/** Asks again and again, four at once, until told to stop: when each answer came, and whether it was one. */
function askOnAndOn(): { stop(): Promise<{ at: number; ok: boolean }[]> } {
  let isOn = true;
  const answers: { at: number; ok: boolean }[] = [];
  const paths = ['/', '/search?q=水', '/api/v1/chain-heads', '/healthz'];
  const askers = paths.map(async (path) => {
    while (isOn) {
      await pause(25);
      const answer = await installation.ask(path);
      answers.push({ at: Date.now(), ok: answer !== null && answer.status < 500 });
    }
  });
  return {
    async stop() {
      isOn = false;
      await Promise.all(askers);
      return answers;
    },
  };
}

const data = (): string => installation.variables['XIANGYIN_VAR'] ?? '';

/** The processes of the installation by name. */
async function processes(): Promise<Map<string, number>> {
  const there = await runningInstances(data());
  return new Map([...there].map(([name, { pid }]): [string, number] => [name, pid]));
}

async function ask<T extends pg.QueryResultRow>(question: string): Promise<T[]> {
  const server = await startEmbeddedPostgres({
    directory: join(data(), 'postgres'),
  });
  const owner = new pg.Client({ connectionString: server.adminUrl('xiangyin') });
  await owner.connect();
  try {
    return (await owner.query<T>(question)).rows;
  } finally {
    await owner.end();
    await server.stop();
  }
}

test('whoever only asks is told what stands in the way, and nothing is touched', async () => {
  await installation.release('v0.1.1', { [health]: says('0.1.1') });
  const nowhere = await installation.upgrade('to=v9', 'check');
  assert.match(nowhere.said, /There is no such version: v9/);
  const unwell = await installation.upgrade('check');
  assert.equal(unwell.code, 1, unwell.said);
  assert.match(unwell.said, /✗ doctor:[^]*last backup[^]*nothing was touched/);
  const fit = await installation.upgrade('check', 'despite-doctor');
  assert.equal(fit.code, 0, fit.said);
  assert.match(fit.said, /instance-worker-collab[^\n]*changes over by itself[^]*v0\.1\.1 can be gone to/);
  assert.ok(!existsSync(join(installation.root, '.upgrade')));
  assert.equal(await here(), 'v0.1.0');
});

test('the tables are brought up to date while the present version answers everybody, and seconds later the new one does', async () => {
  await installation.release('v0.1.2', {
    [health]: says('0.1.2'),
    // Held open for two seconds, as with a large table.
    'server/migrations/9990-later.sql':
      "alter table platform.counties add column later text not null default 'x'; create table platform.later (n integer); select pg_sleep(2);",
    'server/migrations/9991-longer.sql': 'select pg_sleep(2);',
  });
  const before = await processes();
  assert.equal(before.size, 2);
  const asking = askOnAndOn();
  const backup = installation.begin('backup');
  await installation.until(async () => (await commandsUnderWay(data())).some(({ name }) => name === 'backup'));
  const upgrading = installation.upgrade('despite-doctor', ...rehearsed);
  // It waits for its passphrase, and the exchange for it.
  await installation.until(() => installation.isExchanging());
  assert.equal((await installation.ask('/healthz'))?.status, 200);
  assert.equal(await here(), 'v0.1.0');
  backup.stdin?.end();
  const upgraded = await upgrading;
  const answers = await asking.stop();
  assert.equal(upgraded.code, 0, `${upgraded.said}\n${installation.output().slice(-2_000)}`);
  assert.match(upgraded.said, /waiting until cli backup/);
  const began = upgraded.saidAt(/the tables, while/) ?? 0;
  const migrated = upgraded.saidAt(/✓ 9991-longer/) ?? 0;
  const meanwhile = answers.filter(({ at }) => at > began && at <= migrated);
  assert.ok(meanwhile.length > 50, `${meanwhile.length} answers while the tables were changed`);
  assert.deepEqual(
    answers.filter(({ at, ok }) => at <= migrated && !ok),
    [],
    'nobody was turned away',
  );
  assert.equal(await version(), '0.1.2');
  assert.equal(await here(), 'v0.1.2');
  const after = await processes();
  assert.deepEqual([...after.keys()].toSorted(), [...before.keys()].toSorted(), 'each of them is there again');
  for (const [name, pid] of after) assert.notEqual(pid, before.get(name), `${name} is of the new version`);
  assert.deepEqual(await ask('select slug, later from platform.counties'), [{ slug: 'lishui', later: 'x' }]);
  assert.ok(!existsSync(join(installation.root, '.upgrade', 'next')));
});

test('a version whose tables cannot be made changes nothing: the present one never stopped answering', async () => {
  await installation.release('v0.1.3', {
    [health]: says('0.1.3'),
    'server/migrations/9992-fine.sql': 'create table platform.fine (n integer);',
    'server/migrations/9993-broken.sql': 'create table platform.half (n integer); select 1 / 0;',
  });
  const asking = askOnAndOn();
  const refused = await installation.upgrade('to=v0.1.3', 'despite-doctor', ...rehearsed);
  const answers = await asking.stop();
  assert.equal(refused.code, 1);
  assert.match(
    refused.said,
    /still v0\.1\.2, and answers as ever[^]*stands before 9993-broken\.sql[^]*division by zero/,
  );
  assert.deepEqual(
    answers.filter(({ ok }) => !ok),
    [],
  );
  assert.equal(await version(), '0.1.2');
  assert.equal(await here(), 'v0.1.2');
  const [there] = await ask(`select to_regclass('platform.half') as half, to_regclass('platform.fine') as fine`);
  // Rehearsed, it is known before; else what was done before the broken one stays, which the present version does not mind.
  assert.deepEqual(there, { half: null, fine: deep ? null : 'platform.fine' });
});

test('a version that does not start gives its place back to the one before, with everything written meanwhile', async () => {
  await installation.release('v0.1.4', {
    [health]: says('0.1.4'),
    'server/migrations/9994-kept.sql': 'create table platform.kept (n integer); insert into platform.kept values (4);',
    // Seen only where all its parts run: a rehearsal runs the web alone.
    'server/run-worker.ts': (text) =>
      text.replace(/\): Promise<\w+> \{\n/, (head) => `${head}  if (app) throw new Error('the worker is broken');\n`),
  });
  const tried = await installation.upgrade('to=v0.1.4', 'despite-doctor', ...rehearsed);
  assert.equal(tried.code, 1, tried.said);
  assert.match(
    tried.said,
    /v0\.1\.4 does not answer; going back to v0\.1\.2[^]*v0\.1\.2 is at work again, and nothing is lost/,
  );
  assert.match(installation.output(), /the worker is broken/);
  assert.equal(await version(), '0.1.2');
  assert.equal(await here(), 'v0.1.2');
  assert.deepEqual(await ask('select n from platform.kept'), [{ n: 4 }]);
  assert.equal((await installation.ask('/'))?.status, 200);
});
