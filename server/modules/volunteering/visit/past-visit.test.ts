import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

type Row = Record<string, unknown>;

// Tests begin on Monday at 9:00; the volunteer was there on Tuesday from 15:00 to 16:10, and the desk hears of it on Thursday.
const from = '2026-03-03T07:00:00.000Z';
const until = '2026-03-03T08:10:00.000Z';
const heardAt = '2026-03-05T01:00:00.000Z';

async function wentBy(desk: OrderDesk, who: 'volunteer' | 'volunteer-1-2' = 'volunteer'): Promise<Row> {
  return { personIds: [await desk.county.personId(who)], from, until, note: '路过，顺手修了' };
}
const entries = async ({ county }: OrderDesk): Promise<Row[]> =>
  (await county.as('coordinator').get('/hours')).body['items'] as Row[];

test('a visit that nobody had planned is typed in afterwards: both times stand, whoever ordered is asked, and its hours wait for a second person', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const id = await desk.dispatched(['volunteer-1-2']);
  county.clock.set(heardAt);
  const { body } = await desk.done(keeper.post(`/orders/${id}/past-visits`, await wentBy(desk)));
  const visit = (body['visits'] as Row[]).at(-1) ?? assert.fail();
  assert.deepEqual(
    [body['state'], visit['state'], visit['checkedInAt'], visit['checkedOutAt'], visit['minutesServed']],
    ['done', 'done', from, until, 70],
  );
  assert.deepEqual(
    [visit['evidence'], visit['report'], (visit['people'] as Row[]).map((one) => [one['state'], one['leads']])],
    ['typed-in-later', '路过，顺手修了', [['served', true]]],
  );
  const moves = (await keeper.get(`/orders/${id}/history`)).body['items'] as Row[];
  const done = moves.find((one) => one['noun'] === 'order' && one['to'] === 'done');
  assert.deepEqual([done?.['happenedAt'], done?.['enteredAt']], [until, heardAt]);
  assert.equal(
    (await county.as('volunteer-1-2').get('/offers?state=open')).body['total'],
    0,
    'nobody is asked any more',
  );
  await county.deliver();
  assert.match((await county.as('volunteer-1-2').get('/notices')).text, /visit.not-needed/);

  await desk.done(county.as('coordinator').post(`/orders/${id}/confirmations`, {}));
  const [entry] = await entries(desk);
  assert.deepEqual(
    [entry?.['minutes'], entry?.['evidence'], entry?.['waits'], entry?.['happenedAt'], entry?.['enteredAt']],
    [70, 'typed-in-later', true, from, heardAt],
  );
  const sign = (as: 'station-keeper' | 'coordinator' | 'town-coordinator') =>
    county.as(as).post(`/hours/${String(entry?.['id'])}/signatures`, {});
  assert.deepEqual(refused(await sign('station-keeper')), [403, 'SameHand'], 'who typed the visit in');
  assert.deepEqual(refused(await sign('coordinator')), [403, 'SameHand'], 'who recorded the hours');
  const cards = async (as: 'station-keeper' | 'town-coordinator'): Promise<boolean> =>
    (await county.as(as).get('/me/waiting')).text.includes('second-signatures');
  assert.deepEqual([await cards('station-keeper'), await cards('town-coordinator')], [false, true]);
  await desk.done(sign('town-coordinator'));
  assert.equal((await entries(desk))[0]?.['counts'], true);
});

test('of two who went together neither is the second hand for the other', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.accepted();
  county.clock.set(heardAt);
  const personIds = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
  const went = { ...(await wentBy(desk)), personIds };
  await desk.done(county.as('station-keeper').post(`/orders/${id}/past-visits`, went));
  await desk.done(county.as('coordinator').post(`/orders/${id}/confirmations`, {}));
  const role = { role: 'station-keeper', placeId: county.placeId('town-1'), duty: false };
  await desk.done(county.as('administrator').post('/grants', { personId: personIds[1], ...role }));
  const other = (await entries(desk)).find((one) => one['personId'] === personIds[0]) ?? assert.fail();
  const also = county.as('volunteer-1-2');
  const seen =
    ((await also.get('/hours')).body['items'] as Row[]).find((one) => one['id'] === other['id']) ?? assert.fail();
  assert.ok(!(seen['abilities'] as string[]).includes('hours.countersign'));
  assert.ok(!(await also.get('/me/waiting')).text.includes('second-signatures'));
  assert.deepEqual(refused(await also.post(`/hours/${String(other['id'])}/signatures`, {})), [403, 'OwnVisit']);
  await desk.done(county.as('town-coordinator').post(`/hours/${String(other['id'])}/signatures`, {}));
});

