import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt, setTestPassword, SoftwarePasskey } from '#access/testing';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { waitsForLock } from '../../../testing/waits-for-lock.ts';
import { Browser } from '../testing/browser.ts';

const password = '一句容易记的话 2026';

async function signedIn(county: TestWorld, login: string): Promise<Browser> {
  await county.inCounty((ctx) => setTestPassword(ctx, login, password));
  const browser = new Browser(county);
  await browser.post('/sessions', { login, password });
  return browser;
}

async function enrolled(county: TestWorld, browser: Browser): Promise<SoftwarePasskey> {
  const passkey = new SoftwarePasskey('http://one.test');
  const options = (await browser.post('/me/passkey-options')).body['publicKey'] as { challenge: string };
  const kept = await browser.post('/me/passkeys', { name: '手机', attestation: passkey.create(options.challenge) });
  assert.equal(kept.status, 201, kept.text);
  assert.equal(county.app.settings.publicAddress, 'http://one.test');
  return passkey;
}

const challengeOf = (answer: { body: Record<string, unknown> }): string =>
  (answer.body['publicKey'] as { challenge: string }).challenge;

test('an editor adds a passkey, then signs in with it alone', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'editor');
  const passkey = await enrolled(county, desk);
  assert.equal((await desk.get('/me')).body['needs'], 'nothing', 'the session is strong at once');
  const phone = new Browser(county);
  const challenge = challengeOf(await phone.post('/passkey-sign-in-options'));
  const answer = await phone.post('/passkey-sessions', { assertion: passkey.get(challenge) });
  assert.equal(answer.status, 201, answer.text);
  assert.equal((await phone.get('/me')).body['login'], 'editor');
});

test('an answer to a challenge works once, for five minutes, from our own page, with the finger on it (A15)', async () => {
  await using county = await testWorld();
  const passkey = await enrolled(county, await signedIn(county, 'editor'));
  const phone = new Browser(county);
  const ask = async (): Promise<string> => challengeOf(await phone.post('/passkey-sign-in-options'));
  const assertion = passkey.get(await ask());
  assert.equal((await phone.post('/passkey-sessions', { assertion })).status, 201);
  assert.equal((await phone.post('/passkey-sessions', { assertion })).body['code'], 'PasskeyNotAccepted', 'again');
  assert.equal(
    (await phone.post('/passkey-sessions', { assertion: passkey.get(await ask(), { origin: 'http://evil.example' }) }))
      .status,
    422,
    'another page',
  );
  assert.equal(
    (await phone.post('/passkey-sessions', { assertion: passkey.get(await ask(), { verified: false }) })).status,
    422,
    'without the finger',
  );
  const late = await ask();
  county.clock.advance({ minutes: 6 });
  assert.equal((await phone.post('/passkey-sessions', { assertion: passkey.get(late) })).status, 422, 'too late');
  passkey.counter = 0;
  assert.equal(
    (await phone.post('/passkey-sessions', { assertion: passkey.get(await ask()) })).status,
    422,
    'a copied device with an old counter',
  );
});

test('an answer that hides bad signs in its client data is refused like any other', async () => {
  await using county = await testWorld();
  const phone = new Browser(county);
  const assertion = new SoftwarePasskey('http://one.test').get('abc\u0000def');
  const refused = await phone.post('/passkey-sessions', { assertion });
  assert.equal(refused.status, 422);
  assert.equal(refused.body['code'], 'PasskeyNotAccepted');
});

test('a challenge for signing in cannot be used to confirm, nor the other way round', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'editor');
  const passkey = await enrolled(county, desk);
  const forSignIn = challengeOf(await new Browser(county).post('/passkey-sign-in-options'));
  assert.equal((await desk.post('/sessions/current/step-ups', { assertion: passkey.get(forSignIn) })).status, 422);
  const forStepUp = challengeOf(await desk.post('/sessions/current/step-up-options'));
  assert.equal((await desk.post('/sessions/current/step-ups', { assertion: passkey.get(forStepUp) })).status, 201);
});

