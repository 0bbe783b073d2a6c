import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castNames } from '#access/testing';
import { testWorld } from '#testing';

interface GrantLine {
  id: string;
  person: { name: string };
  role: string;
  holds: boolean;
  duty: boolean;
  abilities: string[];
}

test('an administrator gives a role at a town, and it holds at once', async () => {
  await using county = await testWorld();
  const personId = await county.personId('volunteer');
  const placeId = county.placeId('town-1');
  const given = await county.as('administrator').post('/grants', { personId, role: 'correspondent', placeId });
  assert.equal(given.status, 201, given.text);
  const { grants } = (await county.as('volunteer').get('/me')).body as { grants: { role: string }[] };
  assert.deepEqual(grants.map((grant) => grant.role).toSorted(), ['correspondent', 'volunteer']);
});

test('a role for a time holds between its dates and not after', async () => {
  await using county = await testWorld();
  const personId = await county.personId('volunteer');
  const at = (hours: number): string => new Date(county.clock.now().getTime() + hours * 3_600_000).toISOString();
  await county.as('administrator').post('/grants', {
    personId,
    role: 'correspondent',
    placeId: county.placeId('town-1'),
    fromAt: at(1),
    untilAt: at(3),
  });
  const roles = async (): Promise<number> =>
    ((await county.as('volunteer').get('/me')).body['grants'] as unknown[]).length;
  assert.equal(await roles(), 1, 'not yet');
  county.clock.advance({ hours: 2 });
  assert.equal(await roles(), 2, 'now');
  county.clock.advance({ hours: 1 });
  assert.equal(await roles(), 1, 'over');
});

test('nobody gives a role to themselves', async () => {
  await using county = await testWorld();
  const refused = await county.as('administrator').post('/grants', {
    personId: await county.personId('administrator'),
    role: 'chief-editor',
    placeId: county.placeId('county'),
  });
  assert.equal(refused.status, 409);
  assert.equal(refused.body['code'], 'OwnGrant');
});

test('a coordinator makes volunteers in their own town, and nothing else, nowhere else', async () => {
  await using county = await testWorld();
  const personId = await county.personId('correspondent');
  const coordinator = county.as('town-coordinator');
  assert.equal(
    (await coordinator.post('/grants', { personId, role: 'volunteer', placeId: county.placeId('village-1-2') })).status,
    201,
  );
  assert.equal(
    (await coordinator.post('/grants', { personId, role: 'editor', placeId: county.placeId('village-1-2') })).body[
      'code'
    ],
    'RoleNotYours',
  );
  assert.equal(
    (await coordinator.post('/grants', { personId, role: 'volunteer', placeId: county.placeId('village-2-1') })).status,
    403,
    'the next town',
  );
  assert.equal(
    (await coordinator.post('/grants', { personId, role: 'volunteer', placeId: county.placeId('county') })).status,
    403,
    'the whole county',
  );
});

test('duty is given by the chief editor and always ends', async () => {
  await using county = await testWorld();
  const [personId, placeId] = [await county.personId('chief-editor-2'), county.placeId('county')];
  const chief = county.as('chief-editor');
  assert.equal(
    (await chief.post('/grants', { personId, role: 'chief-editor', placeId, duty: true })).body['code'],
    'GrantDatesWrong',
  );
  const untilAt = new Date(county.clock.now().getTime() + 12 * 3_600_000).toISOString();
  assert.equal(
    (await chief.post('/grants', { personId, role: 'chief-editor', placeId, duty: true, untilAt })).status,
    201,
  );
  const { grants } = (await county.as('chief-editor-2').get('/me')).body as { grants: { duty: boolean }[] };
  assert.equal(grants.filter((grant) => grant.duty).length, 1);
});

test('ending a role takes it away at once; the last administrator stays', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const { items } = (await administrator.get('/grants?role=administrator')).body as { items: GrantLine[] };
  const grantOf = (name: string): string => items.find((grant) => grant.person.name === name)?.id ?? '';
  assert.equal((await administrator.delete(`/grants/${grantOf('administrator-2')}`)).status, 204);
  assert.deepEqual((await county.as('administrator-2').get('/me')).body['grants'], []);
  const last = await administrator.delete(`/grants/${grantOf('administrator')}`);
  assert.equal(last.status, 409);
  assert.equal(last.body['code'], 'LastAdministrator');
});

