import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestTerms, openOrderDesk, refused, visitAt } from '../testing.ts';

import type { OrderDesk } from '../testing.ts';

const inMarch = (day: string, hour: string): string => `2026-03-${day}T${hour}:00:00.000Z`;

const training = (desk: OrderDesk, guestIds: string[], more: Record<string, unknown> = {}) => ({
  kind: 'training',
  topic: '量血压怎么量',
  placeId: desk.county.placeId('town-1'),
  room: '二楼',
  startsAt: inMarch('01', '01'),
  endsAt: inMarch('01', '03'),
  training: 'blood-pressure',
  guestIds,
  ...more,
});

/** What speaks against the volunteer, and what they lack, for the order at ten on Wednesday. */
async function against(desk: OrderDesk, orderId: string): Promise<{ obstacles: string[]; missing: string[] }> {
  const me = await desk.county.personId('volunteer');
  const { body } = await desk.county
    .as('coordinator')
    .get(`/candidates?orderId=${orderId}&startsAt=${visitAt}&all=true`);
  const items = body['items'] as { personId: string; obstacles: string[]; missing: string[] }[];
  const { obstacles, missing } = items.find((one) => one.personId === me) ?? assert.fail('no candidate');
  return { obstacles, missing };
}

test('who was at a training may go where the service asks for it, as long as it counts; taken back, the visit goes back to dispatch', async () => {
  await using desk = await openOrderDesk({ trainings: ['blood-pressure'] });
  const { county } = desk;
  const me = await county.personId('volunteer');
  const keeper = county.as('coordinator');
  const id = await desk.accepted();
  assert.deepEqual(await against(desk, id), { obstacles: ['service-training'], missing: ['blood-pressure'] });
  const asked = await keeper.post(`/orders/${id}/dispatches`, {
    candidates: [{ kind: 'volunteer', id: me }],
    startsAt: visitAt,
  });
  assert.deepEqual(refused(asked), [422, 'CandidateNotQualified']);
  assert.match(asked.text, /没有参加过这项服务要的培训/);

  const held = await desk.done(keeper.post('/gatherings', training(desk, [me], { validUntil: '2026-03-03' })));
  const gathering = String(held.body['id']);
  const present = (is: boolean) =>
    desk.done(keeper.post(`/gatherings/${gathering}/presences`, { personIds: [me], present: is }));
  assert.deepEqual((await against(desk, id)).obstacles, ['service-training'], 'invited is not present');
  await present(true);
  assert.deepEqual((await against(desk, id)).obstacles, ['service-training'], 'it ends the day before the visit');
  await desk.done(keeper.patch(`/gatherings/${gathering}`, { version: 1, validUntil: '2026-03-04' }));
  assert.deepEqual((await against(desk, id)).obstacles, []);
  const { body } = await county.as('volunteer').get(`/volunteers/${me}`);
  const [record] = body['trainings'] as Record<string, unknown>[];
  assert.deepEqual(
    [record?.['topic'], record?.['minutes'], record?.['valid'], record?.['validUntil']],
    ['量血压怎么量', 120, true, '2026-03-04'],
  );
  const drop = await keeper.delete('/service-terms', { kind: 'training', key: 'blood-pressure' });
  assert.deepEqual(refused(drop), [409, 'TermInUse']);

  await desk.done(
    keeper.post(`/orders/${id}/dispatches`, { candidates: [{ kind: 'volunteer', id: me }], startsAt: visitAt }),
  );
  const offer = await desk.offerTo('volunteer');
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  await present(false);
  await county.deliver();
  assert.equal(await desk.state(id), 'accepted', 'it waits for somebody else');
});

