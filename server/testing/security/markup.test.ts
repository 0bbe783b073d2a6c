import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, story } from '#newsroom/testing';
import { textOf } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '#portal';
import { htmlIn, isLive, vectors } from './live-markup.ts';

test('the measure itself sees live markup', () => {
  for (const vector of [
    '<script>xyx()</script>',
    '<img src=x onerror=xyx()>',
    '<a href="javascript:xyx()">x</a>',
    '<svg/onload=xyx()//>',
    '<p title="" onmouseover="xyx()">',
  ])
    assert.ok(isLive(vector), vector);
  for (const text of ['&lt;script>xyx()&lt;/script>', '<p>onerror=xyx()</p>', '<input value="\' onfocus=\'xyx()">'])
    assert.ok(!isLive(text), text);
});

test('markup in title, deck, text and byline stays text on every page and in every feed (A23)', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const slugs: string[] = [];
  // Directions and invisible characters are refused in a story's text; searches may hold them.
  const writable = vectors.filter((one) => !/[\u202e\u200b]/.test(one));
  // Twelve vectors to a story: one as title, one as byline, the others as paragraphs.
  for (let first = 0; first < writable.length; first += 12) {
    const some = writable.slice(first, first + 12);
    const text = textOf(`桥 ${some[0]}`, some, { deck: `${some[1]}` });
    const published = await desk.publish({ text, byline: `${some[2]}`.slice(0, 60) });
    slugs.push(published.slug ?? '');
  }
  await county.deliver();
  const urls = [
    '/',
    '/en/',
    '/large/',
    '/sections/life',
    '/search?q=xyx',
    '/feeds/rss.xml',
    '/feeds/atom.xml',
    '/feeds/feed.json',
    '/sitemap.xml',
    ...slugs.flatMap((slug) => [`/stories/${slug}`, `/large/stories/${slug}`]),
  ];
  let seen = 0;
  for (const url of urls) {
    const answer = await server.inject({ url, headers: { host: 'one.test' } });
    assert.equal(answer.statusCode, 200, `${url} ${answer.body.slice(0, 200)}`);
    if (answer.body.includes('xyx')) seen += 1;
    // Feeds carry the story as escaped HTML: what a reader takes out of them is judged too.
    const bodies = url.startsWith('/feeds') ? htmlIn(answer.body) : [answer.body];
    for (const body of bodies) assert.ok(!isLive(body), `${url}\n${body}`);
  }
  assert.ok(seen >= slugs.length * 2 + 3, `the texts are really shown (${seen})`);
  await server.close();
});

test('what a visitor types into a search or an address is shown as text (A23)', async () => {
  await using desk = await openDesk();
  story(await desk.county.as('editor').post('/stories', desk.draft('试')), 201);
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  await server.ready();
  for (const vector of vectors)
    for (const url of [
      `/search?q=${encodeURIComponent(vector)}`,
      `/stories/${encodeURIComponent(vector)}`,
      `/${encodeURIComponent(vector)}`,
      `/orders/${encodeURIComponent(vector)}`,
    ]) {
      const answer = await server.inject({ url, headers: { host: 'one.test' } });
      assert.ok(answer.statusCode < 500, `${url} ${answer.statusCode}`);
      assert.ok(!isLive(answer.body), `${url}\n${answer.body}`);
    }
  await server.close();
});
