import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused, visitAt } from './testing.ts';

test('a neighbour’s need is met: ordered by phone, accepted, offered, taken, visited, confirmed and rated, and the hours are sealed', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id, code, answer } = await desk.placed();
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]$/);
  assert.equal(answer.body['answerBy'], '2026-03-02T03:00:00.000Z');
  const keeper = county.as('station-keeper');
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  const candidates = await county.as('coordinator').get(`/candidates?orderId=${id}&startsAt=${visitAt}`);
  assert.deepEqual(
    (candidates.body['items'] as { name: string; leads: boolean }[]).map((one) => [one.name, one.leads]),
    [
      ['volunteer', true],
      ['volunteer-1-2', true],
    ],
    candidates.text,
  );
  await desk.done(
    county.as('coordinator').post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
      startsAt: visitAt,
    }),
  );
  const offer = await desk.offerTo('volunteer');
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  assert.equal(await desk.state(id), 'taken');
  const visit = await desk.visitOf(id);
  county.clock.set(visitAt);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  const over = await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, { report: '换了垫圈' }));
  assert.equal(over.body['minutesServed'], 50);
  assert.deepEqual(
    (await county.as('volunteer').get('/hours?mine=true')).body['items'],
    [],
    'nothing is written before somebody confirms',
  );
  await desk.done(keeper.post(`/orders/${id}/confirmations`, {}));
  const rated = await desk.done(keeper.post(`/orders/${id}/ratings`, { outcome: 'done', score: 5, words: '很细心' }));
  assert.equal(rated.body['state'], 'rated');
  const hours = await county.as('volunteer').get('/hours?mine=true');
  assert.deepEqual(
    (hours.body['items'] as { minutes: number; evidence: string; sealed: boolean }[]).map((one) => [
      one.minutes,
      one.evidence,
      one.sealed,
    ]),
    [[50, 'device-timed', false]],
  );
  await county.tick('platform.seal');
  assert.deepEqual(
    ((await county.as('volunteer').get('/hours?mine=true')).body['items'] as { sealed: boolean }[]).map(
      (one) => one.sealed,
    ),
    [true],
  );
  const history = await county.as('coordinator').get(`/orders/${id}/history`);
  assert.deepEqual(
    (history.body['items'] as { noun: string; to: string }[])
      .filter((one) => one.noun === 'order')
      .map((one) => one.to),
    ['submitted', 'accepted', 'dispatched', 'taken', 'under-way', 'done', 'confirmed', 'rated'],
  );
  assert.deepEqual(
    (history.body['items'] as { noun: string; to: string; person: { name: string } | null }[])
      .filter((one) => one.noun === 'visit-assignment')
      .map((one) => [one.person?.name, one.to]),
    [
      ['volunteer', 'assigned'],
      ['volunteer', 'served'],
    ],
    'and who went',
  );
});

test('silence is not confirmation: an order nobody speaks about stays as it is, and the station is asked to ring', async () => {
  await using desk = await openOrderDesk();
  const id = await desk.visited();
  desk.county.clock.advance({ days: 8 });
  await desk.county.tick('volunteering.reminders');
  assert.equal(await desk.state(id), 'done');
  const waiting = (await desk.county.as('station-keeper').get('/me/waiting')).body['items'] as unknown[];
  assert.equal(waiting.length, 1);
});

test('where nobody answers the organiser may vouch, in another class of evidence, and not before the time is over', async () => {
  await using desk = await openOrderDesk();
  const id = await desk.visited();
  const early = await desk.county.as('coordinator').post(`/orders/${id}/attestations`, { reason: '电话打不通' });
  assert.deepEqual(refused(early), [422, 'TooEarly']);
  desk.county.clock.advance({ days: 8 });
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/calls`));
  await desk.done(desk.county.as('coordinator').post(`/orders/${id}/attestations`, { reason: '电话打不通' }));
  const hours = await desk.county.as('volunteer').get('/hours?mine=true');
  assert.deepEqual(
    (hours.body['items'] as { evidence: string }[]).map((one) => one.evidence),
    ['organiser-attested'],
  );
});

test('a volunteer may not rate or confirm their own visit', async () => {
  await using desk = await openOrderDesk();
  const id = await desk.visited();
  const own = await desk.county.as('volunteer').post(`/orders/${id}/ratings`, { outcome: 'done', score: 5 });
  assert.deepEqual(refused(own), [403, 'Forbidden']);
  assert.equal(
    (await desk.county.as('station-keeper').post(`/orders/${id}/ratings`, { outcome: 'done', score: 4 })).status,
    201,
  );
});

test('a disputed visit brings no hours until it is put right', async () => {
  await using desk = await openOrderDesk();
  const id = await desk.visited();
  const keeper = desk.county.as('station-keeper');
  await desk.done(keeper.post(`/orders/${id}/disputes`, { reason: '还在滴' }));
  assert.equal((await desk.county.as('volunteer').get('/hours?mine=true')).body['totalMinutes'], 0);
  await desk.done(keeper.post(`/orders/${id}/confirmations`, { settled: '又去了一趟' }));
  assert.equal((await desk.county.as('volunteer').get('/hours?mine=true')).body['totalMinutes'], 50);
});

test('an entry of hours is taken back by a reversal; both stay, and nobody amends their own', async () => {
  await using desk = await openOrderDesk();
  const id = await desk.visited();
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const [entry] = (await desk.county.as('coordinator').get('/hours')).body['items'] as { id: string }[];
  assert.ok(entry);
  assert.equal(
    (await desk.county.as('volunteer').post(`/hours/${entry.id}/reversals`, { reason: '多记了' })).status,
    403,
  );
  await desk.done(
    desk.county.as('coordinator').post(`/hours/${entry.id}/reversals`, { reason: '多记了', minutes: 40 }),
  );
  const after = await desk.county.as('volunteer').get('/hours?mine=true');
  assert.deepEqual([(after.body['items'] as unknown[]).length, after.body['waitingMinutes']], [3, 40]);
  const again = await desk.county.as('coordinator').post(`/hours/${entry.id}/reversals`, { reason: '多记了' });
  assert.deepEqual(refused(again), [409, 'AlreadyReversed']);
});
