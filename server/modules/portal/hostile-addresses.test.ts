import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { testWorld } from '#testing';
import { portalOptions } from './options.ts';

/** What no link of ours holds: NUL, a sign of two halves just where a long question is cut, half a sign, names that every object has, an id of nothing. */
const hostile = [
  '\u0000',
  `${'水'.repeat(499)}😀😀`,
  '水'.repeat(600),
  '__proto__',
  'constructor',
  '%',
  '\\',
  "'",
  '01900000-0000-7000-8000-000000000000',
  '-1',
  '99999999999999999999',
  '2026-02-30',
  '0000',
  '9999',
];

test('no public page breaks at what stands in its address, whoever wrote it', async () => {
  await using county = await testWorld();
  const pages = county.app.modules.flatMap((module) => module.pages ?? []);
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const broken: string[] = [];
  const look = async (url: string): Promise<void> => {
    const answer = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
    // 501 is what oEmbed §2.3.4 wants of a form that is not offered.
    if (answer.statusCode >= 500 && answer.statusCode !== 501)
      broken.push(`${answer.statusCode} ${url.slice(0, 80)} …${url.slice(-24)}`);
  };
  for (const { path, query = [] } of pages) {
    for (const part of hostile.filter((one) => one.length < 500)) {
      const filled = path.replaceAll(/:\w+/g, encodeURIComponent(part));
      if (filled !== path) await look(filled);
    }
    const plain = path.replaceAll(/:\w+/g, 'x');
    for (const key of query) for (const value of hostile) await look(`${plain}?${key}=${encodeURIComponent(value)}`);
  }
  assert.ok(pages.some(({ query = [] }) => query.length > 0));
  assert.deepEqual(broken, []);
  await server.close();
});
