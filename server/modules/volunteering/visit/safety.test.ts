import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestVolunteer, openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

/** Who was told that somebody is missed, since the last time. */
async function told(desk: OrderDesk, kind: 'check-in' | 'check-out'): Promise<string[]> {
  const { county } = desk;
  await county.tick('volunteering.reminders');
  await county.deliver();
  return county.inCounty((ctx) =>
    ctx.transaction(async (tx) =>
      (
        await tx.client.query<{ name: string }>(
          `select p.display_name as name from notices.messages m join people.persons p on p.county_id = m.county_id and p.id = m.person_id where m.kind = $1 order by 1`,
          [`order.remind-${kind}-missing`],
        )
      ).rows.map((row) => row.name),
    ),
  );
}
const alarmsOf = async (desk: OrderDesk, state = 'open') =>
  (await desk.county.as('coordinator').get(`/visit-alarms?state=${state}`)).body['items'] as {
    id: string;
    kind: string;
    helpers: { name: string; phone: string | null }[];
    toldNames: string[];
    endedHow: string | null;
  }[];

test('whoever is missed at a home is an alarm for the nearest, then for the next, until they arrive or are reached', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const visit = await desk.visitOf(await desk.taken());
  county.clock.set(visitAt);
  county.clock.advance({ minutes: 19 });
  assert.deepEqual(await told(desk, 'check-in'), []);
  county.clock.advance({ minutes: 2 });
  const first = await told(desk, 'check-in');
  assert.equal(first.length, 2, 'who goes, and one who handles orders');
  assert.ok(first.includes('volunteer') && !first.includes('coordinator'));
  county.clock.advance({ minutes: 11 });
  assert.equal((await told(desk, 'check-in')).length, 3);
  const [alarm] = await alarmsOf(desk);
  assert.ok(alarm);
  assert.deepEqual(
    [alarm.kind, alarm.toldNames.length, alarm.helpers.map((one) => one.name)],
    ['not-arrived', 2, ['volunteer']],
  );
  assert.match(alarm.helpers[0]?.phone ?? '', /^139/);
  assert.deepEqual(refused(await county.as('volunteer').get('/visit-alarms')), [403, 'Forbidden']);
  assert.equal((await county.as('coordinator', { county: 2 }).get('/visit-alarms')).body['total'], 0);
  const end = (as: 'coordinator' | 'volunteer' = 'coordinator') =>
    county.as(as).post(`/visit-alarms/${alarm.id}/endings`, { againInMinutes: 15 });
  assert.deepEqual(refused(await end('volunteer')), [403, 'Forbidden']);
  assert.equal((await desk.done(end())).body['endedHow'], 'reached');
  assert.deepEqual(refused(await end()), [409, 'AlarmEnded']);
  county.clock.advance({ minutes: 12 });
  assert.equal((await told(desk, 'check-in')).length, 3, 'nobody else is told');
  county.clock.advance({ minutes: 4 });
  await told(desk, 'check-in');
  assert.equal((await alarmsOf(desk)).length, 1, 'looked at once more after a quarter of an hour');

  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  assert.equal((await alarmsOf(desk)).length, 0);
  assert.deepEqual(
    (await alarmsOf(desk, 'ended')).map((one) => one.endedHow),
    ['reached', 'arrived'],
  );
  county.clock.set('2026-03-04T03:31:00.000Z');
  assert.equal((await told(desk, 'check-out')).length, 2);
  county.clock.advance({ minutes: 5 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  county.clock.advance({ minutes: 20 });
  assert.equal((await told(desk, 'check-out')).length, 2, 'who has left is missed no more');
});

test('where somebody is still in danger stands before what was told earlier', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const visit = await desk.visitOf(await desk.taken());
  for (const urgent of [false, true, false, true]) {
    county.clock.advance({ minutes: 5 });
    const told = { kind: 'other', said: '说一声', urgent };
    await desk.done(county.as('volunteer').post(`/visits/${visit}/incidents`, told));
  }
  const officer = county.as('safeguarding');
  const pages: { id: string; urgent: boolean; enteredAt: string }[] = [];
  for (let cursor = ''; ;) {
    const { body } = await desk.done(officer.get(`/incidents?limit=1${cursor}`));
    const { items, next } = body as { items?: typeof pages; next?: string | null };
    pages.push(...(items ?? []));
    if (!next) break;
    cursor = `&cursor=${next}`;
  }
  assert.deepEqual(
    pages.map(({ urgent }) => urgent),
    [true, true, false, false],
  );
  const times = pages.map(({ enteredAt }) => Date.parse(enteredAt));
  assert.ok((times[0] ?? 0) < (times[1] ?? 0) && (times[2] ?? 0) < (times[3] ?? 0), 'and else in the order of telling');
  const cards = (await desk.done(officer.get('/me/waiting'))).body['items'] as { href: string }[];
  assert.deepEqual(
    cards.map(({ href }) => href),
    pages.map(({ id }) => `/console/incidents/${id}`),
  );
});

