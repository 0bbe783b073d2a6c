import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';

test('times for answering are data per service and level, and a row set by mistake is taken back', async () => {
  await using desk = await openOrderDesk();
  const { county, serviceId } = desk;
  const times = {
    answerWithinMinutes: 30,
    arrangeWithinMinutes: 600,
    offerExpiresMinutes: 60,
    confirmWithinMinutes: 1_440,
    rateWithinMinutes: 1_440,
  };
  const inForce = async (): Promise<unknown> =>
    ((await county.as('coordinator').get('/services/taps-and-lights')).body['limits'] as Record<string, unknown>)[
      'answerWithinMinutes'
    ];
  const set = (more: object) => county.as('coordinator').put('/limits', { ...times, ...more });
  const drop = (scope: object) => county.as('coordinator').delete('/limits', scope);
  assert.equal(await inForce(), 120);
  await desk.done(set({ serviceId: null, level: 'town', answerWithinMinutes: 45 }));
  await desk.done(set({ serviceId, level: null }));
  assert.equal(await inForce(), 30, 'the narrower holds');
  const list = await county.as('station-keeper').get('/limits');
  assert.deepEqual([list.body['total'], (list.body['otherwise'] as typeof times).answerWithinMinutes], [2, 120]);
  assert.equal((await county.as('station-keeper').delete('/limits', { serviceId, level: null })).status, 403);
  await desk.done(drop({ serviceId, level: null }));
  assert.equal(await inForce(), 45, 'the wider holds again');
  assert.equal((await drop({ serviceId, level: null })).status, 404, 'a second time there is nothing');
  assert.equal(
    (await county.as('coordinator', { county: 2 }).delete('/limits', { serviceId: null, level: 'town' })).status,
    404,
  );
  assert.equal(await inForce(), 45);
});

test('of two who change the same times the second is told what the first has set', async () => {
  await using desk = await openOrderDesk();
  const { county, serviceId } = desk;
  const coordinator = county.as('coordinator');
  const otherwise = (await coordinator.get('/limits')).body['otherwise'] as object;
  const line = { ...otherwise, serviceId, level: null };
  const set = (answerWithinMinutes: number, read?: object | null) =>
    coordinator.put('/limits', { ...line, answerWithinMinutes, ...(read === undefined ? {} : { read }) });
  await desk.done(set(30, null));
  const late = await set(45, null);
  assert.deepEqual([late.status, late.body['code']], [409, 'StaleVersion'], late.text);
  const present = (late.body['detail'] as { current: { answerWithinMinutes: number } }).current;
  assert.equal(present.answerWithinMinutes, 30);
  await desk.done(set(45, present));
  assert.equal((await set(60, present)).status, 409);
  await desk.done(set(60));
  await desk.done(coordinator.delete('/limits', { serviceId, level: null }));
  assert.equal((await set(90, { ...line, answerWithinMinutes: 60 })).status, 409, 'taken back meanwhile');
});

