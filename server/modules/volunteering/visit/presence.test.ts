import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { pinyin } from 'pinyin-pro';
import { openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';
import { codeNow } from './visit-code.ts';
import { visitById } from './visit-queries.ts';
import { doorstepWords } from '../order/doorstep-words.ts';

test('no two words said at a door sound alike, whatever the tone', () => {
  const chinese = (['helper', 'served'] as const).flatMap((who) => doorstepWords(who, 'zh-CN').flat());
  assert.equal(chinese.length, 80);
  const sounds = chinese.map((word) => pinyin(word, { toneType: 'none' }));
  assert.deepEqual(sounds, [...new Set(sounds)]);
  const english = (['helper', 'served'] as const).flatMap((who) => doorstepWords(who, 'en').flat());
  assert.deepEqual(english, [...new Set(english)]);
});

const doorstepOf = async (desk: OrderDesk, id: string) => {
  const look = await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/looks`, { what: 'everything' }));
  return look.body['doorstep'] as { helperSays: string; servedSays: string };
};
const evidenceOf = async (desk: OrderDesk, id: string) => {
  const { body } = await desk.county.as('coordinator').get(`/orders/${id}`);
  const [visit] = body['visits'] as { evidence: string; checkInProof: string | null; checkedInAt: string }[];
  return visit && [visit.evidence, visit.checkInProof, visit.checkedInAt];
};
/** As the follow page shows it now; empty: it shows none. */
const codeShown = (desk: OrderDesk, visitId: string): Promise<string> =>
  desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => (await codeNow(tx, await visitById(tx, visitId)))?.code ?? ''),
  );
const auditOf = async (desk: OrderDesk, act: string) =>
  (await desk.county.as('auditor').get(`/audit?act=${act}`)).body['items'] as { subjectId: string; detail: unknown }[];

test('the helper says one word and hears the other, which is the check-in; the desk tells a caller who is at the door', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  const { helperSays, servedSays } = await doorstepOf(desk, id);
  county.clock.set(visitAt);
  const seen = await county.as('volunteer').get(`/visits/${visit}`);
  assert.equal(seen.body['passphrase'], helperSays);
  const look = await desk.done(county.as('volunteer').post(`/orders/${id}/looks`, { what: 'everything' }));
  assert.equal(look.body['doorstep'], null, 'the answer is heard at the door and nowhere else');
  assert.ok(!seen.text.includes(servedSays));

  const ask = (
    words: string,
    as: 'station-keeper' | 'coordinator' | 'volunteer' = 'station-keeper',
    countyId: 1 | 2 = 1,
  ) => county.as(as, { county: countyId }).post('/doorstep-questions', { words });
  const answer = await desk.done(ask(helperSays.replace(' ', '，')));
  const items = answer.body['items'] as { orderId: string; helpers: string[]; visitState: string }[];
  assert.deepEqual(
    items.map((one) => [one.orderId, one.helpers, one.visitState]),
    [[id, ['volunteer'], 'planned']],
  );
  assert.ok(!/东头第二家|13800001234|王阿姨/.test(answer.text));
  assert.equal((await ask(servedSays)).body['total'], 0, 'the served person’s word tells nothing');
  assert.deepEqual(refused(await ask(helperSays, 'volunteer')), [403, 'Forbidden']);
  assert.equal((await ask(helperSays, 'coordinator', 2)).body['total'], 0);

  const arrive = (word: string) => county.as('volunteer').post(`/visits/${visit}/check-ins`, { word });
  assert.deepEqual(refused(await arrive(helperSays)), [422, 'ProofWrong']);
  await desk.done(arrive(servedSays.replace(' ', '')));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  assert.deepEqual(await evidenceOf(desk, id), ['device-timed', 'word', visitAt]);
  const kept = JSON.stringify([
    await auditOf(desk, 'order.confirm-doorstep'),
    await auditOf(desk, 'visit.show-wrong'),
    await auditOf(desk, 'visit.check-in'),
  ]);
  assert.ok(kept.includes('"what":"word"') && kept.includes('"proof":"word"'));
  for (const word of [...helperSays.split(' '), ...servedSays.split(' ')]) assert.ok(!kept.includes(word));
});

test('whoever guesses at a door is stopped after five wrong words; without a word the arrival is noted all the same', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  const { servedSays } = await doorstepOf(desk, id);
  county.clock.set(visitAt);
  const arrive = (body: object) => county.as('volunteer').post(`/visits/${visit}/check-ins`, body);
  for (const word of ['一', '二', '三', '四', '五'])
    assert.deepEqual(refused(await arrive({ word })), [422, 'ProofWrong']);
  assert.deepEqual(refused(await arrive({ word: servedSays })), [429, 'TooManyRequests']);
  await desk.done(arrive({}));
  assert.equal((await auditOf(desk, 'visit.show-wrong')).length, 5);
});

test('of a helper without a phone the keeper says that they are there and that they left, and the organiser vouches for it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  const keeper = county.as('station-keeper');
  const arrive = (as = keeper, body: object = {}) => as.post(`/visits/${visit}/check-ins`, body);
  const offered = async (as = keeper): Promise<string[]> => {
    const [seen] = (await as.get(`/orders/${id}`)).body['visits'] as { abilities: string[] }[];
    return (seen?.abilities ?? []).toSorted();
  };
  const anyTime = ['visit.end-alarm', 'visit.read', 'visit.report-incident'];
  const toEnd = ['visit.complete', 'visit.fail'];
  const before = ['visit.ask-along', 'visit.check-in', 'visit.release-person'];
  assert.deepEqual(await offered(), [...before, ...toEnd, ...anyTime].toSorted());
  assert.deepEqual(await offered(county.as('auditor')), [], 'whoever only reads is offered nothing');
  assert.deepEqual(refused(await arrive()), [422, 'NotYet']);
  county.clock.set(visitAt);
  assert.equal((await arrive(county.as('volunteer-1-2'))).status, 404);
  assert.equal((await arrive(county.as('auditor'))).status, 404);
  await desk.done(arrive(keeper, { near: true }));
  assert.deepEqual(refused(await arrive(county.as('volunteer'))), [409, 'WrongState'], 'once is enough');
  assert.deepEqual(
    (await auditOf(desk, 'visit.check-in')).map(({ detail }) => detail),
    [{ proof: 'keeper' }],
  );
  assert.deepEqual(await offered(), [...toEnd, ...anyTime].toSorted());
  county.clock.advance({ minutes: 50 });
  await desk.done(keeper.post(`/visits/${visit}/completions`, {}));
  assert.deepEqual(await offered(), anyTime);
  assert.deepEqual(await evidenceOf(desk, id), ['organiser-attested', 'keeper', visitAt]);
});

test('the keeper’s word for the arrival does not make it the device’s, and the word of the person served does, whoever typed it', async () => {
  const heard = async (body: (desk: OrderDesk, id: string) => Promise<object>) => {
    await using desk = await openOrderDesk();
    const { county } = desk;
    const id = await desk.taken();
    const visit = await desk.visitOf(id);
    county.clock.set(visitAt);
    await desk.done(county.as('station-keeper').post(`/visits/${visit}/check-ins`, await body(desk, id)));
    county.clock.advance({ minutes: 50 });
    await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
    return await evidenceOf(desk, id);
  };
  assert.deepEqual(await heard(() => Promise.resolve({})), ['organiser-attested', 'keeper', visitAt]);
  assert.deepEqual(await heard(async (desk, id) => ({ word: (await doorstepOf(desk, id)).servedSays })), [
    'device-timed',
    'word',
    visitAt,
  ]);
});

test('a code arrives two days late and still tells when it was shown, whatever the clock of the phone; twice it counts once', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  assert.equal(await codeShown(desk, visit), '', 'nobody is expected yet');
  county.clock.set(visitAt);
  const arrival = await codeShown(desk, visit);
  county.clock.advance({ minutes: 50 });
  const leaving = await codeShown(desk, visit);
  assert.match(leaving, /^\d{4} \d{4}$/);
  assert.notEqual(arrival, leaving);
  const key = randomUUID();
  const send = (path: string, body: object) => county.as('volunteer').post(`/visits/${visit}/${path}`, body);
  assert.deepEqual(
    refused(await county.as('volunteer').post(`/visits/${visit}/check-ins`, { code: arrival })),
    [422, 'ProofWrong'],
    'a page that has lain open for fifty minutes would make the visit longer than it was',
  );
  county.clock.set('2026-03-06T05:00:00.000Z');
  // The phone was an hour fast at arriving, and put right before leaving.
  const arrived = { code: arrival, happenedAt: '2026-03-04T03:00:00.000Z' };
  for (const _ of [1, 2]) await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, arrived, { key }));
  await desk.done(send('completions', { code: leaving, happenedAt: '2026-03-04T02:51:00.000Z' }));
  assert.deepEqual(await evidenceOf(desk, id), ['device-timed', 'code', visitAt]);
});

test('a forged code that is found out later proves nothing: the arrival stands, its hours wait for a second hand', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  county.clock.set('2026-03-05T02:00:00.000Z');
  const send = (path: string, body: object) => county.as('volunteer').post(`/visits/${visit}/${path}`, body);
  await desk.done(send('check-ins', { code: '1234 5678', happenedAt: visitAt }));
  await desk.done(send('completions', { minutesServed: 50, happenedAt: '2026-03-04T02:50:00.000Z' }));
  assert.deepEqual(await evidenceOf(desk, id), ['typed-in-later', 'wrong', visitAt]);
  assert.deepEqual(
    (await auditOf(desk, 'visit.show-wrong')).map((one) => [one.subjectId, one.detail]),
    [[visit, { what: 'code' }]],
  );
});

test('at a station the keeper shows the code; of a home only the person served shows one', async () => {
  await using desk = await openOrderDesk({ where: 'station', riskClass: 'low' });
  const { county } = desk;
  const visit = await desk.visitOf(await desk.taken());
  const show = (as: 'station-keeper' | 'volunteer') => county.as(as).get(`/visits/${visit}/code`);
  assert.deepEqual(refused(await show('station-keeper')), [422, 'CodeNotShown']);
  county.clock.set(visitAt);
  assert.deepEqual(refused(await show('volunteer')), [403, 'Forbidden']);
  const { code } = (await desk.done(show('station-keeper'))).body;
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, { code }));
});