test('what went wrong at a visit is told to the safeguarding officers alone', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  const said = '老人身上有伤，说是摔的';
  const tell = (as: 'volunteer' | 'volunteer-1-2' | 'auditor') =>
    county.as(as).post(`/visits/${visit}/incidents`, { kind: 'neglect', said, urgent: true });
  assert.equal((await tell('volunteer-1-2')).status, 404);
  assert.equal((await tell('auditor')).status, 404);
  await desk.done(tell('volunteer'));
  const officer = county.as('safeguarding');
  const [line] = (await officer.get('/incidents')).body['items'] as { id: string; kind: string }[];
  assert.equal(line?.kind, 'neglect');
  const view = await desk.done(officer.get(`/incidents/${line?.id}`));
  assert.deepEqual([view.body['said'], view.body['reportedByName']], [said, 'volunteer']);

  for (const name of [
    'coordinator',
    'station-keeper',
    'administrator',
    'auditor',
    'chief-editor',
    'volunteer',
  ] as const) {
    assert.equal((await county.as(name).get('/incidents')).status, 403, name);
    assert.ok([403, 404].includes((await county.as(name).get(`/incidents/${line?.id}`)).status), name);
    assert.ok(
      [403, 404].includes((await county.as(name).post(`/incidents/${line?.id}/notes`, { said: '看' })).status),
      name,
    );
  }
  assert.equal((await county.as('safeguarding', { county: 2 }).get(`/incidents/${line?.id}`)).status, 404);
  const elsewhere = await Promise.all([
    county.as('coordinator').get(`/orders/${id}`),
    county.as('coordinator').get(`/orders/${id}/history`),
    county.as('volunteer').get(`/visits/${visit}`),
    county.as('auditor').get('/audit?limit=100'),
    county.as('safeguarding').get('/notices'),
  ]);
  for (const { text } of elsewhere) assert.ok(!text.includes('身上有伤'));
  const audit = elsewhere[3]?.body['items'] as { act: string; subjectId: string; detail: unknown }[];
  assert.deepEqual(
    audit.filter((one) => one.act === 'incident.report').map((one) => [one.subjectId, one.detail]),
    [[line?.id, {}]],
    'the record does not say of which visit it is',
  );

  await desk.done(officer.post(`/incidents/${line?.id}/notes`, { said: '和村医去看过' }));
  const closed = await desk.done(officer.post(`/incidents/${line?.id}/closings`, { said: '送医，家里人知道' }));
  assert.equal((closed.body['notes'] as unknown[]).length, 2);
  assert.deepEqual(refused(await officer.post(`/incidents/${line?.id}/notes`, { said: '再记' })), [
    409,
    'IncidentClosed',
  ]);
  county.clock.set('2029-03-05T02:00:00.000Z');
  await county.tick('volunteering.forget-incidents');
  assert.equal((await county.as('safeguarding').get('/incidents?state=closed')).body['total'], 0, 'after three years');
});

test('whoever is missed is not the one who is told to look for them, though they handle orders there', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestVolunteer(tx, 'town-coordinator', county.placeId('village-1-1'))),
  );
  const id = await desk.dispatched(['town-coordinator']);
  const offer = await desk.offerTo('town-coordinator');
  await desk.done(county.as('town-coordinator').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  assert.equal(await desk.state(id), 'taken');
  county.clock.set(visitAt);
  county.clock.advance({ minutes: 21 });
  const names = await told(desk, 'check-in');
  assert.deepEqual([names.length, names.includes('town-coordinator')], [2, true], names.join());
  const [alarm] = await alarmsOf(desk);
  assert.equal(alarm?.toldNames.includes('town-coordinator'), false);
});
