import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestTerms, openOrderDesk, refused } from '../testing.ts';

test('volunteers set what they can do, their own reach and pause; papers are for the coordinator', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const me = await county.personId('volunteer');
  const own = county.as('volunteer');
  assert.equal((await own.patch(`/volunteers/${me}`, { version: 1, withinKm: 5, state: 'paused' })).status, 200);
  const papersOfOwn = await own.patch(`/volunteers/${me}`, { version: 2, licences: [], trained: true });
  assert.deepEqual(refused(papersOfOwn), [403, 'Forbidden']);
  assert.equal(
    (await own.patch(`/volunteers/${await county.personId('volunteer-1-2')}`, { version: 1, withinKm: 5 })).status,
    404,
  );
  const papers = {
    version: 2,
    skills: ['wiring'],
    licences: [{ licence: 'electrician', expiresOn: '2026-03-01' }],
  };
  const unheardOf = await county.as('coordinator').patch(`/volunteers/${me}`, papers);
  assert.equal(unheardOf.status, 400);
  assert.deepEqual(
    (unheardOf.body['fields'] as { path: string }[]).map(({ path }) => path),
    ['/skills/0', '/licences/0/licence'],
  );
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await addTestTerms(tx, 'skill', papers.skills);
      await addTestTerms(tx, 'licence', ['electrician']);
    }),
  );
  const changed = await county.as('coordinator').patch(`/volunteers/${me}`, papers);
  assert.deepEqual(
    [changed.body['skills'], changed.body['licences']],
    [['wiring'], [{ licence: 'electrician', expiresOn: '2026-03-01', valid: false }]],
  );
  assert.deepEqual(refused(await county.as('coordinator').patch(`/volunteers/${me}`, { version: 2, withinKm: 1 })), [
    409,
    'StaleVersion',
  ]);
});

test('whoever looks after volunteers certifies nothing of their own, and takes nobody in from elsewhere (A17)', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('town-coordinator');
  const me = await county.personId('town-coordinator');
  const enrol = { personId: me, homePlaceId: county.placeId('town-1'), skills: [] };
  const own: Record<string, unknown>[] = [
    { trained: true, needsMentor: true },
    { insuredUntil: '2030-01-01', needsMentor: true },
    {},
  ];
  for (const papers of own)
    assert.deepEqual(refused(await coordinator.post('/volunteers', { ...enrol, ...papers })), [403, 'OwnLicence']);
  await desk.done(coordinator.post('/volunteers', { ...enrol, needsMentor: true }));
  await desk.done(county.as('coordinator').patch(`/volunteers/${me}`, { version: 1, trained: true }));
  const changes: Record<string, unknown>[] = [
    { needsMentor: false },
    { insuredUntil: '2030-01-01' },
    { guardianAgreed: true },
  ];
  for (const change of changes)
    assert.deepEqual(refused(await coordinator.patch(`/volunteers/${me}`, { version: 2, ...change })), [
      403,
      'OwnLicence',
    ]);
  // What is as it was is no paper of one's own making.
  await desk.done(
    coordinator.patch(`/volunteers/${me}`, { version: 2, trained: true, needsMentor: true, licences: [], withinKm: 5 }),
  );
  const elsewhere = await county.personId('correspondent-2');
  assert.deepEqual(refused(await coordinator.post('/volunteers', { ...enrol, personId: elsewhere })), [
    404,
    'NotFound',
  ]);
  // Nor are people of elsewhere seen by putting them into a team that one leads.
  const foreign = { personId: elsewhere, homePlaceId: county.placeId('town-2'), skills: [] };
  await desk.done(county.as('coordinator').post('/volunteers', foreign));
  const team = { name: { 'zh-CN': '修理队' }, placeId: county.placeId('town-1'), leaderId: me, memberIds: [elsewhere] };
  assert.deepEqual(refused(await coordinator.post('/teams', team)), [404, 'NotFound']);
  const made = await desk.done(coordinator.post('/teams', { ...team, memberIds: [] }));
  const join = { version: made.body['version'], memberIds: [elsewhere] };
  assert.deepEqual(refused(await coordinator.patch(`/teams/${String(made.body['id'])}`, join)), [404, 'NotFound']);
  assert.equal((await coordinator.get(`/volunteers/${elsewhere}`)).status, 404);
});

