import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { listenToCommits } from '#platform/listen';
import { inCounty } from '#platform/transaction';
import { testWorld } from '#testing';

test('secrets of the settings and the county’s key are changed, and whoever is signed in stays so (A38)', async () => {
  await using county = await testWorld({}, { severalProcesses: true });
  await county.inCounty((ctx) => ctx.transaction((tx) => county.app.keys.countyKey(tx, 'county')));
  const cookie = await county.as('editor').cookie();
  const before = await county.request('GET', '/api/v1/me', undefined, { cookie });
  assert.equal(before.status, 200, before.text);

  // As after a restart, with every secret another one.
  const app = await openApp(
    {
      ...county.app.settings,
      smtpUrl: 'smtp://notices:5c2e91@127.0.0.1:9',
      smsUrl: 'https://account:77d0ab@127.0.0.1:9/m.json',
      s3Url: 'https://key:81be02@127.0.0.1:9/bucket',
      metricsToken: '0c1f7e9a8b6d5432',
      oidc: { issuer: 'http://127.0.0.1:9', clientId: 'xiangyin', clientSecret: '9e3ad1c07b', name: 'County' },
    },
    county.app.modules,
    county.clock,
  );
  const server = await buildServer(app, {});
  const ears = listenToCommits(app, () => undefined);
  const me = async () =>
    (await server.inject({ method: 'GET', url: '/api/v1/me', headers: { host: 'one.test', cookie } })).statusCode;
  try {
    await server.ready();
    assert.equal(await me(), 200);
    const rotate = app.modules.flatMap(({ commands = [] }) => commands).find(({ name }) => name === 'keys rotate');
    const [first] = app.counties.all();
    assert.ok(rotate && first);
    const exit = await rotate.run({
      app,
      ownerUrl: undefined,
      args: [],
      flags: {},
      say: () => undefined,
      secret: () => Promise.resolve(''),
      inCounty: (work) => inCounty(app, first, work),
    });
    assert.equal(exit, 0);
    assert.equal(await me(), 200);
    assert.equal((await county.request('GET', '/api/v1/me', undefined, { cookie })).status, 200);
  } finally {
    await ears.close();
    await server.close();
    await app.close();
  }
});
