import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestPicture, addTestRecording } from '#media/testing';
import { openCtx } from '#platform/transaction';
import { guestActor } from '#platform/actor';
import { openDesk, story, textOf } from '../testing.ts';
import type { Desk } from '../testing.ts';
import { storyPage } from '../page/story-page.ts';

const addPicture = (desk: Desk): Promise<string> =>
  desk.county.inCounty((ctx) => ctx.transaction((tx) => addTestPicture(tx, desk.county.placeId('village-1-1'))));

const textWith = (hash: string, title = '柳河桥今天通车') =>
  textOf(title, [
    '修了三个月的柳河桥，今天上午八点重新通车。',
    { figure: { hash, alt: '桥', caption: '通车了', credit: '陈晓', width: 600, height: 400 } },
  ]);

async function uses(desk: Desk, hash: string, by: 'editor' | 'station-keeper' = 'editor') {
  const answer = await desk.county.as(by).get(`/pictures/${hash}/uses`);
  assert.equal(answer.status, 200, answer.text);
  const items = answer.body['items'] as { id: string; part: string; title: string; href: string }[];
  return { parts: items.map(({ id, part }) => [id, part]), items, hidden: answer.body['hidden'] };
}

async function pageOf(desk: Desk, slug: string | null): Promise<string> {
  const county = desk.county.app.counties.byId(1);
  if (!county) throw new Error('no county');
  const ctx = openCtx(desk.county.app, county, { requestId: 'test', language: 'zh-CN' });
  const call = { ctx, actor: guestActor('reader'), params: { slug: slug ?? '' }, query: {}, edition: 'normal' };
  return JSON.stringify(await storyPage.load(call as never));
}

test('the library says which texts show a picture: in work, published, in an earlier edition; who may not read a text is told that there is one', async () => {
  await using desk = await openDesk();
  const [first, second] = [await addPicture(desk), await addPicture(desk)];
  const written = await desk.write('correspondent', { text: textWith(first) });
  assert.deepEqual((await uses(desk, first)).parts, [[written.id, 'draft']]);
  const elsewhere = await uses(desk, first, 'station-keeper');
  assert.deepEqual([elsewhere.items, elsewhere.hidden], [[], 1]);
  await desk.signAll(await desk.submit(written));
  assert.deepEqual((await uses(desk, first)).parts, [[written.id, 'edition']]);
  assert.equal((await uses(desk, first)).items[0]?.href, `/console/stories/${written.id}`);

  const begun = story(
    await desk.county.as('editor').post(`/stories/${written.id}/corrections`, { note: '图放错了' }),
    201,
  );
  const saved = story(
    await desk.county
      .as('editor')
      .put(`/stories/${written.id}/text`, { version: begun.version, text: textWith(second) }),
    200,
  );
  assert.deepEqual((await uses(desk, second)).parts, [[written.id, 'draft']]);
  await desk.signAll(await desk.submit(saved, 'editor'), 'editor-2');
  assert.deepEqual((await uses(desk, second)).parts, [[written.id, 'edition']]);
  assert.deepEqual((await uses(desk, first)).parts, [[written.id, 'past']]);

  const other = await desk.write('correspondent', { text: textWith(first, '另一篇') });
  assert.equal((await desk.county.as('correspondent').post(`/stories/${other.id}/discards`, {})).status, 201);
  assert.deepEqual((await uses(desk, first)).parts, [[written.id, 'past']]);
});

