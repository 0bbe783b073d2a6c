import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomUUID } from 'node:crypto';
import { testPlaceCode } from '#places/testing';
import { buildServer } from '#platform/http/server';
import { openOrderDesk, refused } from '#volunteering/testing';
import { portalOptions } from './options.ts';

type Site = Awaited<ReturnType<typeof buildServer>>;

/** Sends the form of /volunteer, filled in by 李青; tests say only what differs. */
const post = (server: Site, differs: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url: '/volunteer',
    headers: { host: 'one.test', origin: 'http://one.test', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      key: randomUUID(),
      name: '李青',
      phone: '138 0000 4567',
      place: testPlaceCode('village-1-1', 1),
      'skill-water-and-lights': 'yes',
      'day-2': 'yes',
      'day-4': 'yes',
      from: '19:00',
      to: '21:00',
      within: '8',
      bornOn: '',
      guardianName: '',
      guardianPhone: '',
      consent: 'yes',
      website: '',
      ...differs,
    }).toString(),
  });

test('somebody joins on a phone without account, is taken in, and goes the first time beside somebody who leads', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const team = await desk.done(
    coordinator.post('/teams', {
      name: { 'zh-CN': '水电队' },
      placeId: county.placeId('town-1'),
      leaderId: await county.personId('team-leader'),
      skills: ['water-and-lights'],
    }),
  );
  const page = async (): Promise<string> =>
    (await server.inject({ method: 'GET', url: '/volunteer', headers: { host: 'one.test' } })).body;
  assert.doesNotMatch(await page(), /水电队/);
  await desk.done(
    coordinator.patch(`/teams/${team.body['id'] as string}`, {
      version: 1,
      recruits: true,
      about: { 'zh-CN': '周末上门修水管' },
    }),
  );
  assert.match(await page(), /水电队[\s\S]*周末上门修水管/);
  const send = (differs: Record<string, string> = {}) => post(server, { team: String(team.body['id']), ...differs });
  for (const [differs, status, words] of [
    [{ consent: '' }, 422, /请看过以后打勾/],
    [{ phone: 'call me' }, 422, /电话/],
    [{ to: '18:00' }, 422, /到几点/],
    [{ bornOn: '2022-01-01' }, 422, /年纪还小/],
    [{ bornOn: '2010-05-01' }, 422, /监护人/],
    [{ place: '999999999999' }, 422, /服务范围/],
  ] as const) {
    const answer = await send(differs);
    assert.equal(answer.statusCode, status, answer.body.slice(0, 300));
    assert.match(answer.body, words);
  }
  const sent = await send();
  assert.deepEqual([sent.statusCode, sent.headers.location], [303, '/volunteer/thanks'], sent.body.slice(0, 300));
  assert.equal((await send()).statusCode, 409, 'once is enough');
  await county.deliver();
  const leaders = await county.as('team-leader').get('/applications');
  const [seen] = leaders.body['items'] as { id: string; name: string; availability: object[]; abilities: string[] }[];
  assert.deepEqual(
    [seen?.name, seen?.availability, seen?.abilities],
    ['李青', [{ weekdays: [2, 4], from: '19:00', to: '21:00' }], ['application.read']],
    'the leader sees who wishes to join, and takes nobody in',
  );
  assert.equal((await county.as('volunteer').get('/applications')).status, 403);
  const path = `/applications/${seen?.id}/answers`;
  assert.deepEqual(refused(await county.as('team-leader').post(path, { verdict: 'taken-in' })), [403, 'Forbidden']);
  const taken = await desk.done(coordinator.post(path, { verdict: 'taken-in' }));
  assert.deepEqual(
    [taken.body['name'], taken.body['phone'], taken.body['verdict']],
    ['', '', 'taken-in'],
    'what was typed is not kept twice',
  );
  assert.deepEqual(refused(await coordinator.post(path, { verdict: 'declined' })), [409, 'AlreadyAnswered']);
  const personId = String(taken.body['personId']);
  const volunteer = (await coordinator.get(`/volunteers/${personId}`)).body;
  assert.deepEqual(
    [volunteer['name'], volunteer['needsMentor'], volunteer['withinKm'], (volunteer['teams'] as object[]).length],
    ['李青', true, 8, 1],
  );
  // Not before the introduction, and then only along with somebody: of two places the second.
  const id = await desk.accepted();
  const candidates = await coordinator.get(
    `/candidates?orderId=${id}&all=true&startsAt=${encodeURIComponent('2026-03-03T11:30:00.000Z')}`,
  );
  const mine = (candidates.body['items'] as { personId: string; obstacles: string[] }[]).find(
    (one) => one.personId === personId,
  );
  assert.deepEqual(mine?.obstacles, ['training', 'newcomer']);
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { rows } = await tx.client.query(
        'select purpose, given, given_by, person_id is not null as known from volunteering.consents order by entered_at, id',
      );
      assert.deepEqual(rows, [
        { purpose: 'volunteering', given: true, given_by: 'self', known: false },
        { purpose: 'volunteering', given: true, given_by: 'self', known: true },
      ]);
    }),
  );
});

