import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk } from '#newsroom/testing';
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

test('the page of a place says how many pages there are, and behind the last that can be turned to leads to the search', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const published = await desk.publish({ placeIds: [county.placeId('village-1-1')] });
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await tx.client.query(
        `insert into newsroom.stories (county_id, id, kind, language, slug, section_id, place_id, author_id, state, public_state, path, title, teaser, byline, version, revision_id, edition_id, first_published_at, published_at, created_at, updated_at)
         select county_id, md5('archive' || n)::uuid, kind, language, 'archive-' || n, section_id, place_id, author_id, state, public_state, path, title, teaser, byline, version, revision_id, edition_id,
           first_published_at - n * interval '1 minute', published_at, created_at, updated_at
           from newsroom.stories cross join generate_series(1, 1050) n where id = $1`,
        [published.id],
      );
      await tx.client.query(
        `insert into newsroom.story_places (county_id, story_id, place_id, shown_at)
         select county_id, md5('archive' || n)::uuid, place_id, shown_at - n * interval '1 minute'
           from newsroom.story_places cross join generate_series(1, 1050) n where story_id = $1`,
        [published.id],
      );
    }),
  );
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const get = (url: string) => server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
  const village = '/places/110101100001';
  const first = (await get(village)).body;
  assert.match(first, /第1页，共50页/);
  assert.ok((await get(`${village}?page=3`)).body.includes('/stories/archive-59"'));
  const last = (await get(`${village}?page=50`)).body;
  assert.doesNotMatch(last, /rel="next"/);
  assert.match(last, /href="\/search\?place=110101100001">更早的，搜索里找</);
  assert.equal((await get(`${village}?page=51`)).statusCode, 404);
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update newsroom.story_places set shown_at = null where story_id in (select md5('archive' || n)::uuid from generate_series(1, 1000) n)`,
      ),
    ),
  );
  county.clock.advance({ minutes: 2 });
  const fewer = (await get(village)).body;
  assert.match(fewer, /第1页，共3页/);
  assert.match(fewer, /rel="next" href="\/places\/110101100001\?page=2"/);
  await server.close();
});
