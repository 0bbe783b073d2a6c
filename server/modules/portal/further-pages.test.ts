import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { dataIn, untranslated } from '../../../languages/en-XA/untranslated.ts';
import { portalOptions } from './options.ts';

const paths = ['/', '/services', '/search?q=', '/about', '/verify', '/corrections', '/privacy', '/accessibility'];

test('a folder in languages/ makes the public pages speak it under an address of its tag, from page to page', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const { id, slug } = await desk.publish();
  await county.deliver();
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const get = (url: string, host = 'one.test') => server.inject({ method: 'GET', url, headers: { host } });
  const record = await Promise.all(
    ['/places', '/sections', '/settings', `/stories/${id}`].map((path) => county.as('administrator').get(path)),
  );
  const data = dataIn(...record.map(({ body }) => body));
  const faults: string[] = [];
  for (const path of [...paths, `/stories/${slug}`]) {
    const [english, further] = [await get(`/en${path}`), await get(`/en-xa${path}`)];
    assert.deepEqual([english.statusCode, further.statusCode], [200, 200], path);
    assert.match(further.body, /<html lang="en-XA"/);
    assert.match(further.body, /⟦/, path);
    // The record of this county is Chinese.
    const ofPage = further.body.replaceAll(/<(\w+)[^>]* lang="zh-CN"[^>]*>[^]*?<\/\1>/g, '');
    const pieces = untranslated(ofPage, data).filter((piece) => !/\p{Script=Han}|^[0-9a-f]{64}$/u.test(piece));
    faults.push(...pieces.map((piece) => `${path}: ${piece}`));
    const withoutSwitch = further.body.replace(/<nav class="editions"[^]*?<\/nav>/, '');
    for (const [, href = ''] of withoutSwitch.matchAll(
      /<a [^>]*href="(\/(?:en-xa\/)?(?:about|services|search)[^"]*)"/g,
    ))
      assert.ok(href.startsWith('/en-xa/'), `${path} leads on to ${href}`);
    assert.ok(further.body.includes('hreflang="en"') === english.body.includes('hreflang="zh-CN"'), path);
  }
  assert.deepEqual(faults, []);
  assert.match(
    (await get('/en-xa/about')).body,
    /<link rel="alternate" type="application\/rss\+xml"[^>]* href="\/en-xa\/feeds\/rss\.xml"/,
    'a reader of feeds is led to those in it',
  );
  for (const feed of ['/feeds/corrections-rss.xml', '/feeds/corrections-atom.xml', '/feeds/corrections.json']) {
    const { body } = await get(`/en-xa${feed}`);
    assert.match(body, /title(?:>|":\s*")⟦/, feed);
    assert.ok(body.includes(`/en-xa${feed}`), 'its own address is this one');
  }
  const [own, english] = [await get('/en-xa/feeds/feed.json'), await get('/en/feeds/feed.json')].map(
    (answer) => JSON.parse(answer.body) as { items: { id: string; url: string }[] },
  );
  assert.deepEqual(
    own?.items.map(({ id }) => id),
    english?.items.map(({ id }) => id),
    'an item is the same one in every language',
  );
  for (const { url } of own?.items ?? []) assert.match(url, /^http:\/\/one\.test\/en-xa\//);
  const home = await get('/');
  assert.doesNotMatch(home.body, /en-xa/, 'one that is made for tests is offered nowhere');
  assert.doesNotMatch((await get('/robots.txt')).body, /en-xa/);
  const removed = await server.inject({ method: 'DELETE', url: '/en-xa/large/about', headers: { host: 'one.test' } });
  assert.deepEqual([removed.statusCode, removed.headers['allow']], [405, 'GET, HEAD']);
  assert.equal((await get('/en-xa/large/about')).statusCode, 200);
  assert.match((await get('/en-xa/nothing')).body, /lang="en-XA"[^]*⟦/, 'what is not there is said in it');
  assert.equal((await get('/xx-yy/about')).statusCode, 404);
  await server.close();
});