test('a minor is taken in with a guardian’s consent on paper; who is not taken in is forgotten at once', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const apply = async (name: string, phone: string, bornOn: string): Promise<void> => {
    const guardian = bornOn === '' ? {} : { guardianName: '李父', guardianPhone: '13800009999' };
    const sent = await post(server, { name, phone, bornOn, ...guardian });
    assert.equal(sent.statusCode, 303, sent.body.slice(0, 300));
  };
  await apply('小李', '13800008001', '2010-06-01');
  await apply('小王', '13800008002', '2014-06-01');
  await apply('老张', '13800008003', '');
  const list = (await coordinator.get('/applications')).body['items'] as { id: string; name: string }[];
  const of = (name: string): string => `/applications/${list.find((one) => one.name === name)?.id}/answers`;
  assert.deepEqual(refused(await coordinator.post(of('小李'), { verdict: 'taken-in' })), [422, 'GuardianNeeded']);
  const fourteen = await desk.done(coordinator.post(of('小李'), { verdict: 'taken-in', guardianAgreed: true }));
  // Under 14 the guardian stands in the person's own record.
  const eleven = await desk.done(coordinator.post(of('小王'), { verdict: 'taken-in', guardianAgreed: true }));
  const person = async (id: unknown): Promise<unknown> =>
    (await coordinator.get(`/people/${String(id)}`)).body['isChild'];
  assert.deepEqual([await person(fourteen.body['personId']), await person(eleven.body['personId'])], [false, true]);
  const declined = await desk.done(coordinator.post(of('老张'), { verdict: 'declined' }));
  assert.deepEqual([declined.body['name'], declined.body['phone'], declined.body['personId']], ['', '', null]);
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { rows } = await tx.client.query(
        `select count(*)::int as count from volunteering.applications where name <> '' or phone <> '' or phone_hash <> ''`,
      );
      assert.equal(rows[0]?.count, 0);
    }),
  );
});

test('a family shares a telephone: whoever joins by it under another name is not taken for the one who has it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const takenIn = async (name: string): Promise<unknown> => {
    assert.equal((await post(server, { name })).statusCode, 303);
    const [waits] = (await coordinator.get('/applications')).body['items'] as { id: string }[];
    return (await coordinator.post(`/applications/${waits?.id}/answers`, { verdict: 'taken-in' })).body;
  };
  const mother = (await takenIn('李青')) as { personId: string };
  const daughter = (await takenIn('李小青')) as { personId: string };
  assert.notEqual(daughter.personId, mother.personId);
  const again = (await takenIn('李青')) as { code?: string };
  assert.equal(again.code, 'AlreadyVolunteer', 'the same name and number is the same person');
});

test('two who are taken into one team at once are both in it, and whoever had the team open is told', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const name = { 'zh-CN': '水电队' };
  const made = await desk.done(coordinator.post('/teams', { name, placeId: county.placeId('town-1') }));
  const team = String(made.body['id']);
  await desk.done(coordinator.patch(`/teams/${team}`, { version: 1, recruits: true, about: name }));
  for (const [who, phone] of [
    ['李青', '13800004567'],
    ['王明', '13800004568'],
  ] as const)
    assert.equal((await post(server, { team, name: who, phone })).statusCode, 303);
  const waiting = (await coordinator.get('/applications')).body['items'] as { id: string }[];
  await Promise.all(
    waiting.map(({ id }) => desk.done(coordinator.post(`/applications/${id}/answers`, { verdict: 'taken-in' }))),
  );
  const [now] = (await coordinator.get('/teams')).body['items'] as { memberCount: number; version: number }[];
  assert.deepEqual([now?.memberCount, now?.version], [2, 4]);
  const stale = await coordinator.patch(`/teams/${team}`, { version: 2, memberIds: [] });
  assert.deepEqual(refused(stale), [409, 'StaleVersion']);
});
