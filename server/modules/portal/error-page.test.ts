import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { doorBefore, testWorld } from '#testing';
import { portalOptions } from './options.ts';

test('while the database is away a reader is told so on a page of the county’s, in their language, and may try again', async () => {
  await using county = await testWorld();
  const door = await doorBefore(county.app.settings.databaseUrl);
  const app = await openApp({ ...county.app.settings, databaseUrl: door.address }, county.app.modules, county.clock);
  const server = await buildServer(app, portalOptions(app));
  await using ended = new AsyncDisposableStack();
  ended.defer(() => door.close());
  ended.defer(() => app.close());
  ended.defer(() => server.close());
  const get = (url: string) => server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
  const wanted = '/en/large/search?q=bridge&kind=story';
  assert.equal((await get(wanted)).statusCode, 200);
  door.shut();
  const away = await get('/en/large/search?q=ferry&kind=story');
  assert.equal(away.statusCode, 503);
  assert.ok(Number(away.headers['retry-after']) > 0);
  assert.equal(away.headers['cache-control'], 'no-store');
  assert.match(away.body, /<html lang="en" data-edition="large">/);
  assert.match(away.body, /<h1>Recovering, one moment<\/h1>/);
  assert.match(away.body, /href="\/en\/large\/search\?q=ferry&amp;kind=story">Try again</, 'the same question again');
  const { phone } = app.counties.byHost('one.test') ?? assert.fail('no county');
  assert.ok(away.body.includes(phone), 'whom to ring meanwhile');
  assert.match(away.body, /<footer class="footer">/);
  const posted = await server.inject({
    method: 'POST',
    url: '/subscribe?q=1',
    headers: { host: 'one.test', origin: 'http://one.test', 'content-type': 'application/x-www-form-urlencoded' },
    payload: `key=${randomUUID()}&email=a@b.example&pace=daily`,
  });
  assert.equal(posted.statusCode, 503);
  assert.match(posted.body, /正在恢复[^<]*<\/h1>.*没有存上，也没有丢/s);
});
