import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTestPassword } from '#access/testing';
import { testWorld } from '#testing';
import type { Answer, TestWorld } from '#testing';
import { tryProvider } from './try-provider.ts';
import { SignInProvider } from '../testing/sign-in-provider.ts';

const password = '一句容易记的话 2026';
const client = { id: 'xiangyin', secret: 'a-secret-of-this-test-alone' };

/** A browser with every cookie, as the journey needs two. */
class Jar {
  readonly #world: TestWorld;
  readonly #host: string;
  readonly cookies = new Map<string, string>();
  constructor(world: TestWorld, host = 'one.test') {
    this.#world = world;
    this.#host = host;
  }
  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#world.request(method, `/api/v1${path}`, body, {
      host: this.#host,
      ...(cookie ? { cookie } : {}),
    });
    for (const line of (answer.headers['set-cookie'] ?? '').split(/,(?=__Host-)/)) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

const returned = (address: URL): Record<string, string> =>
  Object.fromEntries([...address.searchParams].filter(([name]) => ['state', 'code', 'iss', 'error'].includes(name)));

const worldWith = async ({ issuer }: SignInProvider): Promise<TestWorld> => {
  const county = await testWorld(
    {},
    { oidc: { issuer, clientId: client.id, clientSecret: client.secret, name: '县统一登录' } },
  );
  for (const login of ['volunteer', 'team-leader'])
    await county.inCounty((ctx) => setTestPassword(ctx, login, password));
  return county;
};

