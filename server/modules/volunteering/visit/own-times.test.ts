import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

type Name = 'volunteer' | 'volunteer-1-2';
interface Own {
  arrivedAt: string | null;
  minutes: number | null;
  said: boolean;
  absent: boolean;
}

/** A visit that two have promised, at its time; its order and itself. */
async function pair(desk: OrderDesk): Promise<{ id: string; visit: string }> {
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  for (const name of ['volunteer', 'volunteer-1-2'] as const)
    await desk.done(desk.county.as(name).post(`/offers/${await desk.offerTo(name)}/answers`, { answer: 'accept' }));
  desk.county.clock.set(visitAt);
  return { id, visit: await desk.visitOf(id) };
}

const own = async (desk: OrderDesk, name: Name, visit: string): Promise<Own> =>
  (await desk.done(desk.county.as(name).get(`/visits/${visit}`))).body['own'] as Own;

const minutesOf = async (desk: OrderDesk, name: Name): Promise<unknown[]> =>
  ((await desk.county.as(name).get('/hours?mine=true')).body['items'] as Record<string, unknown>[]).map((one) => [
    one['minutes'],
    one['evidence'],
    one['counts'],
  ]);

test('of two who go each arrives for themselves, one says that it is done, and the hours of each are their own', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const { id, visit } = await pair(desk);
  const [first, second] = [county.as('volunteer'), county.as('volunteer-1-2')];
  await desk.done(first.post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 20 });
  const line = await desk.done(second.get(`/visits/${visit}`));
  assert.ok((line.body['abilities'] as string[]).includes('visit.check-in'));
  await desk.done(second.post(`/visits/${visit}/check-ins`, {}));
  assert.deepEqual(refused(await second.post(`/visits/${visit}/check-ins`, {})), [409, 'WrongState']);
  assert.deepEqual(refused(await first.post(`/visits/${visit}/check-ins`, {})), [409, 'WrongState']);
  assert.deepEqual(refused(await second.post(`/visits/${visit}/own-times`, { minutes: 5 })), [409, 'WrongState']);
  county.clock.advance({ minutes: 40 });
  // The second ends it, by when they came: the first was there for the whole hour.
  await desk.done(second.post(`/visits/${visit}/completions`, {}));
  assert.deepEqual(
    [(await own(desk, 'volunteer', visit)).minutes, (await own(desk, 'volunteer-1-2', visit)).minutes],
    [60, 40],
  );
  await county.deliver();
  assert.match((await first.get('/notices')).text, /有人说做完了/);
  assert.ok(!(await second.get('/notices')).text.includes('有人说做完了'), 'who said so is not told');
  // The first left earlier than the end, and says so.
  const said = await desk.done(first.post(`/visits/${visit}/own-times`, { minutes: 50 }));
  assert.deepEqual(said.body['own'], { arrivedAt: visitAt, minutes: 50, said: true, absent: false });
  const many = await first.post(`/visits/${visit}/own-times`, { minutes: 400 });
  assert.deepEqual(refused(many), [400, 'BadRequest']);
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  assert.deepEqual(await minutesOf(desk, 'volunteer'), [[50, 'device-timed', true]]);
  assert.deepEqual(await minutesOf(desk, 'volunteer-1-2'), [[40, 'device-timed', true]]);
  assert.deepEqual(refused(await first.post(`/visits/${visit}/own-times`, { minutes: 60 })), [409, 'HoursStand']);
  const left = await desk.done(first.get(`/visits/${visit}`));
  assert.ok(!(left.body['abilities'] as string[]).includes('visit.say-own-time'));
});

