import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { codeAt, openTestSession, setTestPassword } from '#access/testing';
import type { CastName } from '#access/testing';
import { openDesk, story } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { verifyAuditChain } from '#operations/testing';
import { addTestService, addTestVolunteer } from '#volunteering/testing';
import { prepareArrival, prepareDispatch } from '../crash/order-acts.ts';
import type { Ground } from '../crash/act.ts';
import { settle } from '../crash/after-crash.ts';
import { ownerClient, until } from '../index.ts';
import type { TestWorld } from '../index.ts';
import { ClockedProgram } from './clocked-program.ts';

const password = 'willow-river-ferry-42';
const day = 86_400_000;

/** A cookie that was given at this time. */
function cookieAt(county: TestWorld, name: CastName, at: Date): Promise<string> {
  county.clock.set(at);
  return county.inCounty((ctx) => openTestSession(ctx, name));
}

/** The stories that have come out. */
async function published(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ story: string }>('select story_id as story from newsroom.editions');
  return rows.map(({ story: id }) => id);
}

/** Signed off, to be published at that time. */
async function signedOff({ desk, at }: { desk: Desk; at: Date }): Promise<string> {
  const submitted = await desk.submit(await desk.write());
  const schedule = { publishAt: at.toISOString() };
  story(await desk.county.as('editor').put(`/stories/${submitted.id}/schedule`, schedule), 200);
  await desk.signAll(submitted);
  return submitted.id;
}

async function groundOf({ county, sectionId }: Desk): Promise<Ground> {
  const place = county.placeId('village-1-1');
  const [service, volunteer] = await county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) => [(await addTestService(tx, 'taps')).id, await addTestVolunteer(tx, 'volunteer', place)] as const,
    ),
  );
  return { section: sectionId, service, place, volunteer };
}

test('the clock leaps two days ahead and back: nobody is shut out or let in for it, nothing is published before its time, what was acknowledged stands once, and all goes on', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  county.clock.set(new Date());
  const tomorrow = await signedOff({ desk, at: new Date(Date.now() + day) });
  await county.inCounty((ctx) => setTestPassword(ctx, 'auditor', password));
  const owner = await ownerClient(county.database);
  await using program = await ClockedProgram.start(county);
  const chief = await cookieAt(county, 'chief-editor', new Date());
  const volunteer = await cookieAt(county, 'volunteer', new Date());
  const administrator = await cookieAt(county, 'administrator', new Date());
  const auditor = await cookieAt(county, 'auditor', new Date());
  const setup = (await program.post('/me/totp', undefined, { cookie: auditor })).body as { secret: string };
  const code = (): string => codeAt(setup.secret, program.now());
  assert.equal((await program.post('/me/totp/confirmations', { code: code() }, { cookie: auditor })).status, 201);
  const before = { name: '跳前记的人', key: randomUUID() };
  const added = await program.post('/people', { name: before.name }, { cookie: administrator, key: before.key });
  assert.equal(added.status, 201, added.text);

  await program.leap(48);
  // A working day is over by this clock; a volunteer's phone may rest for weeks.
  assert.equal((await program.get('/me', chief)).status, 401);
  assert.equal((await program.get('/me', volunteer)).status, 200);
  const signedIn = await program.post('/sessions', { login: 'auditor', password, code: code() });
  assert.equal(signedIn.body['needs'], 'nothing', signedIn.text);
  assert.equal((await program.post('/me/recovery-codes', undefined, signedIn)).status, 201);
  const ahead = await cookieAt(county, 'administrator', program.now());
  const during = { name: '跳中记的人', key: randomUUID() };
  const kept = await program.post('/people', { name: during.name }, { cookie: ahead, key: during.key });
  assert.equal(kept.status, 201, kept.text);
  for (let reads = 0; reads < 20; reads += 1) await program.get(`/public/stories?limit=${reads + 1}`);
  assert.equal((await program.get('/public/stories?limit=30')).status, 429);
  await program.turn('operations.watch');
  const troubles = (await program.get('/troubles', ahead)).body['items'] as { key: string }[];
  assert.ok(
    troubles.some(({ key }) => key === 'clock'),
    JSON.stringify(troubles),
  );
  // Longer than the newsroom looks for what is due.
  await pause(7_000);
  assert.match(program.said, /the clock leapt: .*NTP/);

  await program.leap(0);
  assert.deepEqual(await published(owner), [], 'its time has not come');
  assert.equal((await program.get('/public/stories')).status, 200, 'who asked too often waits a minute, not two days');
  for (const cookie of [chief, volunteer, ahead]) assert.equal((await program.get('/me', cookie)).status, 200);
  const proof = await program.post('/me/recovery-codes', undefined, signedIn);
  assert.deepEqual(
    [proof.status, proof.body['code']],
    [401, 'StepUpRequired'],
    'not for two days and a quarter of an hour',
  );
  const again = await program.post('/sessions', { login: 'auditor', password, code: code() });
  assert.equal(again.body['needs'], 'nothing', again.text);
  const twice = await program.post('/sessions', { login: 'auditor', password, code: code() });
  assert.equal(twice.body['code'], 'SignInFailed', 'and each code once');
  for (const [{ name, key }, first, cookie] of [
    [before, added, administrator],
    [during, kept, ahead],
  ] as const)
    assert.equal((await program.post('/people', { name }, { cookie, key })).text, first.text);
  county.clock.set(new Date());
  const now = await signedOff({ desk, at: new Date(Date.now() + 15_000) });
  await until(async () => (await published(owner)).length > 0, 'what is due is published again');
  await settle(owner, 100);
  assert.deepEqual(await published(owner), [now]);
  assert.equal((await desk.see(tomorrow)).publicState, 'unpublished');
  const chain = await county.inCounty((ctx) => verifyAuditChain(ctx));
  assert.deepEqual(chain.faults, []);
  const report = await county.as('auditor').get(`/stories/${now}/verification`);
  assert.equal(report.body['valid'], true, report.text);
  await owner.end();
});

