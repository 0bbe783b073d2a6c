import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

const door = { latitude: 30.26412, longitude: 118.12907 };

/** What the desk sees of the order's visit. */
async function visitSeen(desk: OrderDesk, id: string): Promise<Record<string, unknown>> {
  const { visits } = (await desk.county.as('coordinator').get(`/orders/${id}`)).body;
  return (visits as Record<string, unknown>[])[0] ?? {};
}

const noteDoor = (desk: OrderDesk, id: string, version: unknown, more: object = { degrees: door }) =>
  desk.county.as('station-keeper').patch(`/orders/${id}/contacts`, { version, ...more });
const versionOf = async (desk: OrderDesk, id: string): Promise<unknown> =>
  (await desk.county.as('station-keeper').get(`/orders/${id}`)).body['version'];
const look = async (desk: OrderDesk, id: string, what = 'everything'): Promise<unknown> =>
  (await desk.done(desk.county.as('volunteer').post(`/orders/${id}/looks`, { what }))).body['degrees'];

test('whoever goes and wishes says that they are near; where they are is not asked, and it counts as a tap', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  await desk.done(noteDoor(desk, id, await versionOf(desk, id)));
  county.clock.set(visitAt);
  assert.equal(
    (await county.as('volunteer').get(`/visits/${visit}`)).body['degrees'],
    null,
    'a door is told by a look',
  );
  assert.deepEqual(await look(desk, id), door);
  assert.equal(await look(desk, id, 'contact'), null);
  const arrive = (body: object) => county.as('volunteer').post(`/visits/${visit}/check-ins`, body);
  assert.deepEqual(refused(await arrive({ near: true, ...door })), [400, 'BadRequest'], 'degrees are not taken');
  assert.deepEqual(
    refused(await arrive({ near: false })),
    [400, 'BadRequest'],
    'nobody is asked to say that they are far',
  );
  await desk.done(arrive({ near: true }));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  const seen = await visitSeen(desk, id);
  assert.deepEqual([seen['checkInProof'], seen['evidence']], ['near', 'device-timed']);
});

test('said days later it proves no more than a tap of then, and nothing at all where no door was noted', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const send = (visit: string, path: string, body: object) =>
    county.as('volunteer').post(`/visits/${visit}/${path}`, body);
  const late = await desk.taken();
  await desk.done(noteDoor(desk, late, await versionOf(desk, late)));
  county.clock.set('2026-03-05T02:00:00.000Z');
  const visit = await desk.visitOf(late);
  await desk.done(send(visit, 'check-ins', { near: true, happenedAt: visitAt }));
  await desk.done(send(visit, 'completions', { minutesServed: 50, happenedAt: '2026-03-04T02:50:00.000Z' }));
  const seen = await visitSeen(desk, late);
  assert.deepEqual([seen['checkInProof'], seen['evidence']], ['near', 'typed-in-later']);

  county.clock.set('2026-03-02T01:00:00.000Z');
  const unknown = await desk.taken({ again: true });
  county.clock.set(visitAt);
  await desk.done(send(await desk.visitOf(unknown), 'check-ins', { near: true }));
  assert.equal((await visitSeen(desk, unknown))['checkInProof'], null);
});

test('where a door is goes with the address: mended with it, and erased with it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const seen = async (): Promise<unknown> =>
    (await desk.done(county.as('station-keeper').post(`/orders/${id}/looks`, { what: 'everything' }))).body['degrees'];
  await desk.done(noteDoor(desk, id, await versionOf(desk, id)));
  assert.deepEqual(await seen(), door);
  const wrong = { degrees: { latitude: 118, longitude: 30 } };
  assert.deepEqual(refused(await noteDoor(desk, id, await versionOf(desk, id), wrong)), [400, 'BadRequest']);
  await desk.done(noteDoor(desk, id, await versionOf(desk, id), { contacts: [{ position: 1, name: '王大妈' }] }));
  assert.deepEqual(await seen(), door, 'a name is no door');
  await desk.done(noteDoor(desk, id, await versionOf(desk, id), { address: '西头第一家' }));
  assert.equal(await seen(), null, 'of another door the old degrees would be wrong');
  await desk.done(noteDoor(desk, id, await versionOf(desk, id), { address: '东头第二家', degrees: door }));
  assert.deepEqual(await seen(), door);
  const { items } = (await county.as('coordinator').get(`/audit?act=order.change-contact&subjectId=${id}`)).body as {
    items?: unknown[];
  };
  assert.ok(!JSON.stringify(items ?? []).includes('30.26'), 'the audit says which, never what');
});

test('at a station, whoever goes there knows where it is from the visit itself', async () => {
  await using desk = await openOrderDesk({ where: 'station', riskClass: 'low' });
  const { county } = desk;
  const visit = await desk.visitOf(await desk.taken());
  const degrees = async (): Promise<unknown> => (await county.as('volunteer').get(`/visits/${visit}`)).body['degrees'];
  county.clock.set(visitAt);
  assert.equal(await degrees(), null, 'nobody noted it');
  const keeper = county.as('coordinator');
  const station = (await keeper.get('/stations')).body['items'] as { id: string; version: number }[];
  await desk.done(keeper.patch(`/stations/${desk.stationId}`, { version: station[0]?.version, degrees: door }));
  assert.deepEqual(await degrees(), door);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, { near: true }));
});
