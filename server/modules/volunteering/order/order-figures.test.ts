import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';
import { orderFigures } from '../contract.ts';
import type { OrderWeek } from '../contract.ts';

test('orders are counted by week and outcome, and answers against the limit; of places, never of persons', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const figures = async (query = '', who: 'coordinator' | 'station-keeper' = 'coordinator', countyId: 1 | 2 = 1) => {
    const answer = await county.as(who, { county: countyId }).get(`/order-figures${query}`);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(!/personId|volunteer|王阿姨/.test(answer.text), answer.text);
    return answer.read(orderFigures);
  };
  const thisWeek = async (query = ''): Promise<Partial<OrderWeek>> => {
    const week = (await figures(query)).weeks.at(-1);
    return Object.fromEntries(Object.entries(week ?? {}).filter(([, value]) => value !== 0 && value !== null));
  };
  assert.equal((await figures()).weeks.length, 12, 'weeks without orders are there too');
  const first = await desk.placed({ contacts: [{ name: '王阿姨', phone: '13800000001' }] });
  const second = await desk.placed({ contacts: [{ name: '王阿姨', phone: '13800000002' }] });
  await desk.placed({
    contacts: [{ name: '王阿姨', phone: '13800000003' }],
    placeId: county.placeId('village-1-2'),
  });
  assert.deepEqual(await thisWeek(), { week: '2026-03-02', waiting: 3 });
  const accept = (id: string) =>
    desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  county.clock.advance({ minutes: 60 });
  await accept(first.id);
  county.clock.advance({ minutes: 120 });
  await accept(second.id);
  assert.deepEqual(await thisWeek(), {
    week: '2026-03-02',
    waiting: 1,
    arranging: 2,
    answeredInTime: 1,
    answeredLate: 1,
    overdue: 1,
    medianMinutes: 120,
    slowMinutes: 168,
  });
  assert.deepEqual((await figures()).limitMinutes, { shortest: 120, longest: 120 });
  // A limit in working days wins: Monday's orders may be answered until the end of Tuesday.
  const limits = (await county.as('coordinator').get('/limits')).body['otherwise'] as object;
  const inDays = (answerWithinWorkingDays: number | null) =>
    desk.done(
      county.as('coordinator').put('/limits', { ...limits, serviceId: null, level: null, answerWithinWorkingDays }),
    );
  await inDays(1);
  const { answeredInTime, answeredLate, overdue } = await thisWeek();
  assert.deepEqual([answeredInTime, answeredLate, overdue], [2, undefined, undefined]);
  assert.equal((await figures()).limitMinutes, null);
  await inDays(null);
  assert.deepEqual(await thisWeek(`?placeId=${county.placeId('village-1-2')}`), {
    week: '2026-03-02',
    waiting: 1,
    overdue: 1,
  });
  assert.deepEqual(
    (await figures('?from=2026-02-25&until=2026-02-26')).weeks.map(({ week, waiting }) => [week, waiting]),
    [['2026-02-23', 0]],
  );
  assert.equal((await figures('', 'coordinator', 2)).weeks.at(-1)?.waiting, 0, 'nothing crosses counties');
  const ask = (query: string) => county.as('coordinator').get(`/order-figures${query}`);
  assert.deepEqual(refused(await ask('?from=2026-03-02&until=2026-03-01')), [400, 'BadRequest']);
  assert.deepEqual(refused(await ask('?from=2020-03-02&until=2026-03-01')), [400, 'BadRequest']);
  assert.deepEqual(refused(await ask(`?placeId=${county.placeId('village-1-1', 2)}`)), [404, 'NotFound']);
  assert.deepEqual(refused(await county.as('volunteer').get('/order-figures')), [403, 'Forbidden']);
});

test('hours are summed by month and class of evidence: a volunteer sees their own, the desk those of its places', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const lines = async (who: 'coordinator' | 'volunteer' | 'volunteer-1-2', query = '') =>
    (await county.as(who).get(`/hours?${query}`)).body as {
      items: { id: string; waits: boolean }[];
      totalMinutes: number;
    };
  const march = async (who: 'coordinator' | 'volunteer' | 'volunteer-1-2', query = ''): Promise<unknown> => {
    const answer = await county.as(who).get(`/hour-figures?${query}`);
    assert.equal(answer.status, 200, answer.text);
    const months = answer.body['months'] as { month: string }[];
    assert.equal(months.length, 12, answer.text);
    return months.at(-1);
  };
  const none = { month: '2026-03', witnessed: 0, deviceTimed: 0, organiserAttested: 0, typedInLater: 0 };
  assert.deepEqual(await march('coordinator'), { ...none, deviceTimed: 50 });
  assert.deepEqual(await march('volunteer', 'mine=true'), { ...none, deviceTimed: 50 });
  assert.deepEqual(await march('volunteer-1-2'), none);
  assert.deepEqual(await march('coordinator', `placeId=${county.placeId('village-1-2')}`), none);
  // The list is searched and narrowed by the same hours.
  for (const [query, found] of [
    ['evidence=device-timed', 1],
    ['evidence=witnessed', 0],
    ['q=volunteer', 1],
    [`q=${encodeURIComponent('没有的')}`, 0],
    [`placeId=${county.placeId('village-1-1')}`, 1],
    [`placeId=${county.placeId('village-1-2')}`, 0],
  ] as const)
    assert.equal((await lines('coordinator', query)).items.length, found, query);
  const [line] = (await lines('coordinator')).items;
  await desk.done(county.as('coordinator').post(`/hours/${line?.id}/reversals`, { reason: '记错', minutes: 20 }));
  assert.deepEqual(await march('coordinator'), none, 'what was taken back is deducted, and what replaces it waits');
  const written = (await lines('coordinator')).items.find((one) => one.waits);
  await desk.done(county.as('station-keeper').post(`/hours/${written?.id}/signatures`, {}));
  assert.deepEqual(await march('coordinator'), { ...none, typedInLater: 20 }, 'and counts with a second signature');
});
