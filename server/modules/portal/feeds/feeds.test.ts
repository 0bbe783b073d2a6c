import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { addTestPicture } from '#media/testing';
import { openDesk, story, textOf } from '#newsroom/testing';
import { testPlaceCode } from '#places/testing';
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
  const picture = await machinePicture(desk);
  const older = await desk.publish({ text: textOf('柳河桥今天通车', ['修了三个月的桥，今天通车。', picture]) });
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
  // Whoever takes the picture from a feed or from the page is told what its readers are told.
  const href = `http://one.test/media/${picture.figure.hash}-16x9-50-50-600.jpg`;
  const words = '新桥 · 这张图由人工智能生成';
  const [content] = rss.items?.[1]?.media?.contents ?? [];
  assert.deepEqual([content?.url, content?.description?.value], [href, words]);
  const [, enclosure] = atom.entries?.[1]?.links ?? [];
  assert.deepEqual([enclosure?.href, enclosure?.title], [href, words]);
  const told = json.items?.[1];
  assert.deepEqual([told?.image, told?.attachments?.[0]?.title], [href, words]);
  assert.equal(rss.items?.[0]?.media, undefined, 'a story without a picture');
  // Section and place name their own feeds in their heads, and so do the pages of a tag and a series below.
  for (const path of ['/sections/life', `/places/${testPlaceCode('village-1-1', 1)}`])
    await assertOwnFeeds(await pages.read(path, 'text/html'), path, pages.read);
  const page = await pages.read(`/stories/${older.slug}`, 'text/html');
  const [, block = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
  assert.deepEqual((JSON.parse(block) as { image: unknown }).image, [
    {
      '@type': 'ImageObject',
      contentUrl: href,
      encodingFormat: 'image/jpeg',
      caption: '新桥',
      creditText: '县融媒体中心',
      copyrightNotice: '甲县',
      license: { '@type': 'CreativeWork', name: '可用一年' },
      digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
      description: '这张图由人工智能生成',
    },
  ]);
});

async function assertOwnFeeds(
  page: string,
  path: string,
  read: (url: string, type: string) => Promise<string>,
): Promise<void> {
  const named = [...page.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"/g)];
  for (const [type, file] of [
    ['application/rss+xml', 'rss.xml'],
    ['application/atom+xml', 'atom.xml'],
    ['application/feed+json', 'feed.json'],
  ] as const) {
    assert.ok(
      named.some(([, said, href]) => said === type && href === `${path}/${file}`),
      `${path} does not name ${file}`,
    );
    await read(`${path}/${file}`, type);
  }
}

async function machinePicture(desk: Desk) {
  const { county } = desk;
  const hash = await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestPicture(tx, county.placeId('village-1-1'))),
  );
  const said = { version: 1, machine: 'made', rightsHolder: '甲县', licence: '可用一年' };
  assert.equal((await county.as('editor').patch(`/pictures/${hash}`, said)).status, 200);
  return { figure: { hash, alt: '新桥', caption: '', credit: '县融媒体中心', width: 600, height: 400 } };
}

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
  const xml = 'application/xml';
  assert.doesNotMatch(await pages.read('/sitemap.xml', xml), /2026-03/);
  assert.equal(parseRssFeed(await pages.read('/feeds/rss.xml', 'application/rss+xml')).items?.length ?? 0, 0);
  const published = await desk.publish();
  const loc = `<loc>http://one.test/stories/${published.slug}</loc>`;
  assert.match(await pages.read('/sitemap.xml', xml), /<loc>http:\/\/one\.test\/sitemaps\/2026-03\.xml<\/loc>/);
  assert.ok((await pages.read('/sitemaps/2026-03.xml', xml)).includes(loc));
  assert.ok((await pages.read('/feeds/rss.xml', 'application/rss+xml')).includes(published.slug ?? '-'));
  await desk.onDuty('chief-editor');
  await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, {
    reason: '核实限重',
    note: '正在问交通局。',
  });
  assert.doesNotMatch(await pages.read('/sitemap.xml', xml), /2026-03/);
  assert.equal(parseRssFeed(await pages.read('/feeds/rss.xml', 'application/rss+xml')).items?.length ?? 0, 0);
  const taken = parseJsonFeed(await pages.read('/feeds/corrections.json', 'application/feed+json'));
  assert.deepEqual(
    taken.items?.map((item) => item.title),
    ['撤下核实：柳河桥今天通车'],
  );
  assert.match(JSON.stringify(taken.items), /正在问交通局。/);
  assert.doesNotMatch(JSON.stringify(taken.items), /核实限重/, 'the reason is for the desk');
});

