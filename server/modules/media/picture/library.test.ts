import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { addTestPicture } from '../testing.ts';

const add = (county: TestWorld, place: 'village-1-1' | 'village-2-1' = 'village-1-1'): Promise<string> =>
  county.inCounty((ctx) => ctx.transaction((tx) => addTestPicture(tx, county.placeId(place))));

async function change(county: TestWorld, hash: string, words: Record<string, unknown>): Promise<void> {
  const seen = await county.as('editor').get(`/pictures/${hash}`);
  const changed = await county
    .as('editor')
    .patch(`/pictures/${hash}`, { version: seen.body['version'] as number, ...words });
  assert.equal(changed.status, 200, changed.text);
}

async function found(county: TestWorld, query: Record<string, string>): Promise<string[]> {
  const answer = await county.as('editor').get(`/pictures?${new URLSearchParams(query)}`);
  assert.equal(answer.status, 200, answer.text);
  return (answer.body['items'] as { hash: string }[]).map((one) => one.hash);
}

test('the library finds pictures by their words, who took them, days, rights and marks, page by page', async () => {
  await using county = await testWorld();
  const [bridge, market, school] = [await add(county), await add(county), await add(county, 'village-2-1')];
  assert.deepEqual(await found(county, { q: '桥' }), await found(county, {}), 'one sign is looked for as it stands');
  await change(county, bridge, {
    title: '柳河桥通车',
    alt: '新修的大桥上有行人',
    credit: '陈晓',
    keywords: ['交通'],
    takenOn: '2026-03-01',
    rightsHolder: '县融媒体中心',
  });
  await change(county, market, {
    alt: '集市上的南瓜',
    credit: '王玲',
    takenOn: '2026-02-10',
    rightsUntil: '2020-01-01',
    machine: 'made',
  });
  const cases: [Record<string, string>, string[]][] = [
    [{ q: '通车' }, [bridge]],
    [{ q: '交通' }, [bridge]],
    [{ q: '集市 南瓜' }, [market]],
    [{ q: '集市 大桥' }, []],
    [{ q: "' & ! | (" }, []],
    [{ by: '陈晓' }, [bridge]],
    [{ takenFrom: '2026-02-15' }, [bridge]],
    [{ takenUntil: '2026-02-28' }, [market]],
    [{ rights: 'held' }, [bridge]],
    [{ rights: 'ended' }, [market]],
    [{ rights: 'unsaid' }, [school]],
    [{ machine: 'any' }, [market]],
    [{ sentUntil: '2000-01-01' }, []],
    [{ place: county.placeId('village-2-1') }, [school]],
    [{ used: 'now' }, []],
  ];
  for (const [query, hashes] of cases) assert.deepEqual(await found(county, query), hashes, JSON.stringify(query));
  const first = await county.as('editor').get('/pictures?limit=2');
  const rest = await found(county, { limit: '2', after: String(first.body['next']) });
  assert.equal(new Set([...(first.body['items'] as { hash: string }[]).map((one) => one.hash), ...rest]).size, 3);
  assert.equal((await county.as('editor').get('/pictures?takenFrom=2026-02-30')).status, 400);
});

test('words of pictures that an older version stored are cut by themselves', async () => {
  await using county = await testWorld();
  const hash = await add(county);
  assert.deepEqual(await found(county, { q: '大桥' }), []);
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(`update media.pictures set alt = '镇口的大桥' where county_id = 1 and hash = $1`, [hash]),
    ),
  );
  await county.tick('media.index-pictures');
  assert.deepEqual(await found(county, { q: '大桥' }), [hash]);
});

test('many pictures are changed at once, shown before; one that was changed meanwhile or lies elsewhere keeps the others from nothing', async () => {
  await using county = await testWorld();
  const [one, stale, same] = [await add(county), await add(county), await add(county)];
  await change(county, stale, { alt: '改过了' });
  await change(county, same, { credit: '陈晓', keywords: ['交通'] });
  const request = {
    pictures: [
      { hash: one, version: 1 },
      { hash: stale, version: 1 },
      { hash: same, version: 2 },
      { hash: 'a'.repeat(64), version: 1 },
    ],
    change: { credit: '陈晓', addKeywords: ['交通'] },
  };
  const rows = [
    { hash: one, outcome: 'changed', fields: ['credit', 'keywords'], code: null },
    { hash: stale, outcome: 'refused', fields: [], code: 'StaleVersion' },
    { hash: same, outcome: 'same', fields: [], code: null },
    { hash: 'a'.repeat(64), outcome: 'refused', fields: [], code: 'NotFound' },
  ];
  const shown = await county.as('editor').post('/picture-changes', { ...request, preview: true });
  assert.deepEqual(shown.body['rows'], rows, shown.text);
  assert.equal((await county.as('editor').get(`/pictures/${one}`)).body['credit'], '');
  const done = await county.as('editor').post('/picture-changes', { ...request, preview: false });
  assert.deepEqual(done.body['rows'], rows, done.text);
  const seen = (await county.as('editor').get(`/pictures/${one}`)).body;
  assert.deepEqual([seen['credit'], seen['keywords'], seen['version']], ['陈晓', ['交通'], 2]);
  const again = await county.as('editor').post('/picture-changes', { ...request, preview: false });
  assert.equal((again.body['rows'] as { code: string }[])[0]?.code, 'StaleVersion');
  const others = await county.as('correspondent').post('/picture-changes', { ...request, preview: true });
  assert.equal((others.body['rows'] as { code: string }[])[0]?.code, 'Forbidden');
  assert.equal((await county.as('volunteer').post('/picture-changes', { ...request, preview: true })).status, 403);
});