test('the clock is set back during a visit and by two days: minutes are asked for and never negative, and work goes on at once by the clock of the queue', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  county.clock.set(new Date());
  const ground = await groundOf(desk);
  const arrival = await prepareArrival(county, ground);
  const visit = arrival.path.replace('/check-ins', '');
  const coordinator = await cookieAt(county, 'coordinator', new Date());
  const volunteer = await cookieAt(county, 'volunteer', new Date());
  const dispatch = await prepareDispatch(county, ground);
  const owner = await ownerClient(county.database);
  await using program = await ClockedProgram.start(county);

  await program.leap(1.5);
  assert.equal((await program.post(arrival.path, {}, { cookie: volunteer })).status, 201, 'they are there');
  await program.leap(-0.5);
  const untimed = await program.post(`${visit}/completions`, {}, { cookie: volunteer });
  assert.deepEqual([untimed.status, untimed.body['code']], [422, 'MinutesMissing'], untimed.text);
  const done = await program.post(`${visit}/completions`, { minutesServed: 45 }, { cookie: volunteer });
  assert.equal(done.status, 201, done.text);
  const { rows } = await owner.query<{ minutes: number; evidence: string }>(
    'select minutes_served as minutes, evidence from volunteering.visits where checked_out_at is not null',
  );
  assert.deepEqual(rows, [{ minutes: 45, evidence: 'typed-in-later' }]);
  const order = String(arrival.effects.find(({ what }) => what === 'event')?.values[0]);
  const confirmed = await program.post(`/orders/${order}/confirmations`, {}, { cookie: coordinator });
  assert.equal(confirmed.status, 201, confirmed.text);
  const entry = await owner.query<{ minutes: number; isOfThePlan: boolean }>(
    `select h.minutes, h.happened_at = v.starts_at as "isOfThePlan" from volunteering.hours h join volunteering.visits v on v.county_id = h.county_id and v.id = h.visit_id`,
  );
  assert.deepEqual(entry.rows, [{ minutes: 45, isOfThePlan: true }], 'when it began is what had been agreed');

  await program.leap(-48);
  const sent = await program.post(dispatch.path, dispatch.body, { cookie: coordinator, key: dispatch.key });
  assert.ok(sent.status < 300, sent.text);
  await settle(owner, 100);
  await program.leap(48);
  const failed = await owner.query<{ id: string }>(
    `update jobs.job set state = 'failed' where id = (select id from jobs.job where state = 'completed' limit 1) returning id`,
  );
  const administrator = await cookieAt(county, 'administrator', program.now());
  const retried = await program.post(`/jobs/${failed.rows[0]?.id}/retries`, undefined, { cookie: administrator });
  assert.ok(retried.status < 300, retried.text);
  await settle(owner, 60);
  // As the clock of the database leaves it that was ahead and is right again.
  await owner.query(
    `update jobs.job set state = 'retry', start_after = now() + interval '2 days' where id = (select id from jobs.job where state = 'completed' limit 1)`,
  );
  await settle(owner, 60);
  await program.leap(0);
  const repeated = await program.post(dispatch.path, dispatch.body, { cookie: coordinator, key: dispatch.key });
  assert.equal(repeated.text, sent.text);
  for (const { what, sql, values } of dispatch.effects)
    assert.equal(Number((await owner.query<{ count: number }>(sql, [...values])).rows[0]?.count), 1, what);
  assert.deepEqual((await county.inCounty((ctx) => verifyAuditChain(ctx))).faults, []);
  await owner.end();
});
