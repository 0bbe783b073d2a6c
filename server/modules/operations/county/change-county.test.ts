import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { listenToCommits } from '#platform/listen';
import { openApp } from '#platform/app';
import { workingDayAfter } from '#places';
import { emptyPageCache, portalOptions } from '#portal';
import { testWorld, until } from '#testing';
import { modules } from '../../../modules.ts';

test('an administrator changes what stands on every page; another process shows it too, and others may not', async () => {
  await using county = await testWorld(); // answers the API
  const other = await openApp({ ...county.app.settings }, modules, county.clock);
  const site = await buildServer(other, portalOptions(other));
  const ears = listenToCommits(other, () => emptyPageCache(other));
  try {
    await site.ready();
    const home = async (): Promise<string> =>
      (await site.inject({ method: 'GET', url: '/', headers: { host: 'one.test' } })).body;
    assert.match(await home(), /甲县融媒体中心/);
    const administrator = county.as('administrator');
    const seen = (await administrator.get('/settings')).body['county'] as Record<string, unknown>;
    const read = {
      name: seen['name'],
      publisher: seen['publisher'],
      phone: seen['phone'],
      languages: seen['languages'],
    };
    const change = { read, phone: '0000-7654321', publisher: { 'zh-CN': '甲县新闻中心', en: 'One County News' } };
    for (const name of ['auditor', 'coordinator', 'chief-editor'] as const)
      assert.equal((await county.as(name).patch('/settings', change)).status, 403, name);
    const changed = await administrator.patch('/settings', change);
    assert.equal(changed.status, 200, changed.text);
    assert.equal((changed.body['county'] as Record<string, unknown>)['phone'], '0000-7654321');
    await until(async () => (await home()).includes('甲县新闻中心'));
    assert.doesNotMatch(await home(), /甲县融媒体中心/);
    const stale = await administrator.patch('/settings', { read, phone: '0000-1111111' });
    assert.equal(stale.body['code'], 'StaleVersion', 'somebody changed it meanwhile');
    const nameless = await administrator.patch('/settings', {
      read: { ...read, phone: '0000-7654321', publisher: change.publisher },
      name: { 'zh-CN': '甲县' },
    });
    assert.equal(nameless.status, 400, 'a language without its name');
    const { registration } = (await administrator.get('/settings')).body['county'] as { registration: object };
    const numbers = {
      read: registration,
      ...registration,
      icp: '京ICP备00000000号',
      police: '京公网安备11010102000001号',
    };
    assert.equal((await county.as('chief-editor').put('/registration', numbers)).status, 403);
    assert.equal((await administrator.put('/registration', numbers)).status, 200);
    await until(async () => (await home()).includes('<a href="https://beian.miit.gov.cn/">京ICP备00000000号</a>'));
    assert.match(await home(), /code=11010102000001">京公网安备11010102000001号/);
    assert.equal((await administrator.put('/registration', numbers)).body['code'], 'StaleVersion');
    const entries = (await county.as('auditor').get('/audit?act=county.change')).body['items'] as unknown[];
    assert.equal(entries.length, 1);
    assert.equal((await county.request('GET', '/api/v1/chain-heads', undefined, { host: 'two.test' })).status, 200);
    assert.equal(county.app.counties.byId(2)?.phone, '0000-1234567', 'the other county is as it was');
  } finally {
    await ears.close();
    await site.close();
    await other.close();
  }
});

test('an administrator enters days off and days worked, and times in working days follow them at once', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const seen = async () => (await administrator.get('/settings')).body['county'] as Record<string, unknown>;
  const first = await seen();
  assert.deepEqual([first['daysOff'], first['daysWorked'], first['holidaysUntil']], [[], [], 2026]);
  const none = { daysOff: [], daysWorked: [] };
  const change = { read: none, daysOff: ['2027-02-08', '2027-02-05', '2027-02-05'], daysWorked: ['2027-02-14'] };
  for (const name of ['auditor', 'coordinator', 'chief-editor'] as const)
    assert.equal((await county.as(name).put('/own-days', change)).status, 403, name);
  const saved = await administrator.put('/own-days', change);
  assert.equal(saved.status, 200, saved.text);
  const after = await seen();
  assert.deepEqual([after['daysOff'], after['daysWorked']], [['2027-02-05', '2027-02-08'], ['2027-02-14']]);
  const here = county.app.counties.byId(1);
  assert.ok(here);
  assert.equal(workingDayAfter(here, '2027-02-04', 1), '2027-02-09');
  assert.equal(workingDayAfter(here, '2027-02-12', 1), '2027-02-14', 'a Sunday that is worked');

  assert.equal((await administrator.put('/own-days', change)).body['code'], 'StaleVersion');
  const read = { daysOff: after['daysOff'], daysWorked: after['daysWorked'] };
  const both = await administrator.put('/own-days', {
    ...none,
    read,
    daysOff: ['2027-05-01'],
    daysWorked: ['2027-05-01'],
  });
  assert.deepEqual([both.status, both.body['code']], [400, 'BadRequest'], both.text);
  const unreal = await administrator.put('/own-days', { ...none, read, daysOff: ['2027-02-30'] });
  assert.equal(unreal.status, 400, 'no such day');
  const [twice, again] = await Promise.all([
    administrator.put('/own-days', { ...none, read }),
    administrator.put('/own-days', { ...none, read, daysOff: ['2027-06-01'] }),
  ]);
  assert.deepEqual(
    [twice.status, again.status].toSorted((a, b) => a - b),
    [200, 409],
    'one of two at once',
  );
  const acts = (await county.as('auditor').get('/audit?act=county.change-own-days')).body['items'] as unknown[];
  assert.equal(acts.length, 2);
  assert.deepEqual(county.app.counties.byId(2)?.settings['daysOff'], undefined, 'the other county is as it was');
});
