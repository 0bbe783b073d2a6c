import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused, visitAt } from '../testing.ts';

test('where only the word of the resident counts and it never comes, the coordinator ends the order, no hours are written, and the contacts are forgotten in time', async () => {
  await using desk = await openOrderDesk({ evidenceRule: 'confirmed' });
  const { county } = desk;
  const id = await desk.visited();
  const close = (as: 'coordinator' | 'station-keeper') =>
    county.as(as).post(`/orders/${id}/closings`, { reason: '打过三次电话，没有人接' });
  assert.deepEqual(refused(await close('coordinator')), [422, 'TooEarly'], 'the resident has a week');
  county.clock.advance({ days: 8 });
  assert.deepEqual(
    refused(await county.as('coordinator').post(`/orders/${id}/attestations`, { reason: '没人接' })),
    [422, 'AttestationNotAllowed'],
    'the organiser may not stand in for them',
  );
  assert.equal((await close('station-keeper')).status, 403);
  assert.deepEqual(refused(await close('coordinator')), [422, 'CallFirst'], 'nobody has rung');
  const rung = await desk.done(county.as('station-keeper').post(`/orders/${id}/calls`));
  assert.equal(rung.body['calls'], 1);
  const both = await Promise.all([close('coordinator'), close('coordinator')]);
  assert.deepEqual(
    both.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
    'of two at once one ends it',
  );
  const order = await county.as('coordinator').get(`/orders/${id}`);
  assert.deepEqual([order.body['state'], order.body['confirmedAt']], ['closed', null]);
  assert.equal((await county.as('volunteer').get('/hours?mine=true')).body['total'], 0, 'silence is not confirmation');
  const history = await county.as('coordinator').get(`/orders/${id}/history`);
  assert.match(history.text, /打过三次电话/);
  county.clock.advance({ days: 181 });
  await county.tick('volunteering.forget');
  const left = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => (await tx.client.query('select 1 from volunteering.order_contacts')).rowCount),
  );
  assert.equal(left, 0);
});

test('a confirmed order is not ended this way: its time for a rating runs on', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('coordinator').post(`/orders/${id}/confirmations`, {}));
  assert.deepEqual(refused(await county.as('coordinator').post(`/orders/${id}/closings`, { reason: '完了' })), [
    409,
    'WrongState',
  ]);
});

test('a reminder that fails stops none of those behind it, and is tried again later', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id } = await desk.placed();
  // A visit that is not there: asking for it fails.
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into volunteering.reminders (county_id, id, order_id, kind, subject_id, due_at) values ($1, $2, $3, 'visit-soon', $2, $4)`,
        [tx.countyId, '01890000-0000-7000-8000-000000000001', id, new Date(tx.at.getTime() - 60_000)],
      ),
    ),
  );
  county.clock.advance({ hours: 3 });
  await county.tick('volunteering.reminders');
  const rows = await county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) =>
        (
          await tx.client.query<{ kind: string; done: boolean; later: boolean }>(
            `select kind, done_at is not null as done, due_at > $2 as later from volunteering.reminders where county_id = $1 order by kind`,
            [tx.countyId, tx.at],
          )
        ).rows,
    ),
  );
  assert.deepEqual(rows, [
    { kind: 'answer', done: true, later: false },
    { kind: 'visit-soon', done: false, later: true },
  ]);
});

test('what a phone without a line, or a paper, tells weeks later leaves whoever ordered as much time as any other', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  county.clock.set(visitAt);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ days: 9 });
  const late = { happenedAt: '2026-03-04T02:50:00.000Z' };
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, late));
  await desk.done(county.as('station-keeper').post(`/orders/${id}/calls`));
  const attested = await county.as('coordinator').post(`/orders/${id}/attestations`, { reason: '没人接' });
  assert.deepEqual(refused(attested), [422, 'TooEarly'], 'they were asked only now');
  const order = (await county.as('coordinator').get(`/orders/${id}`)).body;
  assert.deepEqual([order['overdue'], order['state']], [false, 'done']);

  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, late));
  await county.tick('volunteering.reminders');
  assert.equal(await desk.state(id), 'confirmed', 'not closed in the same breath');
  await desk.done(county.as('station-keeper').post(`/orders/${id}/ratings`, { outcome: 'done', score: 4 }));
});
