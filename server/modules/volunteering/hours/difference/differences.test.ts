import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../../testing.ts';
import type { OrderDesk } from '../../testing.ts';
import { verifyHours } from '../verify-hours.ts';

type Row = Record<string, unknown>;
type Who = 'volunteer' | 'volunteer-1-2' | 'coordinator' | 'town-coordinator' | 'station-keeper';

const rows = async (desk: OrderDesk, path: string, as: Who = 'coordinator'): Promise<Row[]> =>
  (await desk.county.as(as).get(path)).body['items'] as Row[];
const ledger = async (desk: OrderDesk): Promise<unknown[]> =>
  (await rows(desk, '/hours?mine=true&sort=oldest', 'volunteer')).map((one) => [one['minutes'], one['evidence']]);

/** A visit written down as 50 minutes of which whoever was served says another time; answers the difference's path. */
async function differing(desk: OrderDesk, minutes: number, as: 'station-keeper' | 'coordinator' = 'station-keeper') {
  const id = await desk.visited({ again: true });
  await desk.done(desk.county.as(as).post(`/orders/${id}/confirmations`, { minutes }));
  const [one] = await rows(desk, `/hour-differences?orderId=${id}`);
  assert.ok(one, 'a difference');
  return { id, one, path: `/hour-differences/${String(one['id'])}` };
}

test('both sides say different times: no hours until the volunteer agrees, then confirmed by both', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { one, path, id } = await differing(desk, 40);
  assert.deepEqual(
    [one['recorded'], (one['said'] as Row)['minutes'], (one['said'] as Row)['to'], one['end'], one['dueAt']],
    [{ minutes: 50, evidence: 'device-timed' }, 40, 'desk', null, '2026-03-18T15:59:00.000Z'],
  );
  assert.deepEqual(await ledger(desk), []);
  assert.equal((await rows(desk, '/unrecorded-visits')).length, 1, 'due as all that is not recorded');
  await county.deliver();
  const told = async (as: Who): Promise<unknown[]> => (await rows(desk, '/notices', as)).map((row) => row['kind']);
  assert.ok((await told('volunteer')).includes('hours.differ') && (await told('coordinator')).includes('hours.differ'));
  const waits = await rows(desk, '/me/waiting');
  assert.ok(waits.some((row) => row['kind'] === 'volunteering.hours-differ'));
  const agree = (as: Who) => county.as(as).post(`${path}/answers`, { agrees: true });
  assert.equal((await agree('volunteer-1-2')).status, 404);
  assert.equal((await agree('coordinator')).status, 403, 'nobody agrees for another');
  const agreed = (await desk.done(agree('volunteer'))).body;
  const { way, minutes, inLedger } = agreed['end'] as Row;
  assert.deepEqual([way, minutes, inLedger], ['agreed', 40, 'witnessed']);
  assert.deepEqual(await ledger(desk), [[40, 'witnessed']]);
  assert.deepEqual(refused(await agree('volunteer')), [409, 'AlreadyAnswered']);
  assert.equal((await rows(desk, '/unrecorded-visits')).length, 0);
  assert.equal(await desk.state(id), 'confirmed');
  await assert.rejects(
    county.inCounty((ctx) =>
      ctx.transaction((tx) => tx.client.query('update volunteering.hour_differences set said_minutes = 1')),
    ),
    /permission denied/,
    'both versions stay',
  );
});

