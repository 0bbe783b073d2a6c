import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, story, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { addTestService } from '#volunteering/testing';
import { buildServer } from '#platform/http/server';
import type { Ctx } from '#platform/transaction';
import { portalOptions } from '../options.ts';
import { rebuildSearch } from './rebuild-command.ts';

/** What a reader finds, in order: the addresses, with the whole page for a closer look. */
async function reader(desk: Desk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  return {
    async find(
      q: string,
      prefix = '',
      host = 'one.test',
      filter: Record<string, string> = {},
    ): Promise<{ hrefs: string[]; page: string }> {
      await desk.county.deliver();
      const url = `${prefix}/search?${new URLSearchParams({ q, ...filter })}`;
      const { body } = await server.inject({ method: 'GET', url, headers: { host } });
      const list = /<ol class="results">(.*?)<\/ol>/s.exec(body)?.[1] ?? '';
      return { hrefs: [...list.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href = '']) => href), page: body };
    },
    get: (url: string) => server.inject({ method: 'GET', url, headers: { host: 'one.test' } }),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const english = (title: string, words: string) => ({
  language: 'en',
  text: { ...textOf(title, [words]), language: 'en' },
});

test('a place is found by its name, with or without its rank, above the stories that speak of it', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const published = await desk.publish({ text: textOf('大槐村周一停水', ['大槐村水塔检修。']) });
  const dahuai = '/places/110101100001';
  for (const q of ['大槐村', '大槐', '大槐村 停水'])
    assert.deepEqual((await site.find(q)).hrefs, [dahuai, `/stories/${published.slug}`], q);
  assert.equal((await site.find('Dahuai', '/en')).hrefs[0], `/en${dahuai}`);
  assert.equal((await site.find('dahuai village water', '/en')).hrefs[0], `/en${dahuai}`);
  assert.deepEqual((await site.find('槐')).hrefs, [], 'part of a name is no name');
  assert.match((await site.find('大槐村')).page, /柳河镇/, 'it says where the place lies');
});

test('what one county publishes is found in that county alone (A20)', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const published = await desk.publish({ text: textOf('渡口修好了', ['今天开船。']) });
  assert.deepEqual((await site.find('渡口')).hrefs, [`/stories/${published.slug}`]);
  assert.deepEqual((await site.find('渡口', '', 'two.test')).hrefs, []);
});

test('a place is found by its code and by one that it has given up', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { county } = desk;
  const moved = await county.as('administrator').post(`/places/${county.placeId('village-1-1')}/moves`, {
    revision: Number((await county.request('GET', '/api/v1/places')).body['revision']),
    parentId: county.placeId('town-2'),
    code: '110101101009',
    reason: '划过去',
  });
  assert.equal(moved.status, 201, moved.text);
  for (const code of ['110101101009', '110101100001'])
    assert.deepEqual((await site.find(code)).hrefs, ['/places/110101101009'], code);
});

test('English words are found in each of their forms and marked whole; small words do not count', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const original = await desk.publish();
  const one = await desk.publish({
    ...english(
      'The bridges are closed',
      'Two bridges were flooding over the weekend. Buses go round by the quarry, and the children walk.',
    ),
    translationOf: original.id,
  });
  for (const q of ['bridge', 'Bridges closing', 'the flood', 'floods', 'bus', 'buses']) {
    const { hrefs } = await site.find(q, '/en');
    assert.deepEqual(hrefs, [`/en/stories/${one.slug}`], q);
  }
  assert.match((await site.find('bridge', '/en')).page, /<mark>bridges<\/mark>/);
  assert.deepEqual((await site.find('the', '/en')).hrefs, []);
  assert.deepEqual((await site.find('ferry', '/en')).hrefs, []);
});

test('a service is found in both languages, above the stories, and shown in the reader’s', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const published = await desk.publish({ text: textOf('理发队周六来', ['志愿者上门理发。']) });
  const words = {
    name: { 'zh-CN': '上门理发', en: 'Haircut at home' },
    summary: { 'zh-CN': '给出不了门的人剪头发。', en: 'For those who cannot go out.' },
  };
  await desk.county.inCounty((ctx) => ctx.transaction((tx) => addTestService(tx, 'haircut', words)));
  assert.deepEqual((await site.find('理发')).hrefs, ['/services/haircut', `/stories/${published.slug}`]);
  assert.match((await site.find('理发')).page, /上门<mark>理发<\/mark>/);
  const inEnglish = await site.find('haircuts', '/en');
  assert.deepEqual(inEnglish.hrefs, ['/en/services/haircut']);
  assert.match(inEnglish.page, /<mark>Haircut<\/mark> at home/);

  const forgotten = (ctx: Ctx) =>
    ctx.transaction((tx) => tx.client.query('delete from portal.search_documents where county_id = 1'));
  await desk.county.inCounty(forgotten);
  assert.deepEqual((await site.find('剪头发')).hrefs, []);
  assert.equal(await desk.county.inCounty(rebuildSearch), 3, 'the service in two languages, and the story');
  assert.deepEqual((await site.find('上门理发 剪头发')).hrefs, ['/services/haircut']);
});

