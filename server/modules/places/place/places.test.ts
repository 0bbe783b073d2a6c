import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerClient, testWorld } from '#testing';
import { replant } from '../tree/forest.ts';
import type { CastClient, TestWorld } from '#testing';

interface Line {
  id: string;
  code: string;
  depth: number;
  name: Record<string, string>;
  parentId: string | null;
}

async function tree(county: TestWorld, query = '', host = 'one.test'): Promise<{ items: Line[]; revision: number }> {
  const answer = await county.request('GET', `/api/v1/places${query}`, undefined, { host });
  assert.equal(answer.status, 200, answer.text);
  return { items: answer.body['items'] as Line[], revision: Number(answer.body['revision']) };
}

const codes = (items: Line[]): string[] => items.map((place) => place.code);
const administrator = (county: TestWorld): CastClient => county.as('administrator');

/** Positions in the database are nested and without gaps, and are those in memory. */
async function mustBeSound(county: TestWorld): Promise<void> {
  const owner = await ownerClient(county.database);
  try {
    const wrong = await owner.query(
      `select c.id from places.places c left join places.places p on p.county_id = c.county_id and p.id = c.parent_id
        where (c.parent_id is null and (c.lo <> 0 or c.depth <> 0)) or (p.id is not null and (c.lo <= p.lo or c.hi > p.hi or c.depth <> p.depth + 1))`,
    );
    assert.equal(wrong.rowCount, 0);
    const gaps = await owner.query(
      'select county_id from places.places group by county_id having count(distinct lo) <> count(*) or max(lo) <> count(*) - 1',
    );
    assert.equal(gaps.rowCount, 0);
    const rows = await owner.query<{ id: string }>('select id from places.places where county_id = 1 order by lo');
    assert.deepEqual(
      (await tree(county, '?ended=true')).items.map((place) => place.id),
      rows.rows.map((row) => row.id),
    );
  } finally {
    await owner.end();
  }
}

test('anybody reads the tree of the county, and nothing of the other', async () => {
  await using county = await testWorld();
  const here = await tree(county);
  assert.deepEqual(codes(here.items), [
    '110101',
    '110101100',
    '110101100001',
    '110101100002',
    '110101101',
    '110101101001',
    '110101101002',
  ]);
  assert.ok(codes((await tree(county, '', 'two.test')).items).every((code) => code.startsWith('220202')));
  assert.equal((await county.request('GET', '/api/v1/places/220202')).status, 404);
  assert.equal((await county.request('GET', '/api/v1/places/110101100001')).body['levelName'], '村（社区）');
});

test('places are found by part of a name and by the beginning of a code', async () => {
  await using county = await testWorld();
  assert.deepEqual(codes((await tree(county, `?search=${encodeURIComponent('大槐')}`)).items), ['110101100001']);
  assert.deepEqual(codes((await tree(county, '?search=liuhe')).items), ['110101100']);
  assert.deepEqual(codes((await tree(county, '?search=110101101&level=village')).items), [
    '110101101001',
    '110101101002',
  ]);
});

test('an administrator adds a village; the rest of the tree makes room', async () => {
  await using county = await testWorld();
  const added = await administrator(county).post('/places', {
    parentId: county.placeId('town-1'),
    level: 'village',
    code: '110101100003',
    name: { 'zh-CN': '新村', en: 'Xincun' },
    validFrom: '2026-01-01',
  });
  assert.equal(added.status, 201, added.text);
  assert.deepEqual(
    (added.body['path'] as Line[]).map((place) => place.code),
    ['110101', '110101100'],
  );
  assert.equal(codes((await tree(county)).items)[4], '110101100003');
  await mustBeSound(county);
});

