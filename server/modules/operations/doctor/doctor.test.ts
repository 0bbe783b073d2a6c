import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { App } from '#platform/app';
import { claimInstance } from '#platform/instance';
import { MailServer, ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';

import { testServer } from '../../../testing/server.ts';
import { doctor } from './doctor-command.ts';

/** What the doctor finds wrong, each with its remedy on the line below. */
async function complaints(county: TestWorld, ownerUrl?: string, app = county.app): Promise<string> {
  const said: string[] = [];
  await doctor.run({
    app,
    ownerUrl: ownerUrl ?? (await testServer()).ownerUrl(county.database),
    args: [],
    flags: {},
    say: (line) => void said.push(line),
    inCounty: (work) => county.inCounty(work),
  });
  return said.filter((line) => line.startsWith('✗')).join('\n');
}

test('the doctor names one role for both, rows that nobody seals, mail that goes nowhere, and a table left open', async () => {
  await using county = await testWorld();
  await county.tick('platform.seal');
  const well = await complaints(county);
  assert.match(well, /only written to var\/spool\/mail.*\n {4}→ .*SMTP_URL/);
  assert.doesNotMatch(well, /two roles|not sealed|kept apart/);

  assert.match(await complaints(county, county.app.settings.databaseUrl), /two roles.*\n {4}→ .*DATABASE_ADMIN_URL/);

  await county.inCounty((ctx) =>
    ctx.transaction((tx) => audit(tx, systemActor('test'), { act: 'test.act', noun: 'test', subjectId: '1' })),
  );
  county.clock.set(new Date(Date.now() + 120_000).toISOString());
  assert.match(await complaints(county), /1 行.*not sealed after a minute.*\n {4}→ .*worker/);

  assert.doesNotMatch(await complaints(county), /given up/);
  const sender = await ownerClient(county.database);
  await sender.query(
    `insert into notices.letters (county_id, id, channel, subject_id, dedupe_key, state, due_at, failure, made_at, changed_at) values (1, gen_random_uuid(), 'sms', 'x', 'x', 'failed', $1, 'sms-400', $1, $1)`,
    [county.clock.now()],
  );
  await sender.end();
  assert.match(await complaints(county), /1 条.*given up in a week \(sms 1\)\n {4}→ .*SMS_URL/);

  await county.tick('platform.seal');
  await county.tick('platform.sign-heads');
  await rm(join(county.app.settings.varDirectory, 'keys'), { recursive: true });
  assert.match(await complaints(county), /the keys are there, sign and seal.*one\/county.*\n {4}→ .*backup/);

  const owner = await ownerClient(county.database);
  await owner.query('alter table places.places disable row level security');
  await owner.end();
  assert.match(await complaints(county), /kept apart by county: places\.places.*\n {4}→ /);
});

test('the doctor names a mail server that is away, work that is slow, a port without an answer, and a clock that was set back', async () => {
  await using county = await testWorld();
  await using mail = await MailServer.start();
  await county.tick('platform.seal');
  const like = (settings: Partial<TestWorld['app']['settings']>): App => ({
    ...county.app,
    settings: { ...county.app.settings, ...settings },
  });
  const said = (settings: Partial<TestWorld['app']['settings']> = {}): Promise<string> =>
    complaints(county, undefined, like(settings));
  assert.doesNotMatch(
    await said({ smtpUrl: mail.url }),
    /mail|slow background|does not answer at port|is taken|of the future|set back/,
  );
  await mail.goDown();
  assert.match(
    await said({ smtpUrl: mail.url }),
    /the mail server takes nothing now: .*ECONNREFUSED.*\n {4}→ .*SMTP_URL/,
  );

  const owner = await ownerClient(county.database);
  const [queue] = (await owner.query<{ name: string }>('select name from jobs.queue limit 1')).rows;
  await owner.query(
    `insert into jobs.job (name, data, state, created_on, start_after, started_on) values ($1, '{"county":1}', 'active', now() - interval '2 hours', now() - interval '2 hours', now() - interval '34 minutes')`,
    [queue?.name],
  );
  assert.match(await said(), /slow background jobs: 1 of .*, the longest 34 minutes\n {4}→ .*worker/);

  // Somebody else's server has the port, and no program of this folder runs; then one says that it runs, and does not answer.
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  assert.match(await said({ listens: { host: '127.0.0.1', port } }), /is taken by .*\n {4}→ .*PORT/);
  await new Promise((resolve) => other.close(resolve));
  assert.doesNotMatch(await said({ listens: { host: '127.0.0.1', port } }), /port/i);
  const { varDirectory } = county.app.settings;
  const claimed = await claimInstance(varDirectory, { port, address: 'http://one.test' });
  assert.ok('claim' in claimed);
  assert.doesNotMatch(await said(), /does not answer at port|npm start once/, 'a start that is under way is no fault');
  await claimed.claim.markAtWork();
  assert.match(await said(), new RegExp(`does not answer at port ${port}\\n {4}→ .*log`));
  await claimed.claim.release();
  // Those that only work answer nowhere, however many they are.
  const worker = { port, address: 'http://one.test', name: 'instance-worker', amongOthers: true };
  const workers = [await claimInstance(varDirectory, worker), await claimInstance(varDirectory, worker)];
  assert.doesNotMatch(await said(), /does not answer at port/);
  for (const one of workers) if ('claim' in one) await one.claim.release();

  // A record of the day after tomorrow: the clock was two days ahead, or is two days behind now.
  const ahead = (Date.now() + 2 * 86_400_000).toString(16).padStart(12, '0');
  await owner.query(
    `insert into platform.audit (county_id, id, at, actor, act, noun, subject_id, detail, row_hash) values (1, $1, now(), '{}', 'test.act', 'test', '1', '{}', '')`,
    [`${ahead.slice(0, 8)}-${ahead.slice(8)}-7000-8000-000000000000`],
  );
  await owner.end();
  assert.match(await said(), /the clock is behind now, or was ahead then\n {4}→ .*NTP/);

  // Against the database's, in the unit that people would say.
  for (const [hours, words] of [
    [-2, /比数据库的慢 2 小时 · the clock of this machine is 2 hours behind the database’s\n {4}→ .*NTP.*5 分钟/],
    [48, /比数据库的快 2 天 · the clock of this machine is 2 days ahead of the database’s/],
  ] as const) {
    county.clock.set(new Date(Date.now() + hours * 3_600_000));
    assert.match(await said(), words);
  }
  county.clock.set(new Date());
  assert.doesNotMatch(await said(), /the clock of this machine/);
});

test('the doctor names a collation that sorts otherwise than when the indexes were made', async () => {
  await using county = await testWorld();
  assert.doesNotMatch(await complaints(county), /is sorted as/);
  const owner = await ownerClient(county.database);
  await owner.query(`create collation public.former (provider = icu, locale = 'und', version = '1')`);
  await owner.query('create table public.sorted (name text collate public.former)');
  await owner.end();
  assert.match(await complaints(county), /is sorted as it was when the indexes were made \(former\)\n {4}→ .*REINDEX/);
});