test('signs and what cannot be seen are no question: the page asks for words', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  for (const q of ['\u0000', '\u0007', '\u200b', ' \u202e ', '？！', '-- \u0001'])
    assert.doesNotMatch((await site.find(q)).page, /id="found"/, JSON.stringify(q));
  assert.match((await site.find('\u0007渡\u0000')).page, /没有找到.*渡/);
});

test('what was indexed by an older way of cutting words is indexed anew by itself', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const published = await desk.publish({ text: textOf('柳河桥今天通车', ['限重十吨。']) });
  await desk.county.deliver();
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(`update portal.search_documents set form = 1, words = 'zzz' where county_id = 1`),
    ),
  );
  assert.deepEqual((await site.find('通车')).hrefs, []);
  await desk.county.tick('portal.renew-search');
  desk.county.clock.advance({ minutes: 2 });
  assert.deepEqual((await site.find('通车 限重')).hrefs, [`/stories/${published.slug}`]);
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual((await site.find('通车 限重')).hrefs, []);
});

test('a search is narrowed by kind, section, place and time', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { county } = desk;
  const opened = await county
    .as('chief-editor')
    .post('/sections', { slug: 'roads', name: { 'zh-CN': '出行', en: 'Roads' }, position: 2 });
  const old = await desk.publish({
    text: textOf('渡口停水', ['旧的一篇。']),
    placeIds: [county.placeId('village-1-1')],
  });
  county.clock.advance({ days: 40 });
  const validUntil = new Date(county.clock.now().getTime() + 86_400_000).toISOString();
  const fresh = await desk.publish({
    kind: 'notice',
    validUntil,
    sectionId: String(opened.body['id']),
    text: textOf('渡口通知', ['新的一篇。']),
  });
  const placeIds = [county.placeId('town-2')];
  story(await county.as('chief-editor').patch(`/stories/${fresh.id}`, { placeIds }), 200);
  const [first, second] = [`/stories/${old.slug}`, `/stories/${fresh.slug}`];
  const find = async (filter: Record<string, string>) => (await site.find('渡口', '', 'one.test', filter)).hrefs;
  const town = (await site.find('渡口')).page.match(/<option value="(\d+)">柳河镇/)?.[1] ?? assert.fail('no town');
  assert.deepEqual(await find({}), [second, first]);
  assert.deepEqual(await find({ kind: 'notice' }), [second]);
  assert.deepEqual(await find({ kind: 'story' }), [first]);
  assert.match(
    (await site.find('渡口')).page,
    /<p class="kicker">通知 [^]*<p class="kicker">消息 /,
    'each is called what it is',
  );
  assert.deepEqual(await find({ section: 'life' }), [first]);
  assert.deepEqual(await find({ section: 'roads', kind: 'story' }), []);
  assert.deepEqual(await find({ place: town }), [first], 'what lies below a place belongs to it');
  assert.deepEqual(await find({ period: 'week' }), [second]);
  assert.deepEqual(await find({ period: 'year' }), [second, first]);
  assert.deepEqual(await find({ period: '1999' }), []);
  const strange = { kind: "x' | 'y", section: '../', place: "'", period: '0000)' };
  assert.deepEqual(await find(strange), [second, first], 'what means nothing narrows nothing');
  assert.match((await site.find('渡口', '', 'one.test', { section: 'roads' })).page, /<option value="roads" selected/);
  assert.deepEqual((await site.find('§kind:notice')).hrefs, [], 'they are no words of a question');
});