test('a new place is refused for what is wrong with it, and nothing changes', async () => {
  await using county = await testWorld();
  const before = await tree(county);
  const cases = [
    ['a code somebody has', { code: '110101100002' }, 'CodeTaken'],
    ['a code of the wrong length', { code: '1101011' }, 'CodeNotUnderstood'],
    ['a town below a town', { level: 'town' }, 'LevelNotBelow'],
    ['a level nobody knows', { level: 'planet' }, 'LevelNotBelow'],
    ['no code at all', { code: null }, 'BadRequest'],
    ['a field nobody asked for', { lo: 5 }, 'BadRequest'],
    ['no name', { name: {} }, 'BadRequest'],
  ] as const;
  for (const [why, change, code] of cases) {
    const refused = await administrator(county).post('/places', {
      parentId: county.placeId('town-1'),
      level: 'village',
      code: '110101100009',
      name: { 'zh-CN': '新村' },
      validFrom: '2026-01-01',
      ...change,
    });
    assert.equal(refused.body['code'], code, `${why}: ${refused.text}`);
    assert.deepEqual(await tree(county), before);
  }
});

test('a village moves to another town, and whoever looks after that town reaches it at once', async () => {
  await using county = await testWorld();
  const village = county.placeId('village-2-1');
  const volunteer = await county.personId('volunteer-2-1');
  assert.equal((await county.as('town-coordinator').get(`/people/${volunteer}`)).status, 404);
  const { revision } = await tree(county);
  const moved = await administrator(county).post(`/places/${village}/moves`, {
    revision,
    parentId: county.placeId('town-1'),
    reason: '区划调整',
  });
  assert.equal(moved.status, 201, moved.text);
  assert.equal((await county.as('town-coordinator').get(`/people/${volunteer}`)).status, 200);
  await mustBeSound(county);
});

test('a place is not moved into itself, nor the county anywhere, nor on an old view of the tree', async () => {
  await using county = await testWorld();
  const { revision } = await tree(county);
  const move = (id: string, parentId: string, seen = revision): ReturnType<CastClient['post']> =>
    administrator(county).post(`/places/${id}/moves`, { revision: seen, parentId, reason: '试试' });
  assert.equal((await move(county.placeId('town-1'), county.placeId('village-1-1'))).body['code'], 'PlaceInItself');
  assert.equal((await move(county.placeId('county'), county.placeId('town-1'))).body['code'], 'PlaceInItself');
  assert.equal(
    (await move(county.placeId('village-1-1'), county.placeId('village-1-2'))).body['code'],
    'LevelNotBelow',
  );
  const stale = await move(county.placeId('village-1-1'), county.placeId('town-2'), revision - 1);
  assert.equal(stale.status, 409);
  assert.deepEqual(stale.body['detail'], { current: revision });
  assert.equal((await move(county.placeId('village-1-1'), county.placeId('town-1', 2))).status, 404, 'another county');
});

test('of two moves on the same view exactly one wins, and the tree is whole', async () => {
  await using county = await testWorld();
  const { revision } = await tree(county);
  const move = (village: 'village-1-1' | 'village-1-2'): ReturnType<CastClient['post']> =>
    administrator(county).post(`/places/${county.placeId(village)}/moves`, {
      revision,
      parentId: county.placeId('town-2'),
      reason: '同时',
    });
  const answers = await Promise.all([move('village-1-1'), move('village-1-2')]);
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
  );
  await mustBeSound(county);
});

test('a place is renamed; its records follow', async () => {
  await using county = await testWorld();
  const { revision } = await tree(county);
  const renamed = await administrator(county).patch(`/places/${county.placeId('village-1-1')}`, {
    revision,
    name: { 'zh-CN': '大槐树村', en: 'Dahuaishu Village' },
  });
  assert.equal(renamed.status, 200, renamed.text);
  assert.equal((renamed.body['name'] as Record<string, string>)['zh-CN'], '大槐树村');
});

test('a place that ended leaves the lists, keeps its page, and frees its code', async () => {
  await using county = await testWorld();
  const village = county.placeId('village-1-2');
  const end = async (id: string): ReturnType<CastClient['post']> =>
    administrator(county).post(`/places/${id}/endings`, {
      revision: (await tree(county)).revision,
      validTo: '2026-03-01',
      reason: '并村',
    });
  assert.equal((await end(county.placeId('town-1'))).body['code'], 'PlaceHasChildren');
  assert.equal((await end(village)).status, 201);
  assert.ok(!codes((await tree(county)).items).includes('110101100002'));
  assert.equal((await county.request('GET', '/api/v1/places/110101100002')).body['validTo'], '2026-03-01');
  const again = await administrator(county).post('/places', {
    parentId: county.placeId('town-1'),
    level: 'village',
    code: '110101100002',
    name: { 'zh-CN': '小河新村' },
    validFrom: '2026-03-02',
  });
  assert.equal(again.status, 201, again.text);
  await mustBeSound(county);
});

