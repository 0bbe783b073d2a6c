import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stationFor, hoursInWords } from '#stations';
import { testWorld } from '#testing';

const body = (placeId: string) => ({
  level: 'town',
  placeId,
  name: { 'zh-CN': '柳河服务所', en: 'Liuhe station' },
  phone: '0000-1200001',
});

test('a coordinator opens a station, and it answers for the villages below it', async () => {
  await using county = await testWorld();
  const opened = await county.as('coordinator').post('/stations', body(county.placeId('town-1')));
  assert.equal(opened.status, 201, opened.text);
  const found = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => [
      await stationFor(tx, county.placeId('village-1-2')),
      await stationFor(tx, county.placeId('village-2-1')),
    ]),
  );
  assert.deepEqual(
    found.map((station) => station?.id ?? null),
    [opened.body['id'], null],
  );
});

test('a volunteer may not open a station, and a town coordinator not in another town', async () => {
  await using county = await testWorld();
  assert.equal((await county.as('volunteer').post('/stations', body(county.placeId('town-1')))).status, 403);
  assert.equal((await county.as('town-coordinator').post('/stations', body(county.placeId('town-2')))).status, 403);
  assert.equal((await county.as('town-coordinator').post('/stations', body(county.placeId('town-1')))).status, 201);
});

test('nobody draws a place to a station who could not open one there: its residents’ names and doors come with it', async () => {
  await using county = await testWorld();
  const [here, there] = [county.placeId('town-1'), county.placeId('village-2-1')];
  const [town, whole] = [county.as('town-coordinator'), county.as('coordinator')];
  assert.equal((await town.post('/stations', { ...body(here), alsoServes: [there] })).status, 403);
  const opened = await town.post('/stations', body(here));
  assert.equal(opened.status, 201, opened.text);
  const path = `/stations/${String(opened.body['id'])}`;
  const reach = { version: 1, alsoServes: [there] };
  for (const name of ['town-coordinator', 'station-keeper'] as const)
    assert.equal((await county.as(name).patch(path, reach)).status, 403, name);
  assert.equal((await whole.patch(path, reach)).status, 200);
  // Whoever keeps it goes on keeping it, with what it serves, and may serve less.
  assert.equal((await town.patch(path, { version: 2, phone: '0000-1200009', alsoServes: [there] })).status, 200);
  assert.equal((await town.patch(path, { version: 3, alsoServes: [] })).status, 200);
  assert.equal((await town.patch(path, { version: 4, alsoServes: [there] })).status, 403);
});

test('a station of one county is absent in the other, and a stale change is refused with the present version', async () => {
  await using county = await testWorld();
  const opened = await county.as('coordinator').post('/stations', body(county.placeId('town-1')));
  const path = `/stations/${String(opened.body['id'])}`;
  assert.equal((await county.as('coordinator', { county: 2 }).get(path)).status, 404);
  assert.equal((await county.as('coordinator').patch(path, { version: 1, phone: '0000-1200002' })).status, 200);
  const stale = await county.as('coordinator').patch(path, { version: 1, phone: '0000-1200003' });
  assert.deepEqual([stale.status, stale.body['code'], stale.body['detail']], [409, 'StaleVersion', { current: 2 }]);
});

test('opening hours are said in words', () => {
  assert.equal(
    hoursInWords([{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '17:30' }], 'zh-CN'),
    '周一至周六 8:30 到 17:30',
  );
  assert.equal(hoursInWords([], 'en'), '');
});
