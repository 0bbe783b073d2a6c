import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';

const tuesdays = { rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260407' };
const firstTuesday = [{ on: '2026-03-03', part: 'morning' }];

test('an order comes every Tuesday: each day becomes an order a week before, one may be left out, and it ends from a day on', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const id = await desk.accepted({ wishes: firstTuesday, needs: ['hearing'] });
  const begun = await desk.done(keeper.post(`/orders/${id}/repetitions`, tuesdays));
  const series = `/order-series/${String(begun.body['seriesId'])}`;
  const dates = async (): Promise<string[]> =>
    (
      (await desk.done(keeper.get(series))).body['dates'] as { on: string; state: string; orderState: string | null }[]
    ).map((one) => `${one.on.slice(5)} ${one.state}${one.orderState ? ` ${one.orderState}` : ''}`);
  assert.deepEqual(await dates(), [
    '03-03 made accepted',
    '03-10 ahead',
    '03-17 ahead',
    '03-24 ahead',
    '03-31 ahead',
    '04-07 ahead',
  ]);
  await county.tick('volunteering.series');
  await county.tick('volunteering.series');
  assert.equal((await keeper.get('/orders')).body['total'], 1, 'the second Tuesday is eight days away');
  county.clock.advance({ days: 2 });
  await county.tick('volunteering.series');
  await county.tick('volunteering.series');
  const made = (await keeper.get('/orders?state=submitted')).body['items'] as { id: string; wishes: unknown }[];
  assert.deepEqual(
    made.map((one) => one.wishes),
    [[{ on: '2026-03-10', part: 'morning' }]],
    'once, however often it is looked',
  );
  const looked = await desk.done(keeper.post(`/orders/${made[0]?.id}/looks`, { what: 'everything' }));
  assert.deepEqual([looked.body['address'], looked.body['needs']], ['东头第二家', ['hearing']]);
  await desk.done(keeper.post(`${series}/left-out-dates`, { on: '2026-03-10' }));
  await desk.done(keeper.post(`${series}/left-out-dates`, { on: '2026-03-24' }));
  assert.deepEqual(refused(await keeper.post(`${series}/left-out-dates`, { on: '2026-03-11' })), [400, 'BadRequest']);
  await desk.done(keeper.post(`${series}/endings`, { from: '2026-03-31', reason: '搬去儿子家' }));
  county.clock.advance({ days: 40 });
  await county.tick('volunteering.series');
  assert.deepEqual(await dates(), [
    '03-03 made accepted',
    '03-10 left-out cancelled',
    '03-17 refused',
    '03-24 left-out',
    '03-31 left-out',
    '04-07 left-out',
  ]);
  assert.equal((await keeper.get(series)).body['ended'], true);
  assert.equal((await county.as('coordinator', { county: 2 }).get(series)).status, 404);
  assert.equal((await county.as('volunteer').post(`${series}/endings`, { from: '2026-03-03' })).status, 403);
});

test('a repetition that its first day contradicts, that never comes again or never ends is refused; a day the rules refuse stops none after it', async () => {
  await using desk = await openOrderDesk({ season: { fromMonth: 3, toMonth: 3, toDay: 12 } });
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const { id } = await desk.placed({ wishes: firstTuesday });
  const repeat = (rule: string, order = id) => coordinator.post(`/orders/${order}/repetitions`, { rule });
  for (const rule of [
    'FREQ=WEEKLY;BYDAY=WE;COUNT=4',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;COUNT=1',
    'FREQ=WEEKLY;UNTIL=20260301',
    'FREQ=WEEKLY;COUNT=60',
  ])
    assert.deepEqual(refused(await repeat(rule)), [422, 'RepeatNotPossible'], rule);
  assert.deepEqual(refused(await repeat('FREQ=HOURLY;COUNT=3')), [400, 'BadRequest']);
  const { id: anyDay } = await desk.placed({ wishes: [], contacts: [{ name: '李', phone: '13800009999' }] });
  assert.deepEqual(refused(await repeat('FREQ=WEEKLY;COUNT=3', anyDay)), [422, 'RepeatNotPossible']);
  const begun = await desk.done(repeat('FREQ=WEEKLY;COUNT=4'));
  assert.deepEqual(refused(await repeat('FREQ=WEEKLY;COUNT=4')), [409, 'WrongState'], 'it repeats already');
  county.clock.advance({ days: 5 });
  await county.tick('volunteering.series');
  county.clock.advance({ days: 7 });
  await county.tick('volunteering.series');
  const { body } = await coordinator.get(`/order-series/${String(begun.body['seriesId'])}`);
  assert.deepEqual(
    (body['dates'] as { state: string; refusal: string | null }[]).map((one) => one.refusal ?? one.state),
    ['made', 'made', 'OutOfSeason', 'ahead'],
  );
});

test('a series at which the making fails stops none behind it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const begun: string[] = [];
  for (const phone of ['13800001111', '13800002222']) {
    const { id } = await desk.placed({ wishes: firstTuesday, contacts: [{ name: '王', phone }], again: true });
    const made = await desk.done(coordinator.post(`/orders/${id}/repetitions`, { rule: 'FREQ=WEEKLY;COUNT=3' }));
    begun.push(String(made.body['seriesId']));
  }
  const [broken, whole] = begun.toSorted();
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'test.break-series',
        "update volunteering.order_series set rule = '?' where county_id = $1 and id = $2",
        [tx.countyId, broken],
      ),
    ),
  );
  county.clock.advance({ days: 5 });
  await county.tick('volunteering.series');
  const { body } = await coordinator.get(`/order-series/${whole}`);
  assert.deepEqual(
    (body['dates'] as { state: string }[]).map((one) => one.state),
    ['made', 'made', 'ahead'],
  );
});