test('who was said not to have come has no hours, is told, and may say that they were there; a second hand signs that', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const { id, visit } = await pair(desk);
  const [first, second] = [county.as('volunteer'), county.as('volunteer-1-2')];
  const [firstId, secondId] = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
  await desk.done(first.post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  const everybody = { absent: [firstId, secondId] };
  const nobody = await county.as('station-keeper').post(`/visits/${visit}/completions`, everybody);
  assert.deepEqual(refused(nobody), [400, 'BadRequest']);
  await desk.done(first.post(`/visits/${visit}/completions`, { absent: [secondId] }));
  await county.deliver();
  assert.match((await second.get('/notices')).text, /记您没有到/);
  assert.deepEqual(await own(desk, 'volunteer-1-2', visit), { arrivedAt: null, minutes: 0, said: false, absent: true });
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  assert.deepEqual(await minutesOf(desk, 'volunteer-1-2'), []);
  assert.deepEqual(await minutesOf(desk, 'volunteer'), [[50, 'device-timed', true]]);
  // Their word comes after the hours of the other.
  await desk.done(second.post(`/visits/${visit}/own-times`, { minutes: 45 }));
  assert.deepEqual(await minutesOf(desk, 'volunteer'), [[50, 'device-timed', true]]);
  assert.deepEqual(await minutesOf(desk, 'volunteer-1-2'), [[45, 'typed-in-later', false]]);
  const [waiting] = (await county.as('coordinator').get('/hours?waiting=true')).body['items'] as { id: string }[];
  assert.deepEqual(refused(await second.post(`/hours/${waiting?.id}/signatures`, {})), [403, 'Forbidden']);
  await desk.done(county.as('coordinator').post(`/hours/${waiting?.id}/signatures`, {}));
  assert.deepEqual(await minutesOf(desk, 'volunteer-1-2'), [[45, 'typed-in-later', true]]);
  assert.deepEqual(refused(await county.as('coordinator').post(`/visits/${visit}/own-times`, { minutes: 9 })), [
    403,
    'Forbidden',
  ]);
});

test('the second of two needs no paper that only the first must have, neither when something about them changes nor at the door', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2, licences: ['electrician'] });
  const { county } = desk;
  const known = async (name: Name): Promise<{ path: string; version: unknown }> => {
    const path = `/volunteers/${await county.personId(name)}`;
    return { path, version: (await county.as('coordinator').get(path)).body['version'] };
  };
  const first = await known('volunteer');
  const licences = [{ licence: 'electrician', expiresOn: '2031-01-01' }];
  await desk.done(county.as('coordinator').patch(first.path, { version: first.version, licences }));
  const { id, visit } = await pair(desk);
  const second = await known('volunteer-1-2');
  await desk.done(county.as('volunteer-1-2').patch(second.path, { version: second.version, withinKm: 20 }));
  await county.deliver();
  const order = (await county.as('coordinator').get(`/orders/${id}`)).body;
  assert.deepEqual([order['state'], order['peopleTaken']], ['taken', 2], 'nobody was sent home');
  await desk.done(county.as('volunteer-1-2').post(`/visits/${visit}/check-ins`, {}));
  // Without it the first goes no more.
  const now = await known('volunteer');
  await desk.done(county.as('coordinator').patch(now.path, { version: now.version, licences: [] }));
  assert.notEqual((await county.as('volunteer').post(`/visits/${visit}/check-ins`, {})).status, 201);
});

test('who of two did not tap has the time of the visit, and a difference with the person served is the most for both', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const { id, visit } = await pair(desk);
  const first = county.as('volunteer');
  await desk.done(first.post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(first.post(`/visits/${visit}/completions`, {}));
  const both = async (): Promise<unknown[]> => [
    (await own(desk, 'volunteer', visit)).minutes,
    (await own(desk, 'volunteer-1-2', visit)).minutes,
  ];
  assert.deepEqual(await both(), [50, 50]);
  await desk.done(first.post(`/visits/${visit}/own-times`, { minutes: 20 }));
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, { minutes: 30 }));
  const [open] = (await county.as('coordinator').get('/hour-differences')).body['items'] as { id: string }[];
  const decision = { minutes: 30, reason: '问过两边' };
  await desk.done(county.as('coordinator').post(`/hour-differences/${open?.id}/decisions`, decision));
  assert.deepEqual(await minutesOf(desk, 'volunteer'), [[20, 'organiser-attested', true]]);
  assert.deepEqual(await minutesOf(desk, 'volunteer-1-2'), [[30, 'organiser-attested', true]]);
});

