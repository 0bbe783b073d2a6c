import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
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
