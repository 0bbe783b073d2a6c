import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';

test('a word of the catalogue goes while nothing stands under it, and only then', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const term = (key: string) => ({ kind: 'skill', key });
  const list = async (who: 'coordinator' | 'volunteer') =>
    (await county.as(who).get('/service-terms')).body['items'] as { key: string; usedBy: unknown }[];
  await desk.done(
    coordinator.put('/service-terms', { ...term('knitting'), name: { 'zh-CN': '织毛衣' }, position: 90 }),
  );
  await desk.done(coordinator.put('/service-terms', { ...term('sewing'), name: { 'zh-CN': '缝补' }, position: 91 }));
  const service = (await coordinator.get('/services/taps-and-lights')).body as {
    id: string;
    version: number;
    facts: object;
  };
  await desk.done(
    coordinator.patch(`/services/${service.id}`, {
      version: service.version,
      facts: { ...service.facts, skills: ['knitting'] },
    }),
  );
  const used = (await list('coordinator')).find(({ key }) => key === 'knitting');
  assert.deepEqual(used?.usedBy, { services: 1, volunteers: 0, teams: 0 });
  assert.equal((await list('volunteer'))[0]?.usedBy, null, 'how many there are is for those who keep the list');
  const held = await coordinator.delete('/service-terms', term('knitting'));
  assert.deepEqual(refused(held), [409, 'TermInUse']);
  assert.equal((await county.as('station-keeper').delete('/service-terms', term('sewing'))).status, 403);
  assert.equal((await county.as('coordinator', { county: 2 }).delete('/service-terms', term('sewing'))).status, 404);
  await desk.done(coordinator.delete('/service-terms', term('sewing')));
  assert.equal((await coordinator.delete('/service-terms', term('sewing'))).status, 404, 'a second time it is gone');
  assert.deepEqual(
    (await list('coordinator')).map(({ key }) => key).filter((key) => ['knitting', 'sewing'].includes(key)),
    ['knitting'],
  );
});

test('a service, a team and a volunteer use words of the lists alone, and one that goes in the same moment is gone or stays', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const service = (await coordinator.get('/services/taps-and-lights')).body as {
    id: string;
    version: number;
    facts: object;
  };
  const using = (skill: string, version = service.version) =>
    coordinator.patch(`/services/${service.id}`, { version, facts: { ...service.facts, skills: [skill] } });
  const unheardOf = await using('juggling');
  assert.deepEqual(
    [unheardOf.status, (unheardOf.body['fields'] as { path: string }[])[0]?.path],
    [400, '/facts/skills/0'],
  );
  assert.equal(
    (await coordinator.patch(`/services/${service.id}`, { version: service.version, group: 'circus' })).status,
    400,
  );
  const team = await coordinator.post('/teams', {
    placeId: county.placeId('town-1'),
    name: { 'zh-CN': '杂技队' },
    skills: ['juggling'],
    memberIds: [],
  });
  assert.equal(team.status, 400, team.text);
  for (let round = 0; round < 5; round += 1) {
    const term = { kind: 'skill', key: `skill-${round}` };
    await desk.done(coordinator.put('/service-terms', { ...term, name: { 'zh-CN': '手艺' }, position: 1 }));
    const { version } = (await coordinator.get('/services/taps-and-lights')).body as { version: number };
    const [used, gone] = await Promise.all([using(term.key, version), coordinator.delete('/service-terms', term)]);
    assert.ok(
      used.status === 200 ? gone.status === 409 : used.status === 400 && gone.status < 300,
      `${used.status} ${gone.status}`,
    );
  }
});