test("a list shows the grants of one's own places, page by page, and its count", async () => {
  await using county = await testWorld();
  const all = (await county.as('administrator').get('/grants?limit=100')).body as { items: GrantLine[]; total: number };
  assert.equal(all.total, castNames.length);
  const first = (await county.as('administrator').get('/grants?limit=15')).body as { items: GrantLine[]; next: string };
  const second = (await county.as('administrator').get(`/grants?limit=15&after=${first.next}`)).body as {
    items: GrantLine[];
    next: null;
  };
  assert.deepEqual(
    [...first.items, ...second.items].map((grant) => grant.id),
    all.items.map((grant) => grant.id),
  );
  assert.equal(second.next, null);
  const town = (await county.as('town-coordinator').get('/grants')).body as { items: GrantLine[] };
  assert.deepEqual(town.items.map((grant) => grant.person.name).toSorted(), [
    'correspondent',
    'station-keeper',
    'team-leader',
    'town-coordinator',
    'volunteer',
    'volunteer-1-2',
  ]);
  const own = (await county.as('volunteer').get('/grants')).body as { items: GrantLine[] };
  assert.deepEqual(
    own.items.map((grant) => grant.person.name),
    ['volunteer'],
    'a volunteer sees their own',
  );
});

test('persons, places, units and grants of the other county are not there', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const [here, there] = [county.placeId('town-1'), county.placeId('town-1', 2)];
  assert.equal(
    (
      await administrator.post('/grants', {
        personId: await county.personId('volunteer', 2),
        role: 'volunteer',
        placeId: here,
      })
    ).status,
    404,
  );
  assert.equal(
    (
      await administrator.post('/grants', {
        personId: await county.personId('volunteer'),
        role: 'volunteer',
        placeId: there,
      })
    ).status,
    404,
  );
  const foreign = (await county.as('administrator', { county: 2 }).get('/grants?role=volunteer')).body as {
    items: GrantLine[];
  };
  assert.equal((await administrator.delete(`/grants/${foreign.items[0]?.id}`)).status, 404);
  const unit = await county
    .as('administrator', { county: 2 })
    .post('/units', { kind: 'team', placeId: there, name: { 'zh-CN': '水电队' } });
  assert.equal(
    (
      await administrator.post('/grants', {
        personId: await county.personId('volunteer'),
        role: 'volunteer',
        placeId: here,
        unitId: String(unit.body['id']),
      })
    ).status,
    404,
  );
});

test('whoever gains their first strong role signs in anew (A9)', async () => {
  await using county = await testWorld();
  const cookie = await county.as('volunteer').cookie();
  await county.as('administrator').post('/grants', {
    personId: await county.personId('volunteer'),
    role: 'editor',
    placeId: county.placeId('county'),
  });
  assert.equal((await county.request('GET', '/api/v1/me', undefined, { cookie })).status, 401);
});

test('a unit is made, renamed and closed; a closed one takes no grants', async () => {
  await using county = await testWorld();
  const coordinator = county.as('coordinator');
  const made = await coordinator.post('/units', {
    kind: 'team',
    placeId: county.placeId('town-1'),
    name: { 'zh-CN': '水电队', en: 'Taps and lights' },
  });
  assert.equal(made.status, 201, made.text);
  const id = String(made.body['id']);
  assert.equal((await coordinator.patch(`/units/${id}`, { closed: true })).status, 200);
  assert.deepEqual((await coordinator.get('/units?kind=team')).body['items'], []);
  const refused = await county.as('administrator').post('/grants', {
    personId: await county.personId('volunteer'),
    role: 'team-leader',
    placeId: county.placeId('town-1'),
    unitId: id,
  });
  assert.equal(refused.body['code'], 'UnitElsewhere');
  assert.equal((await county.as('volunteer').patch(`/units/${id}`, { closed: false })).status, 403);
});

test('who stands on duty for a night hands nothing on: neither duty beyond it nor a role that stays (A17)', async () => {
  await using county = await testWorld();
  const [personId, placeId] = [await county.personId('section-head'), county.placeId('county')];
  const until = (hours: number): string => new Date(county.clock.now().getTime() + hours * 3_600_000).toISOString();
  const duty = { role: 'chief-editor', placeId, duty: true };
  const night = await county.as('chief-editor').post('/grants', { ...duty, personId, untilAt: until(12) });
  assert.equal(night.status, 201, night.text);
  const friend = await county.personId('editor-2');
  const onDuty = county.as('section-head');
  for (const given of [
    { ...duty, untilAt: until(87_600) },
    { role: 'correspondent', placeId, duty: false },
  ]) {
    const refused = await onDuty.post('/grants', { ...given, personId: friend });
    assert.deepEqual([refused.status, refused.body['code']], [403, 'RoleNotYours'], refused.text);
  }
});