test('lists show those of one’s places, and always oneself', async () => {
  await using desk = await openOrderDesk();
  const names = async (
    as: 'coordinator' | 'town-coordinator' | 'volunteer' | 'station-keeper',
    query = '',
  ): Promise<string[]> =>
    ((await desk.county.as(as).get(`/volunteers${query}`)).body['items'] as { name: string }[]).map((one) => one.name);
  assert.deepEqual(await names('coordinator'), ['volunteer', 'volunteer-1-2']);
  assert.deepEqual(await names('volunteer'), ['volunteer']);
  assert.deepEqual(await names('station-keeper', '?q=1-2'), ['volunteer-1-2']);
  assert.deepEqual(await names('coordinator', `?placeId=${desk.county.placeId('village-1-1')}`), ['volunteer']);
  assert.deepEqual(await names('coordinator', '?skill=carpentry'), []);
  assert.equal((await desk.county.request('GET', '/api/v1/volunteers')).status, 401);
  const twice = await desk.county.as('coordinator').post('/volunteers', {
    personId: await desk.county.personId('volunteer'),
    homePlaceId: desk.county.placeId('town-1'),
    skills: [],
  });
  assert.deepEqual(refused(twice), [409, 'AlreadyVolunteer']);
});

test('a team is called otherwise, is at home elsewhere, is closed and comes back', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const town = county.as('town-coordinator');
  const made = await desk.done(
    coordinator.post('/teams', { name: { 'zh-CN': '修理队' }, placeId: county.placeId('town-1') }),
  );
  const path = `/teams/${String(made.body['id'])}`;
  const elsewhere = { version: 1, placeId: county.placeId('town-2') };
  assert.deepEqual(refused(await town.patch(path, elsewhere)), [403, 'Forbidden'], 'not out of one’s own reach');
  assert.deepEqual(refused(await coordinator.patch(path, { version: 1, name: { en: 'Menders' } })), [
    400,
    'BadRequest',
  ]);
  const after = (await desk.done(coordinator.patch(path, { name: { 'zh-CN': '帮修队' }, ...elsewhere }))).body;
  assert.deepEqual(
    [after['name'], (after['place'] as { id: string }).id],
    [{ 'zh-CN': '帮修队' }, county.placeId('town-2')],
  );
  const units = (await county.as('administrator').get('/units?kind=team')).body['items'] as {
    name: object;
    place: { id: string };
  }[];
  assert.deepEqual(
    units.filter((unit) => unit.place.id === county.placeId('town-2')).map(({ name }) => name),
    [{ 'zh-CN': '帮修队' }],
  );
  const listed = async (as: 'coordinator' | 'volunteer', query = '?closed=true'): Promise<boolean[]> =>
    ((await county.as(as).get(`/teams${query}`)).body['items'] as { closed: boolean }[]).map(({ closed }) => closed);
  const late = await coordinator.patch(path, { version: 1, memberIds: [] });
  assert.deepEqual(refused(late), [409, 'StaleVersion'], 'somebody else was faster');
  await desk.done(coordinator.patch(path, { version: 2, closed: true }));
  assert.deepEqual(
    [await listed('coordinator'), await listed('coordinator', ''), await listed('volunteer')],
    [[true], [], []],
    'closed ones are there for whoever may change them',
  );
  await desk.done(coordinator.patch(path, { version: 3, closed: false }));
  assert.deepEqual(await listed('volunteer', ''), [false]);
});

test('of two who change a team at once one is told, and neither undoes what the other has said', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const colleague = county.as('town-coordinator');
  const made = await desk.done(
    coordinator.post('/teams', { name: { 'zh-CN': '修理队' }, placeId: county.placeId('town-1') }),
  );
  const id = String(made.body['id']);
  const rename = { name: { 'zh-CN': '帮修队' } };
  const close = { closed: true };
  const { both } = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await tx.client.query('select 1 from volunteering.teams where id = $1 for update', [id]);
      const both = [
        coordinator.patch(`/teams/${id}`, { version: 1, ...rename }),
        colleague.patch(`/teams/${id}`, { version: 1, ...close }),
      ];
      // Long enough for both to stand behind the lock; were they not, the test would only see less.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { both };
    }),
  );
  const [renamed, closed] = (await Promise.all(both)).map(({ status }) => status);
  assert.deepEqual(new Set([renamed, closed]), new Set([200, 409]));
  // Whoever was told looks again, and says it once more.
  const again = renamed === 409 ? coordinator : colleague;
  await desk.done(again.patch(`/teams/${id}`, { version: 2, ...(renamed === 409 ? rename : close) }));
  const [team] = (await coordinator.get('/teams?closed=true')).body['items'] as { name: object; closed: boolean }[];
  assert.deepEqual([team?.name, team?.closed], [{ 'zh-CN': '帮修队' }, true]);
});

