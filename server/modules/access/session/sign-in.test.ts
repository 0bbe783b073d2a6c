import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTestPassword } from '#access/testing';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { waitsForLock } from '../../../testing/waits-for-lock.ts';
import { isSessionAlive } from '../session-queries.ts';
import { Browser } from '../testing/browser.ts';

const password = '一句容易记的话 2026';

async function worldWithPasswords(...logins: string[]): Promise<TestWorld> {
  const county = await testWorld();
  for (const login of logins) await county.inCounty((ctx) => setTestPassword(ctx, login, password));
  return county;
}

test('a volunteer signs in with login and password, and the cookie is safe (A8)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const phone = new Browser(county);
  const answer = await phone.post('/sessions', { login: ' Volunteer ', password });
  assert.equal(answer.status, 201, answer.text);
  assert.equal(answer.body['needs'], 'nothing');
  const cookie = answer.headers['set-cookie'] ?? '';
  assert.match(cookie, /^__Host-session=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Lax$/);
  assert.equal((await phone.get('/me')).body['login'], 'volunteer');
});

test('a wrong password and an unknown name answer alike', async () => {
  await using county = await worldWithPasswords('volunteer');
  const wrong = await new Browser(county).post('/sessions', { login: 'volunteer', password: 'not this one' });
  const unknown = await new Browser(county).post('/sessions', { login: 'nobody', password: 'not this one' });
  assert.equal(wrong.status, 401);
  assert.equal(wrong.body['code'], 'SignInFailed');
  assert.deepEqual({ ...wrong.body, requestId: '' }, { ...unknown.body, requestId: '' });
});

test('the password of one county opens nothing in the other', async () => {
  await using county = await worldWithPasswords('volunteer');
  const there = await new Browser(county, 'two.test').post('/sessions', { login: 'volunteer', password });
  assert.equal(there.body['code'], 'SignInFailed');
});

test('after ten wrong tries an account waits a quarter of an hour, whoever asks (A16)', async () => {
  await using county = await worldWithPasswords('volunteer', 'coordinator');
  const phone = new Browser(county);
  for (let tries = 0; tries < 10; tries += 1)
    assert.equal((await phone.post('/sessions', { login: 'volunteer', password: `wrong ${tries}` })).status, 401);
  const waiting = await phone.post('/sessions', { login: 'volunteer', password });
  assert.equal(waiting.status, 429);
  assert.ok(Number(waiting.headers['retry-after']) > 0);
  assert.equal(
    (await phone.post('/sessions', { login: 'coordinator', password })).status,
    201,
    'others are not held up',
  );
  county.clock.advance({ minutes: 16 });
  assert.equal((await phone.post('/sessions', { login: 'volunteer', password })).status, 201);
});

test('guesses made all at once are no way around the limit (A16)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, at) =>
      new Browser(county).post('/sessions', { login: 'volunteer', password: `guess ${at}` }),
    ),
  );
  assert.equal(answers.filter((answer) => answer.status === 401).length, 10);
  assert.equal(answers.filter((answer) => answer.status === 429).length, 15);
});

test('one net cannot try many accounts without end (A16)', async () => {
  await using county = await testWorld();
  const phone = new Browser(county);
  const answers: number[] = [];
  for (let tries = 0; tries < 31; tries += 1)
    answers.push((await phone.post('/sessions', { login: `guess-${tries}`, password: 'summer holiday' })).status);
  assert.equal(answers.at(-1), 429);
});

test('a chief editor with the password alone reaches nothing but the setting up of a second step (A14)', async () => {
  await using county = await worldWithPasswords('chief-editor');
  const desk = new Browser(county);
  assert.equal((await desk.post('/sessions', { login: 'chief-editor', password })).body['needs'], 'enrolment');
  const sessions = await desk.get('/sessions');
  assert.equal(sessions.status, 401);
  assert.equal(sessions.body['code'], 'StepUpRequired');
  assert.deepEqual((await desk.get('/me')).body['grants'], []);
});

test('a session unused for three weeks ends, and no session lives longer than its ninety days (A11)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const phone = new Browser(county);
  await phone.post('/sessions', { login: 'volunteer', password });
  for (let weeks = 0; weeks < 12; weeks += 2) {
    county.clock.advance({ days: 14 });
    assert.equal((await phone.get('/me')).status, 200, `after ${weeks + 2} weeks`);
  }
  county.clock.advance({ days: 7 });
  assert.equal((await phone.get('/me')).body['code'], 'SignInAgain');

  const other = new Browser(county);
  await other.post('/sessions', { login: 'volunteer', password });
  county.clock.advance({ days: 22 });
  assert.equal((await other.get('/me')).body['code'], 'SignInAgain');
});

