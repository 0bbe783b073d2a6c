import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '#portal';
import { testWorld } from '#testing';
import { addTestService } from '#volunteering/testing';

type Named = { name: Record<string, string> };
interface Seen {
  emergencies: (Named & { number: string })[];
  placeLevels: (Named & { level: string })[];
  usual: { emergencies: { number: string }[] };
  levelsInUse: string[];
}

test('an administrator changes whom to call in danger, and the next order form says it; others may not', async () => {
  await using county = await testWorld();
  await county.inCounty((ctx) => ctx.transaction((tx) => addTestService(tx, 'taps')));
  const site = await buildServer(county.app, portalOptions(county.app));
  await site.ready();
  const form = async (): Promise<string> =>
    (await site.inject({ method: 'GET', url: '/services/taps/order', headers: { host: 'one.test' } })).body;
  assert.match(await form(), /href="tel:120"/);
  const administrator = county.as('administrator');
  const seen = async () => (await administrator.get('/settings')).body['county'] as Seen;
  const { emergencies: read } = await seen();
  assert.deepEqual(
    read.map(({ number }) => number),
    ['120', '119', '110', '122'],
    'of the country pack, as long as nobody said otherwise',
  );
  const emergencies = [
    { number: '0000-911', name: { 'zh-CN': '县急救站', en: 'County ambulance' } },
    { number: '110', name: { 'zh-CN': '报警' } },
  ];
  const change = { read: { emergencies: read }, emergencies };
  const hyphen = await administrator.put('/emergencies', change);
  assert.deepEqual([hyphen.status, hyphen.body['code']], [400, 'BadRequest'], 'digits alone, to be rung by a tap');
  emergencies[0] = { number: '0000911', name: { 'zh-CN': '县急救站', en: 'County ambulance' } };
  for (const name of ['auditor', 'coordinator', 'chief-editor'] as const)
    assert.equal((await county.as(name).put('/emergencies', change)).status, 403, name);
  const saved = await administrator.put('/emergencies', change);
  assert.equal(saved.status, 200, saved.text);
  assert.deepEqual((await seen()).emergencies, emergencies);
  assert.equal((await seen()).usual.emergencies.length, 4, 'and the usual ones are still known');
  const after = await form();
  assert.match(after, /href="tel:0000911">\s*<b>0000911<\/b> 县急救站/);
  assert.doesNotMatch(after, /tel:120/);
  assert.match(
    (await site.inject({ method: 'GET', url: '/services/taps/paper', headers: { host: 'one.test' } })).body,
    /0000911/,
    'on paper too',
  );

  assert.equal((await administrator.put('/emergencies', change)).body['code'], 'StaleVersion');
  for (const [what, wrong] of Object.entries({
    none: [],
    twice: [emergencies[1], emergencies[1]],
    nameless: [{ number: '110', name: { en: 'police' } }],
    words: [{ number: 'call us', name: { 'zh-CN': '报警' } }],
  })) {
    const refused = await administrator.put('/emergencies', { read: { emergencies }, emergencies: wrong });
    assert.equal(refused.status, 400, what);
  }
  const acts = (await county.as('auditor').get('/audit?act=county.change-emergencies')).body['items'] as {
    detail: object;
  }[];
  assert.deepEqual(
    acts.map(({ detail }) => detail),
    [{ emergencies: ['0000911', '110'], former: ['120', '119', '110', '122'] }],
  );
  assert.equal(county.app.counties.byId(2)?.settings['emergencies'], undefined, 'the other county is as it was');
  await site.close();
});

test('an administrator says what the levels are called; one that has places stays where it is', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const seen = async () => (await administrator.get('/settings')).body['county'] as Seen;
  const { placeLevels: read, levelsInUse } = await seen();
  assert.deepEqual(
    read.map(({ level }) => level),
    ['county', 'town', 'village', 'group'],
  );
  assert.deepEqual(levelsInUse, ['county', 'town', 'village']);
  const put = (placeLevels: readonly object[], known: readonly object[] = read) =>
    administrator.put('/place-levels', { read: { placeLevels: known }, placeLevels });
  const [top, town, village] = read;
  assert.ok(top && town && village);
  const renamed = [top, town, { level: 'village', name: { 'zh-CN': '社区', en: 'Neighbourhood' } }];
  assert.equal((await county.as('auditor').put('/place-levels', { read: { placeLevels: read } })).status, 400);
  assert.equal(
    (await county.as('coordinator').put('/place-levels', { read: { placeLevels: read }, placeLevels: renamed })).status,
    403,
  );
  for (const [what, wrong] of Object.entries({
    'a level with places is gone': [top, town],
    'two with places change': [top, village, town],
    'something above the top': [{ level: 'city', name: { 'zh-CN': '市', en: 'City' } }, ...read],
  })) {
    const refused = await put(wrong);
    assert.deepEqual([refused.status, refused.body['code']], [409, 'LevelsInUse'], `${what} ${refused.text}`);
  }
  assert.equal((await put([...renamed, { level: 'village', name: { 'zh-CN': '村' } }])).status, 400, 'a level twice');

  const between = [top, { level: 'district', name: { 'zh-CN': '片区', en: 'District' } }, ...renamed.slice(1)];
  for (const [known, after] of [
    [read, renamed],
    [renamed, between],
    [between, renamed],
  ] as const) {
    const saved = await put(after, known);
    assert.equal(saved.status, 200, saved.text);
  }
  assert.equal((await put(renamed)).body['code'], 'StaleVersion');
  const list = (await administrator.get('/places')).body;
  assert.deepEqual(
    (list['levels'] as { name: string }[]).map(({ name }) => name),
    ['县（市、区）', '乡镇（街道）', '社区'],
    'a level without places may go',
  );
  assert.deepEqual((list['steps'] as Record<string, { station: string }>)['town'], { service: '镇', station: '所' });
  assert.deepEqual((list['steps'] as Record<string, object>)['village'], { service: '社区', station: '社区站点' });
  const acts = (await county.as('auditor').get('/audit?act=county.change-place-levels')).body['items'] as {
    detail: object;
  }[];
  assert.deepEqual(acts.at(-1)?.detail, {
    levels: ['county', 'town', 'village'],
    former: ['county', 'town', 'village', 'group'],
  });
});