test('who says that they came before the check-in makes the visit no longer for the other', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const { id, visit } = await pair(desk);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 5 });
  const earlier = new Date(Date.parse(visitAt) - 40 * 60_000).toISOString();
  const second = county.as('volunteer-1-2');
  await desk.done(second.post(`/visits/${visit}/check-ins`, { happenedAt: earlier }));
  county.clock.advance({ minutes: 55 });
  await desk.done(second.post(`/visits/${visit}/completions`, {}));
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  for (const name of ['volunteer', 'volunteer-1-2'] as const)
    assert.deepEqual(await minutesOf(desk, name), [[60, 'device-timed', true]], name);
});

test('somebody’s own word alone stays that when a difference about the visit is decided: a second hand signs it', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const { id, visit } = await pair(desk);
  const [first, second, keeper] = [county.as('volunteer'), county.as('volunteer-1-2'), county.as('station-keeper')];
  await desk.done(first.post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(first.post(`/visits/${visit}/completions`, { absent: [await county.personId('volunteer-1-2')] }));
  await desk.done(keeper.post(`/orders/${id}/confirmations`, {}));
  await desk.done(second.post(`/visits/${visit}/own-times`, { minutes: 45 }));
  await desk.done(keeper.post(`/orders/${id}/ratings`, { outcome: 'done', score: 4, minutes: 20 }));
  const [open] = (await county.as('coordinator').get('/hour-differences')).body['items'] as { id: string }[];
  const decision = { minutes: 20, reason: '属实' };
  await desk.done(county.as('coordinator').post(`/hour-differences/${open?.id}/decisions`, decision));
  const standing = async (name: Name): Promise<unknown> =>
    (await minutesOf(desk, name)).find((one) => Array.isArray(one) && one[0] === 20);
  assert.deepEqual(await standing('volunteer'), [20, 'organiser-attested', true]);
  assert.deepEqual(await standing('volunteer-1-2'), [20, 'typed-in-later', false]);
});

test('who arrived after the first and says that they were there as long has their own word for it', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const { id, visit } = await pair(desk);
  const [first, second] = [county.as('volunteer'), county.as('volunteer-1-2')];
  await desk.done(first.post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 20 });
  await desk.done(second.post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 40 });
  await desk.done(first.post(`/visits/${visit}/completions`, {}));
  await desk.done(second.post(`/visits/${visit}/own-times`, { minutes: 60 }));
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  assert.deepEqual(await minutesOf(desk, 'volunteer'), [[60, 'device-timed', true]]);
  assert.deepEqual(await minutesOf(desk, 'volunteer-1-2'), [[60, 'typed-in-later', false]]);
});

test('thirty days after a visit nobody says their own time any more', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const { visit } = await pair(desk);
  const [first, second] = [county.as('volunteer'), county.as('volunteer-1-2')];
  await desk.done(first.post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(first.post(`/visits/${visit}/completions`, { absent: [await county.personId('volunteer-1-2')] }));
  const say = () => second.post(`/visits/${visit}/own-times`, { minutes: 40 });
  const may = async (): Promise<boolean> =>
    ((await second.get(`/visits/${visit}`)).body['abilities'] as string[]).includes('visit.say-own-time');
  county.clock.advance({ hours: 30 * 24 + 1 });
  const late = await say();
  assert.deepEqual([...refused(late), await may()], [409, 'OwnTimeOver', false]);
  assert.match(String(late.body['title']), /30 天/);
  county.clock.set('2026-04-03T02:00:00Z');
  assert.equal(await may(), true);
  await desk.done(say());
});