test('corrections have feeds of their own, in words, and machines read them on the story', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const published = await desk.publish();
  const editor = desk.county.as('editor');
  const begun = story(await editor.post(`/stories/${published.id}/corrections`, { note: '限重写错了' }), 201);
  const text = textOf('柳河桥今天通车', [
    '修了三个月的柳河桥，今天上午八点重新通车。',
    '镇上提醒：限重</script>八吨。',
  ]);
  const saved = story(await editor.put(`/stories/${published.id}/text`, { version: begun.version, text }), 200);
  await desk.signAll(await desk.submit(saved, 'editor'), 'editor-2');
  const address = `http://one.test/stories/${published.slug}#correction-2`;
  const rss = parseRssFeed(await pages.read('/feeds/corrections-rss.xml', 'application/rss+xml'));
  assert.deepEqual([rss.title, rss.items?.[0]?.link], ['甲县融媒体中心 · 更正册', address]);
  const atom = parseAtomFeed(await pages.read('/en/feeds/corrections-atom.xml', 'application/atom+xml'));
  assert.match(atom.entries?.[0]?.summary?.value ?? '', /^限重写错了\nIt said “.*十.*”; it says “.*<\/script>八/);
  const [first] = parseRssFeed(await pages.read('/feeds/rss.xml', 'application/rss+xml')).items ?? [];
  assert.ok(first?.atom?.updated && first.pubDate, 'readers of RSS see that it was corrected');
  const page = await pages.read(`/stories/${published.slug}`, 'text/html');
  const [, block = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
  const data = JSON.parse(block) as { '@type': string; correction: { text: string; url: string }[] };
  assert.deepEqual([data['@type'], data.correction[0]?.url], ['NewsArticle', address]);
  assert.match(data.correction[0]?.text ?? '', /^限重写错了\n原为“/);
  // On an English page the editors' words and the story's are said as Chinese, and ours between them as English.
  for (const path of [`/en/stories/${published.slug}`, '/en/corrections', '/en/']) {
    const english = await pages.read(path, 'text/html');
    assert.match(english, /<(p|span) lang="zh-CN">限重写错了/, path);
    assert.match(english, /<span lang="zh-CN">[^]*<ins><span class="unseen" lang="en">/, path);
  }
  assert.doesNotMatch(page, /lang="zh-CN">限重写错了/, 'in its own language nothing need be said');
});

test('a note with a sign that XML cannot hold makes no feed unreadable, and neither does a question', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const written = await desk.write();
  const byline = '柳河镇\u000b通讯员';
  const named = await desk.county.as('correspondent').patch(`/stories/${written.id}`, { byline });
  assert.equal(named.status, 200, named.text);
  const published = await desk.signAll(await desk.submit(story(named, 200)));
  const editor = desk.county.as('editor');
  const note = '限重写错了\u000b\u0008见图\ufffe';
  const begun = story(await editor.post(`/stories/${published.id}/corrections`, { note }), 201);
  const text = textOf('柳河桥今天通车', ['限重八吨。']);
  const saved = story(await editor.put(`/stories/${published.id}/text`, { version: begun.version, text }), 200);
  await desk.signAll(await desk.submit(saved, 'editor'), 'editor-2');
  const question = encodeURIComponent('限重\u000b八吨');
  const embed = `/oembed?format=xml&url=${encodeURIComponent(`http://one.test/stories/${published.slug}`)}`;
  const feeds = [
    '/feeds/corrections-rss.xml',
    '/feeds/corrections-atom.xml',
    `/feeds/search-rss.xml?q=${question}`,
    '/feeds/rss.xml',
    '/news-sitemap.xml',
    embed,
  ];
  for (const path of feeds) {
    const written = await pages.read(path, '(application|text)/.*xml');
    assert.doesNotMatch(written, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u, path);
  }
  assert.match(await pages.read('/feeds/corrections-rss.xml', 'application/rss.xml'), /限重写错了见图/);
});