test('the pictures of a gallery are the library’s as every other: known, used, described, named, and on the page in their order', async () => {
  await using desk = await openDesk();
  const hashes = [await addPicture(desk), await addPicture(desk)];
  const galleryOf = (alts: readonly string[], of = hashes) =>
    textOf('修桥的三个月', [
      '柳河桥修了三个月[^工程日志第 1 到 92 页。]。',
      {
        gallery: of.map((hash, i) => ({
          hash,
          alt: alts[i] ?? '',
          caption: `第${i + 1}个月`,
          credit: '陈晓',
          width: 1,
          height: 1,
        })),
      },
    ]);
  const unknown = { version: 1, text: galleryOf(['桥墩', '桥面'], [hashes[0] ?? '', 'f'.repeat(64)]) };
  const written = await desk.write('correspondent', { text: galleryOf(['桥墩', '']) });
  const refused = await desk.county.as('correspondent').put(`/stories/${written.id}/text`, unknown);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /\/text\/body\/content\/1\/content\/1\/attrs\/hash/);
  const silent = await desk.county.as('correspondent').post(`/stories/${written.id}/submissions`, { version: 1 });
  assert.match(silent.text, /AlternativeTextMissing/);
  const saved = story(
    await desk.county
      .as('correspondent')
      .put(`/stories/${written.id}/text`, { version: 1, text: galleryOf(['桥墩', '桥面']) }),
    200,
  );
  const published = await desk.signAll(await desk.submit(saved));
  for (const hash of hashes) assert.deepEqual((await uses(desk, hash)).parts, [[written.id, 'edition']]);
  const { props } = JSON.parse(await pageOf(desk, published.slug)) as {
    props: { bodyHtml: string; pictures: { alt: string }[] };
  };
  assert.deepEqual(
    props.pictures.map(({ alt }) => alt),
    ['桥墩', '桥面'],
  );
  assert.match(props.bodyHtml, /aria-label="图集，共 2 张"><figure><a class="opens" href="\/media\/[0-9a-f]{64}-/);
  assert.match(props.bodyHtml, /<li id="note-1">工程日志第 1 到 92 页。/);
});

test('a picture that a machine made says so beside it, on the page and in lists, from the moment it is marked', async () => {
  await using desk = await openDesk();
  const hash = await addPicture(desk);
  const published = await desk.signAll(await desk.submit(await desk.write('correspondent', { text: textWith(hash) })));
  assert.doesNotMatch(await pageOf(desk, published.slug), /人工智能/);
  const marked = await desk.county.as('editor').patch(`/pictures/${hash}`, { version: 1, machine: 'made' });
  assert.equal(marked.status, 200, marked.text);
  const page = await pageOf(desk, published.slug);
  assert.match(page, /<small class=\\"picture-note\\">这张图由人工智能生成<\/small><\/figcaption>/);
  assert.match(page, /"machine":"made"/);
  // Other programs are told in the same words, and whose the picture is.
  const rights = { version: 2, rightsHolder: '甲县融媒体中心', licence: 'CC BY 4.0' };
  assert.equal((await desk.county.as('editor').patch(`/pictures/${hash}`, rights)).status, 200);
  const { props } = JSON.parse(await pageOf(desk, published.slug)) as { props: { pictures: unknown[] } };
  assert.deepEqual(props.pictures, [
    {
      src: `/media/${hash}-16x9-50-50-600.jpg`,
      alt: '桥',
      caption: '通车了',
      credit: '陈晓',
      rightsHolder: '甲县融媒体中心',
      licence: 'CC BY 4.0',
      machine: { mark: 'made', words: '这张图由人工智能生成' },
    },
  ]);
});

