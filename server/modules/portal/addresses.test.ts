import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDesk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

const desk = await openDesk();
const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
after(async () => {
  await server.close();
  await desk[Symbol.asyncDispose]();
});
const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers: { host: 'one.test', ...headers } });

test('an address that nothing can have is not there, and a question that is cut within a sign is a question', async () => {
  const nowhere = [
    '/stories/%00',
    '/stories/a%00b/receipts',
    '/stories/%00/standing.json',
    '/stories/%00/proof.json',
    '/sections/%00/feed.json',
    '/tags/%00',
    '/en/tags/%00/rss.xml',
    '/series/%00/atom.xml',
    '/places/%00',
    '/subscribe/choices/%00',
    '/subscribe/confirm/%00',
    '/.well-known/webfinger?resource=acct:a%00@one.test',
    `/oembed?url=${'a'.repeat(499)}${encodeURIComponent('😀')}`,
  ];
  for (const url of nowhere) assert.equal((await get(url)).statusCode, 404, url);
  for (const url of [`/search?q=${'a'.repeat(499)}${encodeURIComponent('😀')}`, '/search?q=%00&section=%00&place=%00'])
    assert.equal((await get(url)).statusCode, 200, url);
});

test('the front page is linked by the address under which it answers, in each language and edition', async () => {
  for (const prefix of ['', '/en', '/large', '/en/large']) {
    const { body } = await get(`${prefix}/about`);
    assert.match(body, new RegExp(`<a class="bar-name" href="${prefix}/"`), prefix);
    const front = await get(`${prefix}/`);
    const canonical = /<link rel="canonical" href="http:\/\/one\.test([^"]*)"/.exec(front.body)?.[1];
    assert.deepEqual([front.statusCode, canonical], [200, `${prefix.replace('/large', '')}/`]);
  }
});

test('a page goes over the wire in no form that its reader does not take', async () => {
  const forms: [string, string | undefined][] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=1.0, gzip;q=0.8, *;q=0.1', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['br; q=0.000, GZIP ; q=0', undefined],
    ['identity', undefined],
    ['brotli, x-gzipped', undefined],
  ];
  for (const [accepted, wanted] of forms) {
    const answer = await get('/about', { 'accept-encoding': accepted });
    assert.deepEqual([answer.statusCode, answer.headers['content-encoding']], [200, wanted], accepted);
    assert.equal(answer.headers['vary'], 'accept-encoding');
  }
});

test('a page says which methods it takes; where there is none, nothing is said', async () => {
  const ask = (method: 'DELETE' | 'OPTIONS' | 'POST', url: string) =>
    server.inject({ method, url, headers: { host: 'one.test' } });
  const allowed: [Parameters<typeof ask>[0], string, number, string | undefined][] = [
    ['POST', '/', 405, 'GET, HEAD'],
    ['OPTIONS', '/feeds/rss.xml', 405, 'GET, HEAD'],
    ['POST', '/en/large/tags/any/atom.xml?q=1', 405, 'GET, HEAD'],
    ['DELETE', '/large/subscribe', 405, 'GET, HEAD, POST'],
    ['POST', '/nowhere', 404, undefined],
    ['OPTIONS', '/enlarge', 404, undefined],
  ];
  for (const [method, url, status, allow] of allowed) {
    const answer = await ask(method, url);
    assert.deepEqual([answer.statusCode, answer.headers['allow']], [status, allow], `${method} ${url}`);
    assert.match(String(answer.headers['content-type']), /^text\/html/);
  }
});
