import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestSession } from '#access/testing';
import { modules } from '../../modules.ts';
import { testWorld } from '../index.ts';

const routes = modules.flatMap((module) => module.routes ?? []);
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** The address of a route with ids that nothing has. */
const addressOf = (path: string): string => path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000');

test('a route with effect refuses what another site could have sent: by its origin, by what the browser says of it, and by a cookie that comes without either (A12)', async () => {
  await using county = await testWorld();
  const cookie = await county.as('administrator').cookie();
  const effects = routes.filter(({ method }) => method !== 'GET');
  assert.ok(effects.length > 200, 'the routes were read');
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site', origin: 'http://one.test' },
    {},
  ];
  const wrong: string[] = [];
  for (const [at, { method, path }] of effects.entries()) {
    const headers = foreign[at % foreign.length] ?? {};
    const { statusCode, body } = await county.server.inject({
      method,
      url: `/api/v1${addressOf(path)}`,
      headers: { host: 'one.test', cookie, 'idempotency-key': `k-${at}-0123456789`, ...headers },
    });
    if (statusCode !== 403 || !body.includes('"code":"CrossSite"'))
      wrong.push(`${method} ${path} ${JSON.stringify(headers)}: ${statusCode} ${body.slice(0, 80)}`);
  }
  assert.deepEqual(wrong, []);
});

test('a body of a type that a foreign form can send is not read as JSON (A12)', async () => {
  await using county = await testWorld();
  const person = { name: '王小河', placeId: county.placeId('village-1-1') };
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await county
      .as('coordinator')
      .post('/people', undefined, { headers: { 'content-type': type }, payload: JSON.stringify(person) });
    // A form with files is not taken apart where none is awaited.
    assert.ok([400, 415].includes(answer.status), `${type} ${answer.text}`);
  }
  assert.equal((await county.as('coordinator').post('/people', person)).status, 201);
});

/** What a session may that still lacks the second factor: give it, confirm, set one up, leave, and learn who it is. */
const beforeSecondFactor = [
  'DELETE /sessions/current',
  'GET /me',
  'GET /me/credentials',
  'POST /me/passkey-options',
  'POST /me/passkeys',
  'POST /me/totp',
  'POST /me/totp/confirmations',
  'POST /sessions/current/second-factors',
  'POST /sessions/current/step-up-options',
  'POST /sessions/current/step-ups',
];

test('no other route answers whoever has signed in halfway, and those that do are reviewed (A14)', async () => {
  await using county = await testWorld();
  assert.deepEqual(
    routes
      .filter((route) => route.beforeSecondFactor)
      .map(({ method, path }) => `${method} ${path}`)
      .toSorted(),
    beforeSecondFactor,
  );
  const cookie = await county.inCounty((ctx) => openTestSession(ctx, 'chief-editor', 1));
  const guarded = routes.filter((route) => route.ability !== 'public' && !route.beforeSecondFactor);
  assert.ok(guarded.length > 300, 'the routes were read');
  const open: string[] = [];
  for (const { method, path } of guarded) {
    const answer = await county.request(method, `/api/v1${addressOf(path)}`, undefined, { cookie });
    if (answer.status !== 401 || answer.body['code'] !== 'StepUpRequired')
      open.push(`${method} ${path}: ${answer.status} ${String(answer.body['code'])}`);
  }
  assert.deepEqual(open, []);
});

test('an address of the API takes the methods of its routes and no other (A6)', async () => {
  await using county = await testWorld();
  const cookie = await county.as('administrator').cookie();
  const taken = Map.groupBy(routes, ({ path }) => addressOf(path));
  assert.ok(taken.size > 200, 'the routes were read');
  const wrong: string[] = [];
  for (const [path, of] of taken) {
    const offered = new Set<string>(of.map(({ method }) => method));
    for (const method of methods.filter((one) => !offered.has(one)).slice(0, 2)) {
      const { status } = await county.request(method, `/api/v1${path}`, undefined, { cookie });
      if (status !== 404 && status !== 405) wrong.push(`${method} ${path}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
  for (const method of ['TRACE', 'PROPFIND'] as const) {
    const answer = await county.server.inject({ method: method as 'GET', url: '/', headers: { host: 'one.test' } });
    assert.ok([404, 405].includes(answer.statusCode), `${method} ${answer.statusCode}`);
  }
});