test('a published story waits for its editors two weeks before the right to its picture ends, and is never taken down for it', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const hash = await addPicture(desk);
  const published = await desk.signAll(await desk.submit(await desk.write('correspondent', { text: textWith(hash) })));
  const until = async (days: number): Promise<void> => {
    const { version } = (await county.as('editor').get(`/pictures/${hash}`)).body;
    const today = county.app.counties.now(1).getTime();
    const rightsUntil = new Date(today + days * 86_400_000).toISOString().slice(0, 10);
    assert.equal((await county.as('editor').patch(`/pictures/${hash}`, { version, rightsUntil })).status, 200);
  };
  const waits = async (who: 'editor' | 'correspondent'): Promise<string[]> =>
    ((await county.as(who).get('/me/waiting')).body['items'] as { kind: string; subjectId: string; reason: string }[])
      .filter((one) => one.kind === 'newsroom.picture-rights' && one.subjectId === published.id)
      .map((one) => one.reason);
  await until(30);
  assert.deepEqual(await waits('editor'), []);
  await until(9);
  assert.match((await waits('editor')).join(), /^配图“桥”只能用到\d{4}-\d\d-\d\d/);
  assert.deepEqual(await waits('correspondent'), []);
  await until(-3);
  assert.match((await waits('editor')).join(), /已过期/);
  assert.equal((await county.as('editor').get(`/pictures/${hash}`)).body['rights'], 'ended');
  assert.match(await pageOf(desk, published.slug), /"title":"柳河桥今天通车"/);
  await county.as('editor').post(`/stories/${published.id}/corrections`, { note: '换图' });
  assert.deepEqual(await waits('editor'), [], 'in work already');
});

test('a published story waits for its editors when somebody in its picture agrees no more, until they have seen to it', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const hash = await addPicture(desk);
  const published = await desk.signAll(await desk.submit(await desk.write('correspondent', { text: textWith(hash) })));
  const consent = await county.as('editor').post(`/pictures/${hash}/consents`, { givenBy: '周大娘' });
  const waits = async (who: 'editor' | 'correspondent'): Promise<unknown[]> =>
    (
      (await county.as(who).get('/me/waiting')).body['items'] as {
        kind: string;
        subjectId: string;
        reason: string;
        href: string;
      }[]
    )
      .filter((one) => one.kind === 'newsroom.picture-consent')
      .map((one) => [one.subjectId, one.reason, one.href]);
  assert.deepEqual(await waits('editor'), []);
  const path = `/consents/${consent.body['id'] as string}`;
  assert.equal((await county.as('editor').post(`${path}/revocations`)).status, 201);
  assert.deepEqual(await waits('editor'), [
    [published.id, '配图“桥”里的人收回了同意，请换一张，或说明为什么照用', `/console/pictures/${hash}`],
  ]);
  assert.deepEqual(await waits('correspondent'), []);
  assert.match(await pageOf(desk, published.slug), /"title":"柳河桥今天通车"/, 'nothing is taken down by itself');
  assert.equal((await county.as('editor').post(`${path}/settlements`, { because: '公开集会' })).status, 201);
  assert.deepEqual(await waits('editor'), []);
});