test('whoever had the list of a team before the data of one of its people were erased does not put them back', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const [stays, goes] = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
  const team = { name: { 'zh-CN': '修理队' }, placeId: county.placeId('town-1'), memberIds: [stays, goes] };
  const made = await desk.done(county.as('coordinator').post('/teams', team));
  const erased = await county.as('administrator').delete(`/people/${goes}/data`, { name: 'volunteer-1-2' });
  assert.equal(erased.status, 204, erased.text);
  const before = { version: made.body['version'], memberIds: [stays, goes] };
  const late = await county.as('coordinator').patch(`/teams/${String(made.body['id'])}`, before);
  assert.deepEqual(refused(late), [409, 'StaleVersion']);
});

test('whoever leads a team sees its people and nobody else’s; the attempt stays in the audit', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const leader = county.as('team-leader');
  const mine = await county.personId('volunteer');
  const other = await county.personId('volunteer-1-2');
  const names = async (): Promise<string[]> =>
    ((await leader.get('/volunteers')).body['items'] as { name: string }[]).map((one) => one.name);
  assert.deepEqual(await names(), []);
  const team = await desk.done(
    county.as('coordinator').post('/teams', {
      name: { 'zh-CN': '修理队' },
      placeId: county.placeId('town-1'),
      leaderId: await county.personId('team-leader'),
      memberIds: [mine],
    }),
  );
  await desk.done(
    county.as('coordinator').post('/teams', {
      name: { 'zh-CN': '理发队' },
      placeId: county.placeId('town-1'),
      memberIds: [other],
    }),
  );
  assert.deepEqual(await names(), ['volunteer']);
  assert.equal((await leader.get(`/volunteers/${mine}`)).status, 200);
  assert.equal((await leader.get(`/volunteers/${other}`)).status, 404);
  assert.equal(
    (await leader.patch(`/volunteers/${mine}`, { version: 1, withinKm: 1 })).status,
    403,
    'seeing is not changing',
  );
  const teams = (await leader.get('/teams')).body['items'] as { id: string; memberCount: number; members: object[] }[];
  assert.deepEqual(
    teams.map((one) => [one.id === team.body['id'], one.memberCount, one.members.length]),
    [
      [true, 1, 1],
      [false, 1, 0],
    ],
  );
  const log = (await county.as('auditor').get('/audit?act=volunteer.reach-refused')).body['items'] as {
    subjectId: string;
  }[];
  assert.deepEqual(
    log.map((one) => one.subjectId),
    [other],
  );
});

test('times for answering are data, the most specific first', async () => {
  await using desk = await openOrderDesk();
  const coordinator = desk.county.as('coordinator');
  const minutes = {
    arrangeWithinMinutes: 600,
    offerExpiresMinutes: 60,
    confirmWithinMinutes: 600,
    rateWithinMinutes: 600,
  };
  assert.equal(
    (
      await desk.county
        .as('station-keeper')
        .put('/limits', { serviceId: null, level: null, answerWithinMinutes: 10, ...minutes })
    ).status,
    403,
  );
  await desk.done(coordinator.put('/limits', { serviceId: null, level: null, answerWithinMinutes: 10, ...minutes }));
  assert.equal((await desk.place()).body['answerBy'], '2026-03-02T01:10:00.000Z');
  await desk.done(
    coordinator.put('/limits', { serviceId: desk.serviceId, level: 'town', answerWithinMinutes: 20, ...minutes }),
  );
  assert.equal((await desk.place({ again: true })).body['answerBy'], '2026-03-02T01:20:00.000Z');
});
