import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { openDesk, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '../options.ts';

async function publicPages(desk: Desk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  return {
    async read(url: string, type: string): Promise<string> {
      const answer = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
      assert.equal(answer.statusCode, 200, url);
      assert.match(String(answer.headers['content-type']), new RegExp(`^${type.replace('+', '\\+')}`), url);
      return answer.body;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

test('RSS, Atom and JSON Feed tell of the same stories, newest first, each under its whole address', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const older = await desk.publish({ text: textOf('柳河桥今天通车', ['修了三个月的桥，今天通车。']) });
  desk.county.clock.advance({ minutes: 5 });
  const newer = await desk.publish({ text: textOf('早市 <改到> 六点 & 半', ['早市改到六点半。'], { deck: 'a < b' }) });
  const addresses = [newer, older].map((one) => `http://one.test/stories/${one.slug}`);

  const rss = parseRssFeed(await pages.read('/feeds/rss.xml', 'application/rss+xml'));
  assert.deepEqual(
    rss.items?.map((item) => item.link),
    addresses,
  );
  assert.equal(rss.items?.[0]?.title, '早市 <改到> 六点 & 半');
  assert.equal(rss.title, '甲县融媒体中心');
  const atom = parseAtomFeed(await pages.read('/feeds/atom.xml', 'application/atom+xml'));
  assert.deepEqual(
    atom.entries?.map((entry) => entry.id),
    addresses,
  );
  const text = await pages.read('/feeds/feed.json', 'application/feed+json');
  assert.match(text, /https:\/\/jsonfeed\.org\/version\/1\.1/);
  const json = parseJsonFeed(text);
  assert.deepEqual(
    json.items?.map((item) => item.url),
    addresses,
  );
});

test('a page names its other languages only where they are: a story when its translation is public', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const alternates = async (url: string): Promise<string[]> =>
    [...(await pages.read(url, 'text/html')).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, language, href]) => `${language} ${href}`,
    );
  const original = await desk.publish();
  const chinese = `zh-CN http://one.test/stories/${original.slug}`;
  assert.deepEqual(await alternates(`/stories/${original.slug}`), []);
  assert.deepEqual(await alternates(`/en/stories/${original.slug}`), []);
  assert.match(
    await pages.read(`/en/stories/${original.slug}`, 'text/html'),
    new RegExp(`rel="canonical" href="http://one.test/stories/${original.slug}"`),
    'the Chinese text has its address in Chinese',
  );
  const translation = await desk.publish({
    language: 'en',
    translationOf: original.id,
    text: { ...textOf('The bridge is open', ['Ten tonnes at most.']), language: 'en' },
  });
  const english = `en http://one.test/en/stories/${translation.slug}`;
  assert.deepEqual(await alternates(`/stories/${original.slug}`), [chinese, english]);
  assert.deepEqual(await alternates(`/en/stories/${translation.slug}`), [english, chinese]);
  assert.deepEqual(await alternates('/en/about'), ['en http://one.test/en/about', 'zh-CN http://one.test/about']);
});

test('a story that is published or withdrawn is in the feeds and the sitemap, or out of them, at once', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  assert.doesNotMatch(await pages.read('/sitemap.xml', 'application/xml'), /\/stories\//);
  assert.equal(parseRssFeed(await pages.read('/feeds/rss.xml', 'application/rss+xml')).items?.length ?? 0, 0);
  const published = await desk.publish();
  const loc = `<loc>http://one.test/stories/${published.slug}</loc>`;
  assert.ok((await pages.read('/sitemap.xml', 'application/xml')).includes(loc));
  assert.ok((await pages.read('/feeds/rss.xml', 'application/rss+xml')).includes(published.slug ?? '-'));
  await desk.onDuty('chief-editor');
  await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实限重' });
  assert.ok(!(await pages.read('/sitemap.xml', 'application/xml')).includes(loc));
  assert.equal(parseRssFeed(await pages.read('/feeds/rss.xml', 'application/rss+xml')).items?.length ?? 0, 0);
});

test('robots are told of the sitemap and kept from the desk; the English feed links to English pages', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const published = await desk.publish();
  assert.match(
    await pages.read('/robots.txt', 'text/plain'),
    /Disallow: \/console\/[\s\S]*Sitemap: http:\/\/one\.test\/sitemap\.xml/,
  );
  const english = parseJsonFeed(await pages.read('/en/feeds/feed.json', 'application/feed+json'));
  assert.equal(english.items?.[0]?.url, `http://one.test/en/stories/${published.slug}`);
  assert.equal(english.title, 'One County Media Centre');
});