test('an update has a later date in every feed, as a correction has, also where a question is followed', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const published = await desk.publish();
  const county = desk.county;
  const paths = [
    '/feeds/atom.xml',
    '/sections/life/atom.xml',
    `/feeds/search-atom.xml?q=${encodeURIComponent('柳河桥')}`,
  ];
  const dates = async (): Promise<unknown[]> => {
    await county.deliver();
    const seen = [];
    for (const path of paths) {
      const [entry] = parseAtomFeed(await pages.read(path, 'application/atom+xml')).entries ?? [];
      seen.push([entry?.published, entry?.updated]);
    }
    return seen;
  };
  const at = county.clock.now().toISOString();
  assert.deepEqual(
    await dates(),
    paths.map(() => [at, at]),
  );
  county.clock.advance({ hours: 1 });
  await desk.onDuty('chief-editor');
  const editor = county.as('editor');
  const begun = story(await editor.post(`/stories/${published.id}/updates`, { note: '补上绕行路线' }), 201);
  const text = textOf('柳河桥今天通车', ['限重十吨。', '大车走老路。']);
  const saved = story(await editor.put(`/stories/${published.id}/text`, { version: begun.version, text }), 200);
  await desk.signAll(await desk.submit(saved, 'editor'), 'editor-2');
  const later = county.clock.now().toISOString();
  assert.deepEqual(
    await dates(),
    paths.map(() => [at, later]),
  );
  const json = await pages.read('/feeds/feed.json', 'application/feed+json');
  assert.match(json, new RegExp(`"date_modified": ?"${later.replace('.', '\\.')}"`));
});

test('a feed in which nothing stands says the same whenever it is asked', async () => {
  await using desk = await openDesk();
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  try {
    const read = async (url: string, headers: Record<string, string> = {}) =>
      server.inject({ method: 'GET', url, headers: { host: 'one.test', ...headers } });
    for (const path of ['/feeds/rss.xml', '/feeds/corrections-atom.xml', '/sections/life/atom.xml']) {
      const first = await read(path);
      assert.equal(first.statusCode, 200, path);
      // Kept pages are drawn anew after a minute.
      desk.county.clock.advance({ minutes: 5 });
      const again = await read(path);
      assert.equal(again.body, first.body, path);
      const etag = String(first.headers['etag']);
      assert.equal((await read(path, { 'if-none-match': etag })).statusCode, 304, path);
    }
    const { updated } = parseAtomFeed((await read('/sections/life/atom.xml')).body);
    assert.ok(
      Math.abs(Date.parse(String(updated)) - Date.now()) < 86_400_000 * 30,
      `as old as the section: ${updated}`,
    );
  } finally {
    await server.close();
  }
});

test('robots are told of the sitemap and kept from the desk; the English feed links to English pages', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const published = await desk.publish();
  assert.match(
    await pages.read('/robots.txt', 'text/plain'),
    /Disallow: \/console\/[\s\S]*Disallow: \/orders\/\n[\s\S]*Disallow: \/en\/large\/orders\/\n[\s\S]*Sitemap: http:\/\/one\.test\/sitemap\.xml\n/,
  );
  const english = parseJsonFeed(await pages.read('/en/feeds/feed.json', 'application/feed+json'));
  assert.equal(english.items?.[0]?.url, `http://one.test/en/stories/${published.slug}`);
  assert.equal(english.title, 'One County Media Centre');
});