test('sound has what a picture has: found by its words, days, rights and marks, known where it is used, waited for when a right or a consent ends', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const sound = await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestRecording(tx, county.placeId('village-1-1'))),
  );
  const path = `/materials/${sound.id}`;
  const change = async (what: Record<string, unknown>): Promise<void> => {
    const { version } = (await county.as('editor').get(path)).body;
    const changed = await county.as('editor').patch(path, { version, ...what });
    assert.equal(changed.status, 200, changed.text);
  };
  const found = async (query: Record<string, string>): Promise<number> => {
    const answer = await county.as('editor').get(`/materials?${new URLSearchParams(query)}`);
    assert.equal(answer.status, 200, answer.text);
    return (answer.body['items'] as unknown[]).length;
  };
  assert.deepEqual([await found({ q: '吆喝' }), await found({ rights: 'unsaid' })], [0, 1], 'not cut for search yet');
  await county.tick('media.index-pictures');
  assert.equal(await found({ q: '吆喝' }), 1);
  await change({
    keywords: ['豆腐'],
    transcript: '一位大娘在喊卖南瓜',
    credit: '陈溪',
    takenOn: '2026-03-01',
    source: '村里借来的',
    machine: 'changed',
    showsPeople: true,
  });
  for (const hit of [
    { q: '豆腐' },
    { q: '南瓜' },
    { by: '陈溪' },
    { takenFrom: '2026-02-15', takenUntil: '2026-03-01' },
    { rights: 'held' },
    { machine: 'any' },
    { people: 'wanting' },
    { used: 'never' },
    { hash: sound.hash },
    { kind: 'audio', place: county.placeId('village-1-1') },
  ])
    assert.equal(await found(hit), 1, JSON.stringify(hit));
  for (const miss of [
    { q: '豆腐 大桥' },
    { by: '王玲' },
    { takenUntil: '2026-02-15' },
    { rights: 'ended' },
    { machine: 'made' },
    { used: 'now' },
    { kind: 'video' },
    { hash: '0'.repeat(64) },
    { place: county.placeId('village-2-1') },
  ])
    assert.equal(await found(miss), 0, JSON.stringify(miss));

  // Also a link in the middle of a list is a use; one to nothing is none.
  const published = await desk.publish({
    text: textOf('集市还是那个集市', [
      '逢五的集，一早就有人来。',
      { list: [`听[一段](/materials/${sound.hash})`, `再听[没有的](/materials/${'0'.repeat(64)})`] },
    ]),
  });
  const uses = (await county.as('editor').get(`${path}/uses`)).body['items'] as { id: string; part: string }[];
  assert.deepEqual(
    uses.map(({ id, part }) => [id, part]),
    [[published.id, 'edition']],
  );
  assert.equal(await found({ used: 'now' }), 1);

  const waits = async (): Promise<unknown[]> =>
    ((await county.as('editor').get('/me/waiting')).body['items'] as Record<string, string>[])
      .filter((one) => one['kind']?.startsWith('newsroom.material-'))
      .map((one) => [one['kind'], one['subjectId'], one['href']]);
  const consent = await county.as('editor').post(`${path}/consents`, { givenBy: '周大娘', way: 'voice' });
  assert.equal(consent.status, 201, consent.text);
  assert.equal((await county.as('correspondent').get(`${path}/consents`)).status, 403);
  assert.deepEqual([await found({ people: 'wanting' }), await waits()], [0, []]);
  const revoked = await county.as('editor').post(`/consents/${consent.body['id'] as string}/revocations`);
  assert.equal(revoked.status, 201, revoked.text);
  assert.deepEqual(await waits(), [['newsroom.material-consent', published.id, `/console${path}`]]);
  assert.equal((await county.as('editor').get(path)).body['consent'], 'revoked');
  await change({ rightsUntil: '2020-01-01' });
  assert.deepEqual(
    (await waits()).map((one) => (one as string[])[0]),
    ['newsroom.material-rights', 'newsroom.material-consent'],
  );
});

test('where the county says so, a text with a picture that names nobody is not handed in; otherwise it is only reminded', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const hash = await addPicture(desk);
  const text = textOf('柳河桥今天通车', [
    '修了三个月的柳河桥，今天上午八点重新通车。',
    { figure: { hash, alt: '桥', caption: '通车了', credit: '', width: 600, height: 400 } },
  ]);
  const written = await desk.write('correspondent', { text });
  assert.equal((await county.as('editor').put('/credit-rule', { required: true })).status, 403);
  assert.equal((await county.as('chief-editor').put('/credit-rule', { required: true })).status, 200);
  const hand = () =>
    county.as('correspondent').post(`/stories/${written.id}/submissions`, { version: written.version });
  const refused = await hand();
  assert.deepEqual([refused.status, refused.body['code']], [422, 'Unfinished']);
  assert.match(refused.text, /\/text\/body\/content\/1\/attrs\/credit[^}]*CreditMissing/);
  const checks = (await county.as('chief-editor').get('/checks')).body['items'] as {
    check: string;
    required: unknown;
  }[];
  assert.deepEqual(
    checks.flatMap((one) => (one.required === null ? [] : [[one.check, one.required]])),
    [['picture-credit', true]],
  );
  assert.equal((await county.as('chief-editor').put('/credit-rule', { required: false })).status, 200);
  assert.equal((await hand()).status, 201);
});