test('whoever knows only the password cannot add a second passkey beside the first', async () => {
  await using county = await testWorld();
  await enrolled(county, await signedIn(county, 'editor'));
  const thief = new Browser(county);
  assert.equal((await thief.post('/sessions', { login: 'editor', password })).body['needs'], 'second-factor');
  const options = await thief.post('/me/passkey-options');
  assert.equal(options.status, 401);
  assert.equal(options.body['code'], 'StepUpRequired');
});

test('one-time codes: set up, used once each, with recovery codes that work once', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'auditor');
  const setup = (await desk.post('/me/totp')).body as { secret: string; uri: string };
  assert.match(setup.uri, /^otpauth:\/\/totp\//);
  assert.equal((await desk.post('/me/totp/confirmations', { code: '000000' })).body['code'], 'CodeNotAccepted');
  const code = codeAt(setup.secret, county.clock.now());
  const confirmed = await desk.post('/me/totp/confirmations', { code });
  assert.equal(confirmed.status, 201, confirmed.text);
  const codes = confirmed.body['codes'] as string[];
  assert.equal(codes.length, 10);

  const phone = new Browser(county);
  assert.equal(
    (await phone.post('/sessions', { login: 'auditor', password, code })).body['code'],
    'SignInFailed',
    'a code seen once is used up',
  );
  county.clock.advance({ seconds: 60 });
  assert.equal(
    (await phone.post('/sessions', { login: 'auditor', password, code: codeAt(setup.secret, county.clock.now()) }))
      .body['needs'],
    'nothing',
  );

  const other = new Browser(county);
  assert.equal((await other.post('/sessions', { login: 'auditor', password })).body['needs'], 'second-factor');
  assert.equal(
    (
      await other.post('/sessions/current/second-factors', {
        recoveryCode: codes[0]?.toLowerCase().replaceAll('-', ' '),
      })
    ).body['needs'],
    'nothing',
  );
  const again = new Browser(county);
  await again.post('/sessions', { login: 'auditor', password });
  assert.equal(
    (await again.post('/sessions/current/second-factors', { recoveryCode: codes[0] })).body['code'],
    'SignInFailed',
  );
});

test('one-time codes that were confirmed meanwhile keep their secret: a second setting up changes nothing', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'auditor');
  const owner = await ownerClient(county.database);
  const secret = async (): Promise<unknown> =>
    (await owner.query(`select totp_secret from access.accounts where county_id = 1 and login = 'auditor'`)).rows;
  try {
    assert.equal((await desk.post('/me/totp')).status, 201);
    const confirmed = await secret();
    await owner.query('begin');
    await owner.query(
      `update access.accounts set totp_confirmed_at = '2026-03-02' where county_id = 1 and login = 'auditor'`,
    );
    const second = desk.post('/me/totp');
    await waitsForLock(owner);
    await owner.query('commit');
    assert.equal((await second).body['code'], 'WrongState');
    assert.deepEqual(await secret(), confirmed);
  } finally {
    await owner.end();
  }
});

test('the last second step of a strong role cannot be removed', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'editor');
  await enrolled(county, desk);
  const { passkeys } = (await desk.get('/me/credentials')).body as { passkeys: { id: string }[] };
  const refused = await desk.ask('DELETE', `/me/passkeys/${passkeys[0]?.id}`);
  assert.equal(refused.body['code'], 'LastSecondFactor');
  assert.equal(((await desk.get('/me/credentials')).body['passkeys'] as unknown[]).length, 1, 'nothing was removed');
});

test('a new password ends every other session at once (A10)', async () => {
  await using county = await testWorld();
  const phone = await signedIn(county, 'volunteer');
  const desk = new Browser(county);
  await desk.post('/sessions', { login: 'volunteer', password });
  const before = desk.cookie;
  assert.equal(
    (await desk.ask('PUT', '/me/password', { current: password, password: 'another good sentence' })).status,
    200,
  );
  assert.notEqual(desk.cookie, before);
  assert.equal((await phone.get('/me')).status, 401);
  assert.equal((await desk.get('/me')).status, 200);
  assert.equal(
    (await new Browser(county).post('/sessions', { login: 'volunteer', password: 'another good sentence' })).status,
    201,
  );
});