test('somebody who had no part in it decides, at most what one side says, and the organiser attests it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { path } = await differing(desk, 30);
  await desk.done(county.as('volunteer').post(`${path}/answers`, { agrees: false, said: '还去买了零件' }));
  const decide = (as: Who, minutes: number, at = path) =>
    county.as(as).post(`${at}/decisions`, { minutes, reason: '问过两边' });
  assert.equal((await decide('station-keeper', 45)).status, 403);
  assert.equal((await decide('volunteer', 45)).status, 403);
  assert.deepEqual(refused(await decide('coordinator', 51)), [422, 'MinutesBeyond']);
  const decided = (await desk.done(decide('coordinator', 45))).body;
  assert.deepEqual((decided['people'] as Row[])[0]?.['said'], '还去买了零件');
  assert.deepEqual(await ledger(desk), [[45, 'organiser-attested']]);
  assert.deepEqual(refused(await decide('town-coordinator', 30)), [409, 'AlreadyAnswered']);
  await county.deliver();
  assert.ok((await rows(desk, '/notices', 'volunteer')).some((row) => row['kind'] === 'hours.settled'));

  // Whoever took the other version down does not decide; nothing served is no entry.
  county.clock.set('2026-03-02T01:00:00.000Z');
  const other = await differing(desk, 0, 'coordinator');
  assert.deepEqual(refused(await decide('coordinator', 0, other.path)), [403, 'SameHand']);
  await desk.done(decide('town-coordinator', 0, other.path));
  assert.deepEqual(await ledger(desk), [[45, 'organiser-attested']]);
});

test('a time said after the hours were written amends them by a reversal, and a disputed visit is not attested over it', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  const keeper = county.as('station-keeper');
  await desk.done(keeper.post(`/orders/${id}/confirmations`, { minutes: 50 }));
  assert.deepEqual(await ledger(desk), [[50, 'device-timed']], 'the same time is no difference');
  await desk.done(keeper.post(`/orders/${id}/ratings`, { outcome: 'done', score: 4, minutes: 20 }));
  const [one] = await rows(desk, `/hour-differences?orderId=${id}`);
  await desk.done(
    county
      .as('coordinator')
      .post(`/hour-differences/${String(one?.['id'])}/decisions`, { minutes: 20, reason: '属实' }),
  );
  assert.deepEqual(await ledger(desk), [
    [50, 'device-timed'],
    [-50, 'device-timed'],
    [20, 'organiser-attested'],
  ]);
  await county.tick('platform.seal');
  assert.deepEqual(await county.inCounty(verifyHours), { rows: 3, heads: 0, waiting: 0, faults: [] });

  county.clock.set('2026-03-02T01:00:00.000Z');
  const disputed = await desk.visited({ again: true });
  await desk.done(keeper.post(`/orders/${disputed}/disputes`, { reason: '没修好', minutes: 10 }));
  const attest = () => county.as('coordinator').post(`/orders/${disputed}/attestations`, { reason: '看过了' });
  assert.deepEqual(refused(await attest()), [409, 'HoursDiffer']);
  const [open] = await rows(desk, `/hour-differences?orderId=${disputed}&open=true`);
  await desk.done(county.as('volunteer').post(`/hour-differences/${String(open?.['id'])}/answers`, { agrees: true }));
  assert.equal((await ledger(desk)).length, 3, 'not confirmed yet: not written yet');
  await desk.done(attest());
  assert.deepEqual((await ledger(desk)).at(-1), [10, 'organiser-attested']);
});