test('the sitemap holds every story, in parts that do not move, and every other page in each language', async () => {
  await using desk = await openDesk();
  await using pages = await publicPages(desk);
  const xml = 'application/xml';
  const locs = async (url: string): Promise<string[]> =>
    [...(await pages.read(url, xml)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc);
  const published = await desk.publish();
  // An archive taken over: 45,000 stories first published in March, and one in April.
  await desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await tx.client.query(
        `insert into newsroom.stories (county_id, id, kind, language, slug, section_id, place_id, author_id, state, public_state, path, title, byline, version, revision_id, edition_id, first_published_at, published_at, created_at, updated_at)
         select county_id, gen_random_uuid(), kind, language, 'archive-' || n, section_id, place_id, author_id, state, public_state, path, title, byline, version, revision_id, edition_id,
           case when n = 0 then timestamptz '2026-04-02 08:00Z' else first_published_at + n * interval '1 second' end, published_at, created_at, updated_at
           from newsroom.stories cross join generate_series(0, 45000) n where id = $1`,
        [published.id],
      );
    }),
  );
  desk.county.clock.advance({ minutes: 2 });
  await desk.publish({ text: textOf('另一篇', ['新的。']) });
  const parts = (await locs('/sitemap.xml')).map((loc) => loc.replace('http://one.test', ''));
  assert.deepEqual(parts, [
    '/sitemaps/pages.xml',
    '/sitemaps/2026-04.xml',
    '/sitemaps/2026-03.xml',
    '/sitemaps/2026-03-2.xml',
  ]);
  const stories = await Promise.all(parts.slice(1).map(locs));
  assert.deepEqual(
    stories.map((one) => one.length),
    [1, 45_000, 2],
  );
  assert.equal(new Set(stories.flat()).size, 45_003, 'each once');
  const others = await locs('/sitemaps/pages.xml');
  for (const path of [
    '/',
    '/en/',
    '/places/110101100001',
    '/en/places/110101100001',
    '/en/sections/life',
    '/subscribe',
    '/en/volunteer',
  ])
    assert.ok(others.includes(`http://one.test${path}`), path);
});

