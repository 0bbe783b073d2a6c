import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { overHttp } from '#testing';
import { portalOptions } from '../options.ts';
import { pageCacheOf } from '../state.ts';

test('the public API answers from memory what is asked for again, the same to everybody, until a story is published or withdrawn', async () => {
  await using desk = await openDesk();
  const first = await desk.publish();
  const { app } = desk.county;
  const server = await buildServer(app, portalOptions(app));
  const ask = (url: string, headers: Record<string, string> = {}) =>
    server.inject({ method: 'GET', url, headers: { host: 'one.test', ...headers } });
  const list = await ask('/api/v1/public/stories', { 'accept-language': 'en' });
  assert.equal(list.statusCode, 200);
  assert.equal(pageCacheOf(app).figures().pages, 0);
  const again = await ask('/api/v1/public/stories', { 'accept-language': 'zh-CN', cookie: '__Host-session=x' });
  assert.equal(again.body, list.body);
  assert.equal(pageCacheOf(app).figures().pages, 1);
  const unchanged = await ask('/api/v1/public/stories', { 'if-none-match': String(list.headers['etag']) });
  assert.equal(unchanged.statusCode, 304);
  const single = await ask(`/api/v1/public/stories/${first.slug}`);
  assert.equal(single.json<{ state: string }>().state, 'published');

  await desk.publish();
  assert.equal((await ask('/api/v1/public/stories')).json<{ items: unknown[] }>().items.length, 2);
  await desk.onDuty('chief-editor');
  await desk.county
    .as('chief-editor')
    .post(`/stories/${first.id}/withdrawals`, { reason: '桥的限重写错了，核实后再发。' });
  assert.equal(
    (await ask(`/api/v1/public/stories/${first.slug}`)).json<{ state: string; text: unknown }>().state,
    'withdrawn',
  );
  assert.equal((await ask('/api/v1/public/stories')).json<{ items: unknown[] }>().items.length, 1);
  await server.close();
});

test('pages of other sites may read the public API, without credentials, and each address has its limit', async () => {
  await using desk = await openDesk({ readsPerMinute: 4 });
  const story = await desk.publish();
  const { app } = desk.county;
  await using server = await buildServer(app, portalOptions(app));
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const ask = (url: string, method = 'GET', headers: Record<string, string> = {}) =>
    overHttp(address, url, { method, headers: { origin: 'https://elsewhere.example', ...headers } });
  const url = `/api/v1/public/stories/${story.slug}`;
  const may = await ask(url, 'OPTIONS', { 'access-control-request-method': 'GET' });
  assert.equal(may.status, 204);
  assert.equal(may.headers['access-control-allow-methods'], 'GET, HEAD');
  const first = await ask(url);
  const kept = await ask(url);
  for (const answer of [may, first, kept]) {
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
  }
  const tag = String(first.headers['etag']);
  assert.equal(kept.headers['etag'], tag);
  const conditions = [tag, `W/${tag}`, `"other", ${tag}`, '*', '"other"', tag.slice(1, -1)];
  const answered: number[] = [];
  for (const condition of conditions) answered.push((await ask(url, 'GET', { 'if-none-match': condition })).status);
  assert.deepEqual(answered, [304, 304, 304, 304, 200, 200]);
  assert.equal((await ask(url, 'HEAD')).text, '');
  // What is answered from memory is not counted: these are the third and the fourth, after the two that it took to be kept.
  for (const limit of [1, 2]) assert.equal((await ask(`/api/v1/public/stories?limit=${limit}`)).status, 200);
  const over = await ask('/api/v1/public/stories?limit=3');
  assert.deepEqual([over.status, over.headers['retry-after']], [429, '60']);
  assert.equal(over.headers['access-control-allow-origin'], '*', 'a page can read why');
  assert.equal((await ask(url)).status, 200);
  desk.county.clock.advance({ minutes: 1 });
  assert.equal((await ask('/api/v1/public/stories?limit=3')).status, 200);
});

test('what one county keeps, another never gets', async () => {
  await using desk = await openDesk();
  await desk.publish();
  const { app } = desk.county;
  const server = await buildServer(app, portalOptions(app));
  for (const [host, stories] of [
    ['one.test', 1],
    ['two.test', 0],
  ] as const) {
    const answer = await server.inject({ method: 'GET', url: '/api/v1/public/stories', headers: { host } });
    assert.equal(answer.json<{ items: unknown[] }>().items.length, stories, host);
  }
  await server.close();
});
