import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';
import { verifyHours } from './verify-hours.ts';

type Line = Record<string, unknown> & { id: string };
const lines = async (desk: OrderDesk, query: string, as: 'volunteer' | 'coordinator' = 'coordinator') =>
  (await desk.county.as(as).get(`/hours?${query}`)).body;
const first = (list: Record<string, unknown>): Line => {
  const [one] = list['items'] as Line[];
  assert.ok(one, JSON.stringify(list));
  return one;
};

/** One entry of 50 minutes, confirmed through the station, and its id. */
async function recorded(desk: OrderDesk): Promise<string> {
  const id = await desk.visited();
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  return first(await lines(desk, 'sort=newest')).id;
}

test('what was typed in later counts only when a second person has signed it, and the chain holds that too', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const entry = await recorded(desk);
  const seen = first(await lines(desk, 'mine=true', 'volunteer'));
  assert.deepEqual(
    [seen['evidence'], seen['counts'], (seen['unit'] as { id: string }).id],
    ['device-timed', true, desk.stationId],
  );
  assert.match(String(seen['number']), /-000001$/);
  // Nothing to sign where the time was measured.
  assert.deepEqual(refused(await county.as('coordinator').post(`/hours/${entry}/signatures`, {})), [409, 'NotWaiting']);
  await desk.done(county.as('coordinator').post(`/hours/${entry}/reversals`, { reason: '多记了', minutes: 40 }));
  const before = await lines(desk, 'mine=true', 'volunteer');
  assert.deepEqual([before['totalMinutes'], before['waitingMinutes']], [0, 40]);
  const waiting = first(await lines(desk, 'waiting=true'));
  assert.deepEqual([waiting['minutes'], waiting['waits'], waiting['counts']], [40, true, false]);
  const sign = (as: 'coordinator' | 'volunteer' | 'town-coordinator' | 'auditor') =>
    county.as(as).post(`/hours/${waiting.id}/signatures`, {});
  assert.deepEqual(refused(await sign('coordinator')), [403, 'SameHand']);
  assert.deepEqual(refused(await sign('volunteer')), [403, 'Forbidden']);
  assert.deepEqual(refused(await sign('auditor')), [403, 'Forbidden']);
  const signed = await desk.done(sign('town-coordinator'));
  assert.deepEqual([signed.body['counts'], signed.body['signedBy']], [true, 'town-coordinator']);
  assert.deepEqual(refused(await sign('town-coordinator')), [409, 'NotWaiting']);
  const after = await lines(desk, 'mine=true', 'volunteer');
  assert.deepEqual(
    [after['totalMinutes'], after['waitingMinutes'], after['byEvidence']],
    [40, 0, { witnessed: 0, deviceTimed: 0, organiserAttested: 0, typedInLater: 40 }],
  );
  await county.tick('platform.seal');
  assert.deepEqual(await county.inCounty(verifyHours), { rows: 4, heads: 0, waiting: 0, faults: [] });
  await assert.rejects(
    county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query('delete from volunteering.hour_signatures'))),
    /permission denied/,
  );
});