test('a place that ends on a day to come stands until then, and one that begins on a day to come does not stand yet', async () => {
  await using county = await testWorld();
  const village = county.placeId('village-1-2');
  const end = async (validTo: string): ReturnType<CastClient['post']> =>
    administrator(county).post(`/places/${village}/endings`, {
      revision: (await tree(county)).revision,
      validTo,
      reason: '并村',
    });
  assert.equal((await end('2026-03-09')).status, 201);
  const successor = (code: string, validFrom: string): ReturnType<CastClient['post']> =>
    administrator(county).post('/places', {
      parentId: county.placeId('town-1'),
      level: 'village',
      code,
      name: { 'zh-CN': '小河新村' },
      validFrom,
    });
  assert.equal(
    (await successor('110101100002', '2026-03-08')).body['code'],
    'CodeTaken',
    'both would exist on one day',
  );
  const next = await successor('110101100002', '2026-03-09');
  assert.equal(next.status, 201, next.text);
  const standing = async (): Promise<string[]> =>
    (await tree(county)).items.filter((place) => place.code === '110101100002').map((place) => place.id);
  assert.deepEqual(await standing(), [village]);
  assert.equal((await county.request('GET', '/api/v1/places/110101100002')).body['id'], village);
  assert.equal((await end('2026-03-10')).status, 201, 'a day that has not come may be put off');
  assert.equal((await end('2026-03-09')).status, 201);
  county.clock.advance({ days: 7 });
  assert.deepEqual(await standing(), [next.body['id']], 'the day has come');
  assert.equal((await county.request('GET', '/api/v1/places/110101100002')).body['id'], next.body['id']);
  assert.equal((await end('2026-04-01')).body['code'], 'PlaceEnded', 'what is over stays over');
  await mustBeSound(county);
});

test('a village moves and gets the code of its new town in one act; its old code leads on', async () => {
  await using county = await testWorld();
  const village = county.placeId('village-1-1');
  const { revision } = await tree(county);
  const move = (id: string, code: string): ReturnType<CastClient['post']> =>
    administrator(county).post(`/places/${id}/moves`, {
      revision,
      parentId: county.placeId('town-2'),
      code,
      reason: '划过去',
    });
  assert.equal((await move(village, '110101101001')).body['code'], 'CodeTaken');
  const answers = await Promise.all([
    move(village, '110101101003'),
    move(county.placeId('village-1-2'), '110101101003'),
  ]);
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
    'of two movers one has its code and place, the other neither',
  );
  await mustBeSound(county);
  const [won, oldCode] =
    answers[0]?.status === 201 ? [village, '110101100001'] : [county.placeId('village-1-2'), '110101100002'];
  const seen = await county.request('GET', `/api/v1/places/${oldCode}`);
  assert.equal(seen.body['id'], won);
  assert.equal(seen.body['code'], '110101101003');
  await replant(county.app, 1);
  assert.equal((await county.request('GET', `/api/v1/places/${oldCode}`)).body['id'], won, 'after a new start too');
});

test('only an administrator changes the tree', async () => {
  await using county = await testWorld();
  const { revision } = await tree(county);
  const village = county.placeId('village-1-1');
  for (const name of ['coordinator', 'station-keeper', 'chief-editor', 'auditor', 'volunteer'] as const) {
    assert.equal(
      (
        await county
          .as(name)
          .post(`/places/${village}/moves`, { revision, parentId: county.placeId('town-2'), reason: '不行' })
      ).status,
      403,
      name,
    );
    assert.equal(
      (await county.as(name).patch(`/places/${village}`, { revision, name: { en: 'No' } })).status,
      403,
      name,
    );
  }
});