test('a time in minutes runs only while somebody is there to answer', async () => {
  await using desk = await openOrderDesk();
  const { county, serviceId } = desk;
  const coordinator = county.as('coordinator');
  const week = 7 * 1_440;
  const rest = {
    answerWithinMinutes: 120,
    arrangeWithinMinutes: 600,
    offerExpiresMinutes: 60,
    confirmWithinMinutes: week,
    rateWithinMinutes: week,
    serviceId,
    level: null,
  };
  const wished = { wishes: [{ on: null, part: 'any' }], again: true };
  const orders: Record<string, string> = {};
  // The county's wall is eight hours ahead.
  const answerBy = async (at: string): Promise<unknown> => {
    county.clock.set(at);
    const { id, answer } = await desk.placed(wished);
    orders[at] = id;
    return answer.body['answerBy'];
  };
  assert.equal(await answerBy('2026-03-04T10:59:30.000Z'), '2026-03-04T12:59:30.000Z', 'at 18:59 there is time enough');
  assert.equal(await answerBy('2026-03-04T12:00:00.000Z'), '2026-03-05T01:00:00.000Z', 'an hour, and one tomorrow');
  assert.equal(
    await answerBy('2026-03-04T17:24:00.000Z'),
    '2026-03-05T02:00:00.000Z',
    'in the night: from the morning',
  );
  const between = (answeredFrom: number, answeredUntil: number) =>
    coordinator.put('/limits', { ...rest, answerWithinMinutes: 1_000, answeredFrom, answeredUntil });
  assert.deepEqual(refused(await between(600, 600)), [400, 'BadRequest']);
  await desk.done(between(0, 1_440));
  assert.equal(await answerBy('2026-03-05T17:24:00.000Z'), '2026-03-06T10:04:00.000Z', 'day and night');
  await desk.done(between(540, 1_080));
  assert.equal(await answerBy('2026-03-06T02:00:00.000Z'), '2026-03-07T09:40:00.000Z', 'longer than a day');

  // The figures count by the limits that hold now, to the same minute.
  const limits = { ...rest, answeredFrom: 480, answeredUntil: 1_260 };
  await desk.done(coordinator.put('/limits', limits));
  const late = async (): Promise<unknown> => {
    const answer = await coordinator.get('/order-figures?from=2026-03-02&until=2026-03-08');
    const [line] = answer.body['weeks'] as { answeredInTime: number; answeredLate: number }[];
    return [line?.answeredInTime, line?.answeredLate];
  };
  const answer = async (placed: string, at: string): Promise<void> => {
    county.clock.set(at);
    await desk.done(county.as('station-keeper').post(`/orders/${orders[placed]}/triages`, { verdict: 'accept' }));
  };
  await answer('2026-03-04T12:00:00.000Z', '2026-03-05T01:00:00.000Z');
  assert.deepEqual(await late(), [1, 0], 'in the last moment');
  await answer('2026-03-04T17:24:00.000Z', '2026-03-05T02:00:01.000Z');
  assert.deepEqual(await late(), [1, 1], 'a second late');
});

test('a time in working days passes over the holiday, and counts the worked weekend', async () => {
  await using desk = await openOrderDesk();
  const { county, serviceId } = desk;
  const rest = {
    answerWithinMinutes: 60,
    arrangeWithinMinutes: 60,
    offerExpiresMinutes: 60,
    confirmWithinMinutes: 60,
    rateWithinMinutes: 60,
    serviceId,
    level: null,
  };
  await desk.done(
    county.as('coordinator').put('/limits', { ...rest, answerWithinWorkingDays: 1, arrangeWithinWorkingDays: 3 }),
  );
  const soon = { wishes: [{ on: null, part: 'any' }] };
  // Wednesday 30 September 2026, 10 in the morning: the next days are National Day.
  county.clock.set('2026-09-30T02:00:00.000Z');
  const { id, answer } = await desk.placed(soon);
  assert.equal(answer.body['answerBy'], '2026-10-08T15:59:00.000Z', 'Thursday after the holiday, 23:59');
  await desk.done(county.as('station-keeper').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  const order = await county.as('station-keeper').get(`/orders/${id}`);
  assert.equal(order.body['dueAt'], '2026-10-10T15:59:00.000Z', 'the third is a Saturday that is worked');
  // Without a holiday between, the weekend alone is passed over.
  county.clock.set('2026-10-16T02:00:00.000Z');
  assert.equal(
    (await desk.placed({ ...soon, again: true })).answer.body['answerBy'],
    '2026-10-19T15:59:00.000Z',
    'Friday to Monday',
  );
  await desk.done(county.as('coordinator').put('/limits', rest));
  county.clock.set('2026-09-30T02:00:00.000Z');
  assert.equal(
    (await desk.placed({ ...soon, again: true })).answer.body['answerBy'],
    '2026-09-30T03:00:00.000Z',
    'in minutes again',
  );
});

test('the clerk gets the very paragraphs that the form on the web shows', async () => {
  await using desk = await openOrderDesk();
  const consent = await desk.county.as('station-keeper').get('/consent');
  assert.equal(consent.status, 200, consent.text);
  const paragraphs = consent.body['paragraphs'] as { 'zh-CN': string; en: string }[];
  assert.equal(paragraphs.length, 4);
  assert.ok(paragraphs.every((one) => /\p{Script=Han}/u.test(one['zh-CN']) && /^[\x20-\x7e]+$/.test(one.en)));
  assert.match(String(consent.body['version']), /^\d{4}-\d+$/);
});