test('a new password that is under way when a slip is used does not take its place (A10)', async () => {
  await using county = await testWorld();
  const thief = await signedIn(county, 'volunteer');
  const owner = await ownerClient(county.database);
  const ofVolunteer = `county_id = 1 and person_id = $1`;
  const id = await county.personId('volunteer');
  try {
    await owner.query('begin');
    await owner.query(`update access.accounts set password_hash = 'of the slip' where ${ofVolunteer}`, [id]);
    const underWay = thief.ask('PUT', '/me/password', { current: password, password: '另一句谁也不知道的话 2026' });
    await waitsForLock(owner);
    await owner.query(
      `update access.sessions set ended_at = made_at, ended_why = 'password-changed' where ${ofVolunteer}`,
      [id],
    );
    await owner.query('commit');
    assert.equal((await underWay).body['code'], 'SignInAgain');
    const kept = await owner.query(`select password_hash as hash from access.accounts where ${ofVolunteer}`, [id]);
    assert.deepEqual(kept.rows, [{ hash: 'of the slip' }]);
    assert.equal((await thief.get('/me')).status, 401);
  } finally {
    await owner.end();
  }
});

test('a new password is refused when it is short, common, or easily guessed (A13)', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'volunteer');
  const cases = [
    ['too short', '七个字太短了'],
    ['too common', 'Password123'],
    ['one sign repeated', '啊啊啊啊啊啊啊啊啊'],
    ['a plain run', '23456789'],
    ['the login inside', 'my-volunteer-1'],
    ['too long', 'x9'.repeat(65)],
  ] as const;
  for (const [why, weak] of cases) {
    const refused = await desk.ask('PUT', '/me/password', { current: password, password: weak });
    assert.equal(refused.status, 422, why);
    assert.equal(refused.body['code'], 'PasswordTooWeak', why);
  }
});

test('a program with a token does what its scopes say and nothing else', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'coordinator');
  const offered = (await desk.get('/me/tokens')).body['offered'] as string[];
  assert.ok(offered.includes('person.see') && !offered.includes('place.move'));
  const made = await desk.post('/me/tokens', { name: '日程', scopes: ['person.see'], days: 30 });
  assert.equal(made.status, 201, made.text);
  const token = String(made.body['token']);
  assert.equal((await county.request('GET', '/api/v1/me', undefined, { token })).status, 200);
  assert.equal((await county.request('GET', '/api/v1/people', undefined, { token })).status, 200);
  const small = { headers: { authorization: `bearer  ${token}` } };
  assert.equal((await county.request('GET', '/api/v1/people', undefined, small)).status, 200, 'however it is written');
  assert.equal(
    (await county.request('GET', '/api/v1/people', undefined, { token, host: 'two.test' })).status,
    401,
    'not in the other county',
  );
  assert.equal(
    (await county.request('POST', '/api/v1/people', { name: '某人' }, { token })).status,
    403,
    'not in its scopes',
  );
  assert.equal((await county.request('DELETE', '/api/v1/sessions', undefined, { token })).status, 403);
  assert.equal((await county.request('GET', '/api/v1/me/tokens', undefined, { token })).status, 403);
  const own = await county.personId('coordinator');
  const [grant] = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ id: string }>(
        'test.own-grant',
        'select id from access.grants where county_id = $1 and person_id = $2',
        [tx.countyId, own],
      ),
    ),
  );
  const ending = await county.request('DELETE', `/api/v1/grants/${grant?.id}`, undefined, { token });
  assert.equal(ending.status, 403, 'it gives up no role of its owner');
  assert.equal(((await desk.get('/me')).body['grants'] as unknown[]).length, 1);
  assert.equal((await desk.ask('DELETE', `/me/tokens/${String(made.body['id'])}`)).status, 204);
  assert.equal((await county.request('GET', '/api/v1/me', undefined, { token })).status, 401);
});

test('a token carries only what its maker holds', async () => {
  await using county = await testWorld();
  const desk = await signedIn(county, 'volunteer');
  const made = await desk.post('/me/tokens', { name: '太多', scopes: ['nothing.like-this'], days: 30 });
  assert.equal(made.status, 422);
  assert.equal(made.body['code'], 'ScopeNotHeld');
});
