import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk } from '../testing.ts';

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

test('the clerk gets the very paragraphs that the form on the web shows', async () => {
  await using desk = await openOrderDesk();
  const consent = await desk.county.as('station-keeper').get('/consent');
  assert.equal(consent.status, 200, consent.text);
  const paragraphs = consent.body['paragraphs'] as { 'zh-CN': string; en: string }[];
  assert.equal(paragraphs.length, 4);
  assert.ok(paragraphs.every((one) => /\p{Script=Han}/u.test(one['zh-CN']) && /^[\x20-\x7e]+$/.test(one.en)));
  assert.match(String(consent.body['version']), /^\d{4}-\d+$/);
});