test('pinyin finds the word, with a letter wrong too, and the page says what it looked for', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const published = await desk.publish({ text: textOf('今晚洪水过柳河', ['请离开河滩。']) });
  const href = `/stories/${published.slug}`;
  for (const q of ['hongshui', 'hong shui', 'hóng shuǐ', 'hongshu', 'hongshuj', 'hognshui', 'Hongshuii'])
    assert.deepEqual((await site.find(q)).hrefs, [href], q);
  for (const q of ['jinwan hongshui', 'hongshuj jinwan'])
    assert.deepEqual((await site.find(q)).hrefs, [href], `${q}: each word that stands apart`);
  for (const q of ['jinwanhongshui', 'jin wan hong shui', 'hongshuijinwan'])
    assert.deepEqual((await site.find(q)).hrefs, [href], `${q}: several words written as one, or as syllables`);
  assert.deepEqual((await site.find('hongshui xyzxyz')).hrefs, [], 'a word that nothing sounds like finds nothing');
  const { page } = await site.find('hongshuj');
  assert.match(page, /按读音找的是：洪水/);
  assert.match(page, /今晚<mark>洪水<\/mark>/);
  for (const q of ['hongxxui', 'shu', 'xyz']) assert.deepEqual((await site.find(q)).hrefs, [], q);
  await desk.county.tick('portal.learn-places');
  const place = await site.find('dahuaicun');
  assert.deepEqual(place.hrefs, ['/places/110101100001'], 'names of places sound too');
  assert.deepEqual((await site.find('洪水')).page.includes('按读音'), false);
});

test('a wrong character that sounds the same finds the word, and the page says what it looked for', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const published = await desk.publish({ text: textOf('今晚洪水过柳河', ['请离开河滩。']) });
  for (const q of ['红水', '洪税', '今碗红水', '红水 今晚'])
    assert.deepEqual((await site.find(q)).hrefs, [`/stories/${published.slug}`], q);
  const { page } = await site.find('红水');
  assert.match(page, /按读音找的是：洪水/);
  assert.match(page, /今晚<mark>洪水<\/mark>/);
  for (const q of ['黄水', '红水xyz', '红水坝上'])
    assert.deepEqual((await site.find(q)).hrefs, [], `${q}: sounds like nothing that is there`);
  await desk.county.tick('portal.learn-places');
  assert.deepEqual((await site.find('大怀村')).hrefs, ['/places/110101100001'], 'names of places too');
  const nowhere = await site.find('洪水', '', 'one.test', { period: '1999' });
  assert.deepEqual([nowhere.hrefs, nowhere.page.includes('按读音')], [[], false], 'its own word is no other');
});

test('a question can be followed from where it was asked; what narrows it is seen, and a page too far leads to the first', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { county } = desk;
  const published = await desk.publish({
    text: textOf('今晚洪水过柳河', ['渡口停水。']),
    placeIds: [county.placeId('village-1-1')],
  });
  const { hrefs, page } = await site.find('渡口', '/en', 'one.test', { place: '110101100001', period: '2011' });
  assert.deepEqual(hrefs, [], 'not in that year');
  assert.match(page, /<option value="110101100001" selected[^>]*>Dahuai/, 'a village too');
  assert.match(page, /<option value="2011" selected/);
  const asked = encodeURIComponent('渡口');
  const rss = `/en/feeds/search-rss.xml?q=${asked}`;
  assert.ok(page.includes(`<a href="${rss}" type="application/rss+xml">`), 'for whoever reads the page');
  assert.match(page, /<link rel="alternate" type="application\/rss\+xml" title="Search: 渡口" href="\/en\/feeds/);
  const feed = await site.get(rss);
  assert.ok(feed.body.includes(String(published.slug)), 'the link leads to the feed');
  const far = await site.get(`/search?q=${asked}&kind=story&page=7`);
  assert.deepEqual([far.statusCode, far.headers['location']], [303, `/search?q=${asked}&kind=story`]);
  for (const q of ['', 'hongshui'])
    assert.doesNotMatch((await site.find(q)).page, /search-rss/, `${q}: nothing to follow`);
});

test('the years to choose from are those of the county’s own calendar', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { clock } = desk.county;
  // Half past midnight there, still the old year by UTC.
  const year = clock.now().getUTCFullYear();
  clock.set(new Date(Date.UTC(year, 11, 31, 16, 30)));
  assert.match((await site.find('渡口')).page, new RegExp(`<option value="${year}">`));
});

test('where more is found than is counted, the page does not say that this is all', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const one = await desk.publish({ text: textOf('渡口停水', ['旧的一篇。']) });
  await desk.county.deliver();
  assert.match((await site.find('渡口')).page, /id="found">找到1条</);
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into portal.search_documents
         select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*
           from portal.search_documents d, generate_series(1, 420) where d.county_id = 1 and d.kind = 'story'`,
      ),
    ),
  );
  desk.county.clock.advance({ minutes: 2 });
  const { page } = await site.find('渡口');
  assert.match(page, /id="found">找到4\d\d条以上/);
  assert.ok(page.includes(`/stories/${one.slug}`));
});
