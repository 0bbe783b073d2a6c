import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '#portal';
import { testWorld } from '#testing';
import { mountMetrics } from './mount-metrics.ts';

const token = 'a-token-of-more-than-twenty-characters';

test('who watches over the machine reads what it does, and nobody else; nothing of who asked stands in it (A37)', async () => {
  await using county = await testWorld();
  const app = await openApp({ ...county.app.settings, metricsToken: token }, county.app.modules, county.clock);
  const site = portalOptions(app);
  const server = await buildServer(app, {
    ...site,
    async mount(into) {
      await site.mount?.(into);
      mountMetrics(app, into);
    },
  });
  try {
    await server.ready();
    const ask = async (url: string, headers: Record<string, string> = {}) => {
      const answer = await server.inject({ url, headers: { host: 'one.test', ...headers } });
      return { status: answer.statusCode, text: answer.body };
    };
    await ask('/search?q=canarisearch');
    await ask('/api/v1/nothing-of-the-kind');
    assert.equal((await ask('/metrics')).status, 404);
    assert.equal((await ask('/metrics', { authorization: 'Bearer another-token-of-that-length' })).status, 404);
    const seen = await ask('/metrics', { authorization: `Bearer ${token}` });
    assert.equal(seen.status, 200);
    for (const line of [
      /^xiangyin_requests_total\{county="one",by="page",status="2xx"\} \d/m,
      /^xiangyin_requests_total\{county="one",by="api",status="4xx"\} 1$/m,
      /^xiangyin_request_seconds_bucket\{le="0.005",by="page"\} \d/m,
      /^xiangyin_outbox_lag_seconds\{county="one"\} \d/m,
      /^xiangyin_outbox_lag_seconds\{county="two"\} \d/m,
      /^xiangyin_figure\{county="one",name="volunteering\.orders\.\w+"\} \d/m,
      /^process_resident_memory_bytes \d/m,
    ])
      assert.match(seen.text, line);
    assert.doesNotMatch(seen.text, /canari|127\.0\.0\.1/);
  } finally {
    await server.close();
    await app.close();
  }
});

test('without a token in the settings nothing is counted and there is no such page', async () => {
  await using county = await testWorld();
  assert.equal(county.app.measures, null);
  const answer = await county.request('GET', '/metrics', undefined, { token });
  assert.equal(answer.status, 404);
});
