import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';

const order = async (desk: Desk): Promise<string[]> =>
  ((await desk.county.as('editor').get('/sections')).body['items'] as { slug: string; position: number }[]).map(
    ({ slug, position }) => `${position} ${slug}`,
  );
const open = (desk: Desk, slug: string, position: number) =>
  desk.county.as('chief-editor').post('/sections', { slug, name: { 'zh-CN': '栏目', en: 'Section' }, position });

test('a section that is moved moves the others along, and no two share a position', async () => {
  await using desk = await openDesk();
  assert.equal((await open(desk, 'farming', 9)).status, 201);
  const travel = await open(desk, 'travel', 0);
  assert.deepEqual(await order(desk), ['0 travel', '1 life', '2 farming']);
  const chief = desk.county.as('chief-editor');
  assert.equal((await chief.patch(`/sections/${String(travel.body['id'])}`, { position: 1 })).status, 200);
  assert.deepEqual(await order(desk), ['0 life', '1 travel', '2 farming']);
  assert.equal(
    (await desk.county.as('editor').patch(`/sections/${String(travel.body['id'])}`, { position: 0 })).status,
    403,
  );
});

test('a closed section keeps its stories and its address but takes no place in the navigation', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  const closed = await chief.patch(`/sections/${desk.sectionId}`, { ended: true });
  assert.deepEqual([closed.status, closed.body['ended']], [200, true]);
  assert.equal((await open(desk, 'life', 0)).body['code'], 'SlugTaken');
  assert.equal((await chief.patch(`/sections/${desk.sectionId}`, { ended: false })).body['ended'], false);
});

test('who changes a section as somebody else left it is told; what both read stays', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  const read = ((await chief.get('/sections')).body['items'] as { id: string }[]).find(
    (one) => one.id === desk.sectionId,
  );
  const named = (zh: string, en: string) =>
    chief.patch(`/sections/${desk.sectionId}`, { name: { 'zh-CN': zh, en }, read });
  assert.equal((await open(desk, 'farming', 0)).status, 201, 'moves it along, which is no change of it');
  assert.equal((await named('生活', 'Living')).status, 200);
  const late = await named('日子', 'Days');
  assert.deepEqual([late.status, late.body['code']], [409, 'StaleVersion']);
  assert.deepEqual((late.body['detail'] as { current: { name: object } }).current.name, {
    'zh-CN': '生活',
    en: 'Living',
  });
  const both = await Promise.all([
    chief.patch(`/sections/${desk.sectionId}`, { name: { 'zh-CN': '百姓', en: 'People' } }),
    chief.patch(`/sections/${desk.sectionId}`, { description: { 'zh-CN': '街坊的事', en: 'Of neighbours' } }),
  ]);
  assert.deepEqual(
    both.map((one) => one.status),
    [200, 200],
  );
  const after = (
    (await chief.get('/sections')).body['items'] as { id: string; name: object; description: object }[]
  ).find((one) => one.id === desk.sectionId);
  assert.deepEqual(after?.name, { 'zh-CN': '百姓', en: 'People' });
  assert.deepEqual(after?.description, { 'zh-CN': '街坊的事', en: 'Of neighbours' });
});