test('a team’s leader calls its people and nobody else’s; it stands in their calendar until it is called off, and nobody notes their own training', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const me = await county.personId('volunteer');
  const leader = await county.personId('team-leader');
  const stranger = await county.personId('volunteer-1-2');
  await county.inCounty((ctx) => ctx.transaction((tx) => addTestTerms(tx, 'training', ['blood-pressure'])));
  const team = await desk.done(
    county.as('coordinator').post('/teams', {
      name: { 'zh-CN': '敲门队', en: 'Knockers' },
      placeId: county.placeId('town-1'),
      leaderId: leader,
      memberIds: [me],
    }),
  );
  const teamId = team.body['id'];
  const own = county.as('team-leader');
  const ahead = training(desk, [me], { teamId, startsAt: inMarch('06', '01'), endsAt: inMarch('06', '02') });
  assert.equal((await own.post('/gatherings', { ...ahead, guestIds: [me, stranger] })).status, 404);
  assert.deepEqual(refused(await own.post('/gatherings', { ...ahead, teamId: null })), [403, 'Forbidden']);
  assert.deepEqual(refused(await county.as('volunteer').post('/gatherings', ahead)), [403, 'Forbidden']);
  const wrong: [Record<string, unknown>, string][] = [
    [{ endsAt: ahead.startsAt }, 'it ends before it begins'],
    [{ kind: 'meeting' }, 'a meeting teaches nothing that services ask for'],
    [{ training: 'not-on-the-list' }, 'no word of the county'],
  ];
  for (const [more, why] of wrong)
    assert.deepEqual(refused(await own.post('/gatherings', { ...ahead, ...more })), [400, 'BadRequest'], why);

  const elsewhere = await desk.done(
    county.as('coordinator').post('/teams', {
      name: { 'zh-CN': '邻镇的队', en: 'Next town' },
      placeId: county.placeId('town-2'),
      leaderId: leader,
      memberIds: [],
    }),
  );
  const foreign = { ...ahead, guestIds: [], teamId: elsewhere.body['id'] };
  assert.equal(
    (await county.as('town-coordinator').post('/gatherings', foreign)).status,
    404,
    'a team of another town',
  );
  assert.equal((await county.as('town-coordinator').post('/gatherings', { ...foreign, teamId })).status, 201);

  const gathering = String((await desk.done(own.post('/gatherings', ahead))).body['id']);
  const feed = await desk.done(county.as('volunteer').post('/me/calendar-feed', {}));
  const calendar = async (): Promise<string> => (await county.request('GET', String(feed.body['path']))).text;
  assert.match(await calendar(), /SUMMARY:培训：量血压怎么量/);
  const mine = (await county.as('volunteer').get('/gatherings?mine=true')).body['items'] as Record<string, unknown>[];
  assert.deepEqual(
    mine.map((one) => [one['id'], (one['guests'] as { personId: string }[]).map((guest) => guest.personId)]),
    [[gathering, [me]]],
  );
  assert.equal((await county.as('volunteer-1-2').get('/gatherings')).body['total'], 0);
  const seen = await county.as('volunteer-1-2').patch(`/gatherings/${gathering}`, { version: 1, room: '三楼' });
  assert.equal(seen.status, 404);
  const tap = { personIds: [me], present: true };
  assert.deepEqual(refused(await own.post(`/gatherings/${gathering}/presences`, tap)), [422, 'GatheringAhead']);
  await county.deliver();
  const told = await county.as('volunteer').get('/notices');
  assert.match(told.text, /请您来一次培训或例会/);
  await desk.done(own.patch(`/gatherings/${gathering}`, { version: 1, cancelled: true }));
  assert.match(await calendar(), /STATUS:CANCELLED/);
  assert.deepEqual(refused(await own.patch(`/gatherings/${gathering}`, { version: 2, room: '三楼' })), [
    409,
    'GatheringOff',
  ]);

  const held = String((await desk.done(own.post('/gatherings', training(desk, [me], { teamId })))).body['id']);
  const both = await own.post(`/gatherings/${held}/presences`, { ...tap, personIds: [me, stranger] });
  assert.equal(both.status, 404, 'one who was not invited');
  await desk.done(own.post(`/gatherings/${held}/presences`, tap));
  assert.deepEqual(refused(await own.patch(`/gatherings/${held}`, { version: 1, cancelled: true })), [
    409,
    'GatheringHeld',
  ]);
  await desk.done(county.as('coordinator').patch(`/gatherings/${held}`, { version: 1, guestIds: [] }));
  const past = (await own.get('/gatherings?when=past')).body['items'] as { presentCount: number; guestCount: number }[];
  assert.deepEqual(
    past.map((one) => [one.guestCount, one.presentCount]),
    [[1, 1]],
    'whoever was there stays on the list',
  );
});