test('signing in by the provider: linked by oneself alone, bound to browser, state, nonce, signature and county (A8)', async () => {
  const provider = await SignInProvider.start({
    ...client,
    returns: ['http://one.test/console/provider-return', 'http://two.test/console/provider-return'],
  });
  await using county = await worldWith(provider);
  try {
    const begin = async (jar: Jar, path = '/oidc-sign-ins', body: unknown = { startOn: 'console' }) => {
      const sent = await jar.ask('POST', path, body);
      assert.equal(sent.status, 201, sent.text);
      assert.match(
        String(sent.headers['set-cookie']),
        /^__Host-provider-journey=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/,
      );
      return String(sent.body['address']);
    };
    const arrive = async (jar: Jar, name: string, path?: string, body?: unknown) => {
      const back = await provider.walk(await begin(jar, path, body), name);
      return jar.ask('POST', '/oidc-returns', returned(back));
    };
    const refused = (answer: Answer, status: number, code: string) =>
      assert.deepEqual([answer.status, answer.body['code']], [status, code], answer.text);
    const signedInAs = async (login: string, host?: string) => {
      const jar = new Jar(county, host);
      assert.equal((await jar.ask('POST', '/sessions', { login, password })).status, 201);
      return jar;
    };

    assert.deepEqual((await new Jar(county).ask('GET', '/oidc-provider')).body, { provider: { name: '县统一登录' } });
    const first = new Jar(county);
    const asked = new URL(await begin(first)).searchParams;
    assert.equal(asked.get('code_challenge_method'), 'S256');
    assert.equal(asked.get('scope'), 'openid');
    assert.equal(asked.get('redirect_uri'), 'http://one.test/console/provider-return');
    assert.ok((asked.get('state') ?? '').length >= 40 && (asked.get('nonce') ?? '').length >= 40);

    // Nobody is linked yet: a subject that equals a login, or an e-mail address, opens nothing.
    refused(await arrive(new Jar(county), 'volunteer'), 422, 'OidcNotLinked');

    // Linking: only after a confirmation, and only in the session that set out.
    const desk = await signedInAs('volunteer');
    const elsewhere = await signedInAs('volunteer');
    county.clock.advance({ minutes: 16 });
    refused(await desk.ask('POST', '/me/oidc-links', {}), 401, 'StepUpRequired');
    assert.equal((await desk.ask('POST', '/sessions/current/step-ups', { password })).status, 201);
    const linkAddress = await provider.walk(await begin(desk, '/me/oidc-links', {}), 'li');
    const stranger = await signedInAs('team-leader');
    const journey = desk.cookies.get('__Host-provider-journey') ?? '';
    const own = new Map(stranger.cookies);
    stranger.cookies.set('__Host-provider-journey', journey);
    refused(await stranger.ask('POST', '/oidc-returns', returned(linkAddress)), 410, 'OidcStateLost');
    stranger.cookies.clear();
    for (const [name, value] of own) stranger.cookies.set(name, value);
    const linked = await arrive(desk, 'li', '/me/oidc-links', {});
    assert.deepEqual(linked.body, { startOn: 'account', session: null }, linked.text);
    const view = (await desk.ask('GET', '/me/credentials')).body['oidc'] as Record<string, unknown>;
    assert.ok(view['linkedAt'], 'the page says since when');
    assert.equal((await elsewhere.ask('GET', '/me')).status, 401, 'sessions elsewhere end');
    refused(await arrive(stranger, 'li', '/me/oidc-links', {}), 409, 'OidcTaken');
    const byPhone = await arrive(desk, 'li', '/me/oidc-links', { startOn: 'phone-account' });
    assert.equal(byPhone.body['startOn'], 'phone-account', 'whoever linked on the phone comes back there');

    // Signing in: a session of the first factor and no confirmation.
    const phone = new Jar(county);
    const address = await begin(phone, '/oidc-sign-ins', { startOn: 'phone' });
    const back = await provider.walk(address, 'li');
    assert.equal(back.origin + back.pathname, 'http://one.test/console/provider-return');
    refused(await new Jar(county).ask('POST', '/oidc-returns', returned(back)), 410, 'OidcStateLost');
    refused(
      await phone.ask('POST', '/oidc-returns', { ...returned(back), state: 'x'.repeat(43) }),
      410,
      'OidcStateLost',
    );
    const cookie = phone.cookies.get('__Host-provider-journey') ?? '';
    const arrived = await phone.ask('POST', '/oidc-returns', returned(back));
    assert.equal(arrived.body['startOn'], 'phone', arrived.text);
    assert.equal((arrived.body['session'] as Record<string, unknown>)['needs'], 'nothing');
    assert.equal((await phone.ask('GET', '/me')).body['login'], 'volunteer');
    refused(await phone.ask('POST', '/me/oidc-links', {}), 401, 'StepUpRequired');

    // A return counts once, even for its own browser.
    phone.cookies.set('__Host-provider-journey', cookie);
    refused(await phone.ask('POST', '/oidc-returns', returned(back)), 410, 'OidcStateLost');

    // A code of an earlier journey under a fresh state.
    const again = new Jar(county);
    const fresh = await provider.walk(await begin(again), 'li');
    refused(
      await again.ask('POST', '/oidc-returns', { ...returned(fresh), code: back.searchParams.get('code') ?? '' }),
      422,
      'OidcNotAccepted',
    );

    // Tokens of another journey, and under another key.
    for (const forgery of ['other-nonce', 'other-key'] as const) {
      provider.forgery = forgery;
      refused(await arrive(new Jar(county), 'li'), 422, 'OidcNotAccepted');
    }
    provider.forgery = 'none';

    // Turned back at the provider; too late; another county.
    const turned = new Jar(county);
    const no = await provider.walk(await begin(turned), 'li', true);
    refused(await turned.ask('POST', '/oidc-returns', returned(no)), 422, 'OidcRefused');
    const late = new Jar(county);
    const lateBack = await provider.walk(await begin(late), 'li');
    county.clock.advance({ minutes: 11 });
    refused(await late.ask('POST', '/oidc-returns', returned(lateBack)), 410, 'OidcStateLost');
    refused(await arrive(new Jar(county, 'two.test'), 'li'), 422, 'OidcNotLinked');

    // A closed account, opened again, and unlinked.
    const volunteer = await county.personId('volunteer');
    const closing = (closed: boolean) =>
      county.inCounty((ctx) =>
        ctx.transaction((tx) =>
          tx.client.query('update access.accounts set disabled_at = $3 where county_id = $1 and person_id = $2', [
            tx.countyId,
            volunteer,
            closed ? ctx.app.clock.now() : null,
          ]),
        ),
      );
    await closing(true);
    refused(await arrive(new Jar(county), 'li'), 422, 'OidcNotLinked');
    await closing(false);
    assert.equal((await arrive(new Jar(county), 'li')).status, 201);
    const home = await signedInAs('volunteer');
    assert.equal((await home.ask('DELETE', '/me/oidc-link')).status, 204);
    refused(await arrive(new Jar(county), 'li'), 422, 'OidcNotLinked');

    // The provider goes away on the journey, and before it.
    const under = new Jar(county);
    const underWay = await provider.walk(await begin(under), 'li');
    await provider[Symbol.asyncDispose]();
    refused(await under.ask('POST', '/oidc-returns', returned(underWay)), 502, 'OidcAway');
    refused(await new Jar(county).ask('POST', '/oidc-sign-ins', { startOn: 'phone' }), 502, 'OidcAway');
  } finally {
    await provider[Symbol.asyncDispose]();
  }
});