test('what a session holds open ends with it also where nobody used it any more: an open window is no use (A11)', async () => {
  await using county = await testWorld();
  const alive = async (name: 'chief-editor' | 'volunteer'): Promise<[boolean, () => Promise<boolean>]> => {
    const { sessions } = (await county.as(name).get('/sessions')).body as {
      sessions: { id: string; current: boolean }[];
    };
    const id = sessions.find((one) => one.current)?.id ?? '';
    const ask = () => county.inCounty((ctx) => ctx.transaction((tx) => isSessionAlive(tx, id)));
    return [await ask(), ask];
  };
  const [[chief, askChief], [volunteer, askVolunteer]] = [await alive('chief-editor'), await alive('volunteer')];
  assert.deepEqual([chief, volunteer], [true, true]);
  county.clock.advance({ hours: 9 });
  assert.deepEqual([await askChief(), await askVolunteer()], [false, true]);
  county.clock.advance({ days: 22 });
  assert.equal(await askVolunteer(), false);
});

test('signing out, and ending a session from another device, work at once (A10)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const [phone, desk] = [new Browser(county), new Browser(county)];
  await phone.post('/sessions', { login: 'volunteer', password });
  await desk.post('/sessions', { login: 'volunteer', password });
  const { sessions } = (await desk.get('/sessions')).body as { sessions: { id: string; current: boolean }[] };
  assert.equal(sessions.length, 2);
  const there = sessions.find((session) => !session.current);
  assert.equal((await desk.ask('DELETE', `/sessions/${there?.id}`)).status, 204);
  assert.equal((await phone.get('/me')).status, 401);
  const kept = desk.cookie;
  assert.equal((await desk.ask('DELETE', '/sessions/current')).status, 204);
  assert.equal(desk.cookie, '');
  assert.equal(
    (await county.request('GET', '/api/v1/me', undefined, { cookie: kept })).status,
    401,
    'the old cookie is worth nothing',
  );
});

test("nobody ends another person's session", async () => {
  await using county = await worldWithPasswords('volunteer');
  const phone = new Browser(county);
  await phone.post('/sessions', { login: 'volunteer', password });
  const { sessions } = (await phone.get('/sessions')).body as { sessions: { id: string }[] };
  assert.equal((await county.as('coordinator').delete(`/sessions/${sessions[0]?.id}`)).status, 404);
  assert.equal((await phone.get('/me')).status, 200);
});

test('a request that another site could have sent is refused (A12)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const foreign = await new Browser(county).post(
    '/sessions',
    { login: 'volunteer', password },
    { headers: { origin: 'https://evil.example' } },
  );
  assert.equal(foreign.status, 403);
  assert.equal(foreign.body['code'], 'CrossSite');
  const fetched = await new Browser(county).post(
    '/sessions',
    { login: 'volunteer', password },
    { headers: { 'sec-fetch-site': 'cross-site' } },
  );
  assert.equal(fetched.body['code'], 'CrossSite');
});

test('confirming once more changes the cookie and counts for a quarter of an hour (A9)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const phone = new Browser(county);
  await phone.post('/sessions', { login: 'volunteer', password });
  const before = phone.cookie;
  assert.equal((await phone.post('/sessions/current/step-ups', { password: 'wrong' })).body['code'], 'SignInFailed');
  assert.equal((await phone.post('/sessions/current/step-ups', { password })).status, 201);
  assert.notEqual(phone.cookie, before);
  assert.equal((await county.request('GET', '/api/v1/me', undefined, { cookie: before })).status, 401);
  assert.ok((await phone.get('/me')).body['steppedUpUntil']);
  county.clock.advance({ minutes: 16 });
  assert.equal((await phone.get('/me')).body['steppedUpUntil'], null);
});

test('a sign-in that is under way with the former password opens nothing once another is set (A10)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const owner = await ownerClient(county.database);
  try {
    // Whoever sets the new password, by a slip or by the former one, holds the account meanwhile.
    await owner.query('begin');
    await owner.query(`select 1 from access.accounts where county_id = 1 and login = 'volunteer' for update`);
    const underWay = new Browser(county).post('/sessions', { login: 'volunteer', password });
    await waitsForLock(owner);
    await owner.query(
      `update access.accounts set password_hash = password_hash || 'x' where county_id = 1 and login = 'volunteer'`,
    );
    await owner.query('commit');
    assert.equal((await underWay).body['code'], 'SignInFailed');
  } finally {
    await owner.end();
  }
});

test('the cookie is nowhere in the database (A9)', async () => {
  await using county = await worldWithPasswords('volunteer');
  const phone = new Browser(county);
  await phone.post('/sessions', { login: 'volunteer', password });
  const secret = phone.cookie.split('=')[1] ?? '';
  const rows = await county.inCounty((ctx) =>
    ctx.transaction((tx) => tx.client.query('select s::text from access.sessions s where county_id = 1')),
  );
  assert.ok(rows.rows.length > 0);
  assert.ok(!JSON.stringify(rows.rows).includes(secret));
});
