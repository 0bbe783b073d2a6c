import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { testWorld } from '#testing';
import { portalOptions } from './options.ts';

test('an old code of a place leads to its page, in the reader’s language, and a place that ended stands in no list', async () => {
  await using county = await testWorld();
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const get = (url: string) => server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
  const village = county.placeId('village-1-1');
  const administrator = county.as('administrator');
  const revision = async (): Promise<number> =>
    Number((await county.request('GET', '/api/v1/places')).body['revision']);
  assert.match((await get('/places')).body, /大槐/);
  const moved = await administrator.post(`/places/${village}/moves`, {
    revision: await revision(),
    parentId: county.placeId('town-2'),
    code: '110101101009',
    reason: '划过去',
  });
  assert.equal(moved.status, 201, moved.text);
  const old = await get('/en/places/110101100001');
  assert.equal(old.statusCode, 301);
  assert.equal(old.headers['location'], '/en/places/110101101009');
  assert.equal((await get('/en/places/110101101009')).statusCode, 200);
  const ended = await administrator.post(`/places/${village}/endings`, {
    revision: await revision(),
    validTo: '2026-03-09',
    reason: '并村',
  });
  assert.equal(ended.status, 201, ended.text);
  assert.match((await get('/places')).body, /大槐/, 'until the day has come');
  county.clock.advance({ days: 8 });
  assert.doesNotMatch((await get('/places')).body, /大槐/);
  assert.equal((await get('/places/110101101009')).statusCode, 200, 'its page stays');
  await server.close();
});