test('whoever was signed out while the provider was asked links nobody (A10)', async () => {
  await using provider = await SignInProvider.start({
    ...client,
    returns: ['http://one.test/console/provider-return'],
  });
  await using county = await worldWith(provider);
  const [thief, owner] = [new Jar(county), new Jar(county)];
  for (const jar of [thief, owner])
    assert.equal((await jar.ask('POST', '/sessions', { login: 'volunteer', password })).status, 201);
  const begun = await thief.ask('POST', '/me/oidc-links', {});
  const back = await provider.walk(String(begun.body['address']), 'thief');
  provider.meanwhile = () => owner.ask('DELETE', '/sessions');
  const linked = await thief.ask('POST', '/oidc-returns', returned(back));
  assert.deepEqual([linked.status, linked.body['code']], [401, 'SignInAgain'], linked.text);
  const view = (await owner.ask('GET', '/me/credentials')).body['oidc'] as Record<string, unknown>;
  assert.equal(view['linkedAt'], null);
});

test('whoever needs a second factor needs one after the provider too, and reaches nothing without it (A14)', async () => {
  await using provider = await SignInProvider.start({
    ...client,
    returns: ['http://one.test/console/provider-return'],
  });
  await using county = await worldWith(provider);
  const personId = await county.personId('chief-editor');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'testing.link',
        `insert into access.oidc_links (county_id, person_id, issuer, subject, made_at) values ($1, $2, $3, 'wang', $4)`,
        [tx.countyId, personId, provider.issuer, tx.at],
      ),
    ),
  );
  const jar = new Jar(county);
  const { address } = (await jar.ask('POST', '/oidc-sign-ins', { startOn: 'console' })).body as { address: string };
  const arrived = await jar.ask('POST', '/oidc-returns', returned(await provider.walk(address, 'wang')));
  assert.notEqual((arrived.body['session'] as Record<string, unknown>)['needs'], 'nothing', arrived.text);
  assert.equal((await jar.ask('GET', '/stories')).status, 401);
});

test('a provider that answers slowly to its end, too much, nonsense, or as somebody else keeps nobody waiting and opens nothing', async () => {
  const strange: Record<string, (response: ServerResponse, issuer: string) => void> = {
    'breaks off': (response) => response.destroy(),
    fails: (response) => response.writeHead(500).end('{}'),
    'says too much': (response, issuer) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ issuer, more: 'x'.repeat(300 * 1024) })),
    'says nonsense': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer":'),
    'is a page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>'),
    'is another': (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ issuer: 'https://elsewhere.example' })),
    'sends on': (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'lacks what is needed': (response, issuer) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ issuer })),
  };
  let answer: (response: ServerResponse, issuer: string) => void = () => undefined;
  const server = createServer((_request, response) => answer(response, issuer));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const setting = { issuer, clientId: client.id, clientSecret: client.secret, name: '县统一登录' };
  await using county = await testWorld({}, { oidc: setting });
  const away = ['breaks off', 'fails', 'says too much'];
  try {
    for (const [name, way] of Object.entries(strange)) {
      answer = way;
      const sent = await new Jar(county).ask('POST', '/oidc-sign-ins', { startOn: 'console' });
      const code = away.includes(name) ? 'OidcAway' : 'OidcNotAccepted';
      assert.deepEqual([name, sent.body['code']], [name, code], sent.text);
      assert.equal(await tryProvider([], setting), away.includes(name) ? 'away' : 'not-accepted', name);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