test('those who are invited still hear of another room, and nobody who is not', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) => ctx.transaction((tx) => addTestTerms(tx, 'training', ['blood-pressure'])));
  const [stays, goes] = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
  const ahead = training(desk, [stays, goes], { startsAt: inMarch('06', '01'), endsAt: inMarch('06', '02') });
  const { body } = await desk.done(county.as('coordinator').post('/gatherings', ahead));
  const change = { version: 1, room: '三楼', guestIds: [stays] };
  await desk.done(county.as('coordinator').patch(`/gatherings/${String(body['id'])}`, change));
  await county.deliver();
  const told = async (who: 'volunteer' | 'volunteer-1-2'): Promise<string[]> =>
    ((await county.as(who).get('/notices')).body['items'] as { kind: string }[]).map(({ kind }) => kind);
  assert.ok((await told('volunteer')).includes('gathering.changed'));
  assert.ok(!(await told('volunteer-1-2')).includes('gathering.changed'));
});

test('of two who change a training at once the second is told, and a closed team is called by nobody', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) => ctx.transaction((tx) => addTestTerms(tx, 'training', ['blood-pressure'])));
  const keeper = county.as('coordinator');
  const placeId = county.placeId('town-1');
  const me = await county.personId('volunteer');
  const name = { 'zh-CN': '水电队' };
  const founded = await desk.done(keeper.post('/teams', { name, placeId, memberIds: [me], skills: [] }));
  const teamId = String(founded.body['id']);
  const held = training(desk, [me], { teamId });
  const { body } = await desk.done(keeper.post('/gatherings', held));
  const path = `/gatherings/${String(body['id'])}`;
  assert.equal(body['version'], 1);
  const first = await desk.done(keeper.patch(path, { version: 1, room: '三楼' }));
  assert.equal(first.body['version'], 2);
  assert.deepEqual(refused(await keeper.patch(path, { version: 1, guestIds: [] })), [409, 'StaleVersion']);
  assert.deepEqual(refused(await keeper.patch(path, { version: 1, cancelled: true })), [409, 'StaleVersion']);
  await desk.done(keeper.patch(`/teams/${teamId}`, { version: 1, closed: true }));
  assert.deepEqual(refused(await keeper.post('/gatherings', held)), [422, 'TeamClosed']);
  const past = (await keeper.get('/gatherings?when=past')).body['items'] as { team: unknown; guestCount: number }[];
  assert.deepEqual(
    past.map((one) => [one.team, one.guestCount]),
    [[{ id: teamId, name }, 1]],
    'what it held before stays its own',
  );
});

test('what somebody came to is not called off by who waited for them to be written down', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) => ctx.transaction((tx) => addTestTerms(tx, 'training', ['blood-pressure'])));
  const me = await county.personId('volunteer');
  const keeper = county.as('coordinator');
  const { body } = await desk.done(keeper.post('/gatherings', training(desk, [me])));
  const id = String(body['id']);
  const { calledOff } = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await tx.client.query('select 1 from volunteering.gatherings where id = $1 for update', [id]);
      const waits = keeper.patch(`/gatherings/${id}`, { version: 1, cancelled: true });
      // Long enough for it to stand behind the lock; were it not, the test would only see less.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.client.query(
        'update volunteering.gathering_guests set present_at = $2, marked_by = $3 where gathering_id = $1',
        [id, tx.at, me],
      );
      return { calledOff: waits };
    }),
  );
  assert.deepEqual(refused(await calledOff), [409, 'GatheringHeld']);
});