test('a tag has its page and feeds, is merged for good, and is no part of what is signed; a series leads on', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  const [one, two, draft] = [
    await desk.publish(),
    await desk.publish({ text: textOf('堤坝加高了', ['六个村连夜加高。']) }),
    await desk.write('editor'),
  ];
  const add = async (name: string): Promise<string> => {
    const made = await chief.post('/tags', { name: { 'zh-CN': name, en: `Tag ${name.length}` } });
    assert.equal(made.status, 201, made.text);
    return String(made.body['id']);
  };
  const [bridge, works] = [await add('柳河桥'), await add('修桥铺路的事')];
  assert.equal((await chief.post('/tags', { name: { 'zh-CN': '柳河桥' } })).body['code'], 'TagTaken');
  const seen = (await chief.get(`/stories/${one.id}/tags`)).body as { suggested: { id: string }[] };
  assert.deepEqual(
    seen.suggested.map(({ id }) => id),
    [bridge],
    'its name stands in the text',
  );
  const before = await desk.see(one.id);
  for (const { id } of [one, two])
    assert.equal((await chief.patch(`/stories/${id}/tags`, { add: [bridge] })).status, 200);
  assert.equal(
    (await desk.county.as('correspondent-2').patch(`/stories/${one.id}/tags`, { add: [works] })).status,
    404,
  );
  const after = await desk.see(one.id);
  assert.deepEqual([after.textHash, after.signatures], [before.textHash, before.signatures], 'no signature falls');

  const slugOf = async (id: string): Promise<string> =>
    ((await chief.get('/tags')).body['items'] as { id: string; slug: string }[]).find((tag) => tag.id === id)?.slug ??
    '';
  const [from, into] = [await slugOf(bridge), await slugOf(works)];
  const listed = async (question: string): Promise<string[]> =>
    ((await chief.get(`/tags?${question}`)).body['items'] as { id: string }[]).map(({ id }) => id);
  const byName = await listed('');
  assert.deepEqual([byName.length, (await listed('sort=-name')).toReversed()], [2, byName]);
  assert.deepEqual([await listed('used=yes'), await listed('used=no')], [[bridge], [works]]);
  assert.deepEqual([await listed('q=tag%206'), await listed('sort=-id')], [[works], [works, bridge]]);
  const onePage = await chief.get('/tags?limit=1');
  assert.deepEqual(await listed(`limit=1&cursor=${String(onePage.body['next'])}`), byName.slice(1));
  await using server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  const page = async (url: string) => {
    const {
      statusCode: status,
      headers,
      body: text,
    } = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
    // Headlines are cut into pieces that are not broken.
    return { status, text, headers, words: text.replace(/<[^>]*>/g, '') };
  };
  const tagged = await page(`/tags/${from}`);
  assert.equal(tagged.status, 200);
  assert.ok(tagged.words.includes('柳河桥今天通车') && tagged.words.includes('堤坝加高了'));
  assert.ok((await page(`/stories/${one.slug}`)).text.includes(`/tags/${from}`));
  assert.ok((await page(`/tags/${from}/feed.json`)).text.includes(one.slug ?? '-'));
  const read = async (url: string): Promise<string> => (await page(url)).text;
  await assertOwnFeeds(tagged.text, `/tags/${from}`, read);
  assert.ok((await page('/sitemaps/pages.xml')).text.includes(`/tags/${from}<`));

  assert.equal((await desk.county.as('editor').post(`/tags/${bridge}/merges`, { into: works })).status, 403);
  assert.equal((await chief.post(`/tags/${bridge}/merges`, { into: works })).status, 201);
  const moved = await page(`/tags/${from}`);
  assert.deepEqual([moved.status, moved.headers['location']], [301, `/tags/${into}`]);
  assert.ok((await page(`/tags/${into}`)).words.includes('堤坝加高了'));
  assert.ok((await page(`/stories/${one.slug}`)).text.includes(`/tags/${into}`), 'what was kept in front is renewed');
  const late = await chief.patch(`/stories/${draft.id}/tags`, { add: [bridge] });
  assert.deepEqual((late.body['tags'] as { id: string }[])[0]?.id, works, 'who still has the old one says the new one');

  const series = await chief.post('/series', { name: { 'zh-CN': '一座桥', en: 'A bridge' } });
  const id = String(series.body['id']);
  const order = await chief.patch(`/series/${id}`, { version: 1, storyIds: [two.id, draft.id, one.id] });
  assert.equal(order.status, 200, order.text);
  assert.equal((await chief.patch(`/series/${id}`, { version: 1, storyIds: [] })).body['code'], 'StaleVersion');
  const other = await chief.post('/series', { name: { 'zh-CN': '另一个', en: 'Another' } });
  const taken = await chief.patch(`/series/${String(other.body['id'])}`, { version: 1, storyIds: [one.id] });
  assert.equal(taken.body['code'], 'InAnotherSeries');
  const last = (await page(`/stories/${one.slug}`)).text;
  assert.ok(last.includes(`/stories/${two.slug}`) && last.includes('上一篇'), 'the draft between them is passed over');
  const { words, text: whole } = await page(`/series/${String(order.body['slug'])}`);
  await assertOwnFeeds(whole, `/series/${String(order.body['slug'])}`, read);
  const [first, second] = ['堤坝加高了', '柳河桥今天通车'].map((title) => words.lastIndexOf(title));
  assert.ok(first !== undefined && second !== undefined && 0 < first && first < second, 'in the editors’ order');
});