/** Visited on Wednesday, and said not to be done; with another time, where one is given. */
async function disputed(desk: OrderDesk, minutes?: number): Promise<string> {
  desk.county.clock.set('2026-03-02T01:00:00.000Z');
  const id = await desk.visited({ again: true });
  const said = { reason: '没修好', ...(minutes === undefined ? {} : { minutes }) };
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/disputes`, said));
  return id;
}

/** The same order visited a second time, a week later, from 10:00 to 10:30. */
async function madeAgain(desk: OrderDesk, id: string): Promise<void> {
  const { county } = desk;
  await desk.done(county.as('coordinator').post(`/orders/${id}/reopenings`, { reason: '再去一次' }));
  const candidates = [{ kind: 'volunteer', id: await county.personId('volunteer') }];
  const startsAt = '2026-03-11T02:00:00.000Z';
  await desk.done(county.as('coordinator').post(`/orders/${id}/dispatches`, { candidates, startsAt }));
  const offer = await desk.offerTo('volunteer');
  await desk.done(county.as('volunteer').post(`/offers/${offer}/answers`, { answer: 'accept' }));
  const visit = await desk.visitOf(id);
  county.clock.set(startsAt);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 30 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, { report: '这次修好了' }));
}

test('a disputed visit that is made again: the hours are those of the second, and those of the first only where somebody says so', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const unrecorded = async (): Promise<number> => (await rows(desk, '/unrecorded-visits')).length;
  const confirm = (id: string) => desk.done(keeper.post(`/orders/${id}/confirmations`, {}));
  const decide = async (id: string, minutes: number): Promise<unknown> => {
    const [one] = await rows(desk, `/hour-differences?orderId=${id}&open=true`);
    const path = `/hour-differences/${String(one?.['id'])}/decisions`;
    return desk.done(county.as('coordinator').post(path, { minutes, reason: '问过两边' }));
  };

  // Nobody says anything of the first: it is not waited for either.
  const plain = await disputed(desk);
  assert.equal(await unrecorded(), 1);
  await madeAgain(desk, plain);
  assert.equal(await unrecorded(), 1, 'the second alone');
  await confirm(plain);
  assert.deepEqual(await ledger(desk), [[30, 'device-timed']]);
  assert.equal(await unrecorded(), 0);

  // Settled before it is made again: both.
  const settled = await disputed(desk);
  await desk.done(keeper.post(`/orders/${settled}/confirmations`, { settled: '零件坏了，不是手艺' }));
  await madeAgain(desk, settled);
  await confirm(settled);
  assert.deepEqual((await ledger(desk)).slice(1), [
    [50, 'device-timed'],
    [30, 'device-timed'],
  ]);

  // How long the first was is decided, before or after: it counts, as the organiser's word, and once.
  const before = await disputed(desk, 10);
  await decide(before, 20);
  assert.equal((await ledger(desk)).length, 3, 'while it is disputed nothing is written');
  await madeAgain(desk, before);
  await confirm(before);
  assert.deepEqual((await ledger(desk)).slice(3), [
    [20, 'organiser-attested'],
    [30, 'device-timed'],
  ]);
  const after = await disputed(desk, 10);
  await madeAgain(desk, after);
  await confirm(after);
  assert.equal(await unrecorded(), 1, 'the difference waits for somebody');
  await decide(after, 40);
  assert.deepEqual((await ledger(desk)).slice(5), [
    [30, 'device-timed'],
    [40, 'organiser-attested'],
  ]);
});

test('where only the word of the resident counts, deciding how long a disputed visit was does not make it count', async () => {
  await using desk = await openOrderDesk({ evidenceRule: 'confirmed' });
  const before = await disputed(desk, 10);
  const decide = async (id: string): Promise<unknown> => {
    const [one] = await rows(desk, `/hour-differences?orderId=${id}&open=true`);
    const path = `/hour-differences/${String(one?.['id'])}/decisions`;
    return desk.done(desk.county.as('coordinator').post(path, { minutes: 20, reason: '问过两边' }));
  };
  await decide(before);
  await madeAgain(desk, before);
  const after = await disputed(desk, 10);
  await madeAgain(desk, after);
  await decide(after);
  assert.deepEqual(await ledger(desk), []);
  const ends = (await rows(desk, '/hour-differences')).map((one) => one['end'] as Row);
  assert.deepEqual(
    ends.map((end) => [end['minutes'], end['inLedger']]),
    [
      [20, null],
      [20, null],
    ],
    'nobody reads that the organiser attests what stands nowhere',
  );
});

test('both agree how long a disputed visit was that is made again: that is no word that it counts', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const agreed = await disputed(desk, 10);
  await madeAgain(desk, agreed);
  const [open] = await rows(desk, `/hour-differences?orderId=${agreed}&open=true`);
  await desk.done(county.as('volunteer').post(`/hour-differences/${String(open?.['id'])}/answers`, { agrees: true }));
  assert.equal((await rows(desk, '/unrecorded-visits')).length, 1, 'the second alone');
  await desk.done(county.as('station-keeper').post(`/orders/${agreed}/confirmations`, {}));
  assert.deepEqual(await ledger(desk), [[30, 'device-timed']]);
});