test('a volunteer asks for an entry to be put right and is answered once, with the reason and both versions', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const entry = await recorded(desk);
  const ask = (as: 'volunteer' | 'volunteer-1-2', more: Record<string, unknown> = {}) =>
    county.as(as).post('/hour-corrections', { hourId: entry, said: '还去买了零件', minutes: 70, ...more });
  assert.equal((await ask('volunteer-1-2')).status, 404, 'another’s entry is not there');
  const asked = await desk.done(ask('volunteer'));
  // Wednesday 4 March 2026; ten working days later ends on the 18th.
  assert.equal(asked.body['dueAt'], '2026-03-18T15:59:00.000Z');
  assert.deepEqual(refused(await ask('volunteer')), [409, 'CorrectionOpen']);
  await county.deliver();
  const told = async (as: 'coordinator' | 'volunteer') =>
    (((await county.as(as).get('/notices')).body['items'] ?? []) as { kind: string }[]).map((one) => one.kind);
  assert.ok((await told('coordinator')).includes('hours.correction-asked'));
  const answer = (as: 'volunteer' | 'coordinator', body: Record<string, unknown>) =>
    county.as(as).post(`/hour-corrections/${String(asked.body['id'])}/answers`, body);
  assert.equal((await answer('volunteer', { verdict: 'kept', reason: '不' })).status, 403);
  assert.deepEqual(refused(await answer('coordinator', { verdict: 'amended', reason: '属实' })), [
    422,
    'MinutesMissing',
  ]);
  const amended = await desk.done(answer('coordinator', { verdict: 'amended', reason: '属实，有发票', minutes: 70 }));
  const pair = ['entry', 'amended'].map((key) => amended.body[key] as Line);
  assert.deepEqual(
    pair.map((one) => [one['minutes'], one['evidence'], one['reversed'], one['waits']]),
    [
      [50, 'device-timed', true, false],
      [70, 'typed-in-later', false, true],
    ],
  );
  assert.deepEqual(refused(await answer('coordinator', { verdict: 'kept', reason: '核过' })), [409, 'AlreadyAnswered']);
  await county.deliver();
  assert.ok((await told('volunteer')).includes('hours.correction-answered'));
  const own = (await county.as('volunteer').get('/hour-corrections?mine=true')).body['items'] as Line[];
  assert.deepEqual(
    own.map((one) => [one['verdict'], one['reason'], (one['amended'] as Line)['minutes']]),
    [['amended', '属实，有发票', 70]],
  );
  assert.equal((await county.as('volunteer-1-2').get('/hour-corrections')).body['total'], 0);
  for (const [q, total] of [
    ['零件', 1],
    ['有发票', 1],
    ['100%', 0],
  ] as const)
    assert.equal(
      (await county.as('coordinator').get(`/hour-corrections?q=${encodeURIComponent(q)}`)).body['total'],
      total,
      q,
    );
});

test('hours that nobody recorded are due within ten working days, and the station is warned two days before', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await desk.visited();
  const list = await county.as('station-keeper').get('/unrecorded-visits');
  const [one] = list.body['items'] as Record<string, unknown>[];
  assert.deepEqual([one?.['dueAt'], one?.['late'], one?.['people']], ['2026-03-18T15:59:00.000Z', false, 1]);
  assert.equal((await county.as('volunteer').get('/unrecorded-visits')).status, 403);
  const warnings = async (): Promise<unknown> => {
    await county.tick('volunteering.unrecorded');
    const [row] = await county.inCounty((ctx) =>
      ctx.transaction(
        async (tx) =>
          (
            await tx.client.query<{ people: number }>(
              `select count(*)::int as people from notices.messages where county_id = $1 and kind = 'hours.unrecorded'`,
              [tx.countyId],
            )
          ).rows,
      ),
    );
    return row?.people;
  };
  county.clock.set('2026-03-16T15:00:00.000Z');
  assert.equal(await warnings(), 0);
  county.clock.set('2026-03-17T01:00:00.000Z');
  assert.equal(await warnings(), 3);
  county.clock.set('2026-03-19T01:00:00.000Z');
  assert.equal(await warnings(), 3, 'nobody is told twice');
  const late = (await county.as('coordinator').get('/unrecorded-visits')).body['items'] as Record<string, unknown>[];
  assert.deepEqual(
    late.map((line) => line['late']),
    [true],
  );
});

test('five hundred visits whose hours are not due yet hide none whose are', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await desk.visited();
  const asked = <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
    county.inCounty((ctx) =>
      ctx.transaction(async (tx) => (await tx.client.query<Row>(text, [tx.countyId, ...values])).rows),
    );
  await asked(
    `insert into volunteering.visits (county_id, id, order_id, state, starts_at, ends_at, checked_out_at, minutes_served, made_at, changed_at)
     select county_id, gen_random_uuid(), order_id, state, starts_at, ends_at, $2, 50, made_at, changed_at from volunteering.visits, generate_series(1, 500) where county_id = $1`,
    '2026-03-16T02:00:00.000Z',
  );
  county.clock.set('2026-03-17T01:00:00.000Z');
  await county.tick('volunteering.unrecorded');
  const told = await asked(`select 1 from notices.messages where county_id = $1 and kind = 'hours.unrecorded'`);
  assert.equal(told.length, 3);
});