test('it stays filled in afterwards when the organiser vouches for it, and whoever ordered has their whole time to answer from when it was typed in', async () => {
  await using desk = await openOrderDesk({ evidenceRule: 'confirmed-or-attested' });
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const id = await desk.accepted();
  county.clock.set('2026-03-20T01:00:00.000Z');
  await desk.done(county.as('station-keeper').post(`/orders/${id}/past-visits`, await wentBy(desk)));
  const attest = () => coordinator.post(`/orders/${id}/attestations`, { reason: '老人不接电话' });
  await desk.done(coordinator.post(`/orders/${id}/calls`, {}));
  assert.deepEqual(refused(await attest()), [422, 'TooEarly'], 'they were asked only now');
  county.clock.advance({ days: 8 });
  await desk.done(attest());
  assert.deepEqual(
    (await entries(desk)).map((one) => [one['evidence'], one['waits']]),
    [['typed-in-later', true]],
  );
});

test('what cannot have been is refused: before the order, to come, twice at once, by who went, and for an order that is over or not accepted', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const { id } = await desk.placed();
  county.clock.set(heardAt);
  const went = await wentBy(desk);
  const enter = (more: Row, order = id) => keeper.post(`/orders/${order}/past-visits`, { ...went, ...more });
  assert.deepEqual(refused(await enter({})), [409, 'WrongState'], 'nobody has accepted it');
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  const wrong: [Row, number, string][] = [
    [{ from: '2026-03-02T00:30:00.000Z' }, 400, 'BadRequest'],
    [{ from: until, until: from }, 400, 'BadRequest'],
    [{ from: '2026-03-02T02:00:00.000Z' }, 400, 'BadRequest'],
    [{ until: '2026-03-05T03:00:00.000Z', from: '2026-03-05T00:00:00.000Z' }, 422, 'TimeInFuture'],
    [{ personIds: [await county.personId('auditor')] }, 404, 'NotFound'],
    [{ personIds: [await county.personId('station-keeper')] }, 403, 'OwnVisit'],
    [{ personIds: [] }, 400, 'BadRequest'],
  ];
  for (const [more, status, code] of wrong)
    assert.deepEqual(refused(await enter(more)), [status, code], JSON.stringify(more));
  assert.equal((await county.as('volunteer').post(`/orders/${id}/past-visits`, went)).status, 404);
  assert.equal((await county.as('auditor').post(`/orders/${id}/past-visits`, went)).status, 403);
  await desk.done(enter({}));
  assert.deepEqual(refused(await enter({})), [409, 'WrongState'], 'it is done');
  const other = await desk.accepted({
    again: true,
    channel: 'paper',
    happenedAt: '2026-03-02T02:00:00.000Z',
    wishes: [],
  });
  assert.deepEqual(refused(await enter({}, other)), [409, 'ElsewhereThen'], 'nobody is in two places');
  await desk.done(enter({ from: until, until: '2026-03-03T08:40:00.000Z' }, other));
});

test('who is still at a visit was in no other one since they came', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const visit = await desk.visitOf(await desk.taken());
  const id = await desk.accepted({ contacts: [{ name: '李', phone: '13800009999' }] });
  county.clock.set(visitAt);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 90 });
  const personIds = [await county.personId('volunteer')];
  const enter = (from: string, until: string) =>
    county.as('station-keeper').post(`/orders/${id}/past-visits`, { personIds, from, until, note: '顺路去的' });
  assert.deepEqual(refused(await enter('2026-03-04T02:30:00.000Z', '2026-03-04T03:00:00.000Z')), [
    409,
    'ElsewhereThen',
  ]);
  await desk.done(enter('2026-03-04T01:00:00.000Z', visitAt));
});
