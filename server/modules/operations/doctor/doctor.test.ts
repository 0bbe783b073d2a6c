import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { testServer } from '../../../testing/server.ts';
import { doctor } from './doctor-command.ts';

/** What the doctor finds wrong, each with its remedy on the line below. */
async function complaints(county: TestWorld, ownerUrl?: string): Promise<string> {
  const said: string[] = [];
  await doctor.run({
    app: county.app,
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
