import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestApplication, openOrderDesk } from './testing.ts';
import type { OrderDesk } from './testing.ts';

type Who = Parameters<OrderDesk['as']>[0];

/** Title, address and time of each card of a kind. */
const cards = async ({ county }: OrderDesk, who: Who, kind: string): Promise<[string, string, string | null][]> =>
  (
    (await county.as(who).get('/me/waiting')).body['items'] as {
      kind: string;
      title: string;
      href: string;
      dueAt: string | null;
    }[]
  )
    .filter((one) => one.kind === `volunteering.${kind}`)
    .map(({ title, href, dueAt }) => [title, href, dueAt]);

test('who wishes to join waits on one card of those who take people in, and of nobody else', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  assert.deepEqual(await cards(desk, 'coordinator', 'applications'), []);
  for (const phone of ['13900001111', '13900002222'])
    await county.inCounty((ctx) =>
      ctx.transaction((tx) => addTestApplication(tx, county.placeId('village-1-1'), phone)),
    );
  assert.deepEqual(await cards(desk, 'coordinator', 'applications'), [['2 人报名', '/console/applications', null]]);
  assert.deepEqual(await cards(desk, 'station-keeper', 'applications'), [], 'they only read');
  assert.deepEqual(await cards(desk.elsewhere ?? desk, 'volunteer', 'applications'), []);
});

test('certificates, corrections and second signatures wait on the cards of those who may act, and of none that may not', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const [entry] = (await county.as('coordinator').get('/hours')).body['items'] as { id: string }[];
  const volunteer = county.as('volunteer');
  const span = { unitId: desk.stationId, from: '2026-03-01', until: '2026-03-31' };
  await desk.done(volunteer.post('/certificate-requests', span));
  await desk.done(volunteer.post('/hour-corrections', { hourId: entry?.id, said: '还去买了零件', minutes: 70 }));
  const certificates = [['1 份证明', '/console/certificates', null]];
  assert.deepEqual(await cards(desk, 'station-keeper', 'certificates'), certificates);
  assert.deepEqual(await cards(desk, 'volunteer', 'certificates'), [], 'not one’s own');
  const corrections = [['1 条时长要更正', '/console/hour-corrections?open=true', '2026-03-18T15:59:00.000Z']];
  assert.deepEqual(
    await cards(desk, 'coordinator', 'corrections'),
    corrections,
    'with the ten working days of the law',
  );
  assert.deepEqual(await cards(desk, 'station-keeper', 'corrections'), []);
  const [asked] = (await county.as('coordinator').get('/hour-corrections')).body['items'] as { id: string }[];
  const amended = { verdict: 'amended', reason: '有发票', minutes: 70 };
  await desk.done(county.as('coordinator').post(`/hour-corrections/${asked?.id}/answers`, amended));
  assert.deepEqual(await cards(desk, 'coordinator', 'corrections'), []);
  const signatures = [['1 条时长要补签', '/console/hours?waiting=true', null]];
  assert.deepEqual(await cards(desk, 'station-keeper', 'second-signatures'), signatures);
  assert.deepEqual(await cards(desk, 'coordinator', 'second-signatures'), [], 'not the hand that wrote it');
  const [written] = (await county.as('coordinator').get('/hours?waiting=true')).body['items'] as { id: string }[];
  await desk.done(county.as('station-keeper').post(`/hours/${written?.id}/signatures`, {}));
  assert.deepEqual(await cards(desk, 'station-keeper', 'second-signatures'), []);
});

test('a request is on the card and in the list of whoever issues for its unit, however many wait for other units', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const personId = await county.personId('volunteer-1-2');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'test.many-requests',
        `insert into volunteering.certificate_requests (county_id, id, person_id, unit_id, from_on, until_on, asked_at)
         select $1, gen_random_uuid(), $2, null, '2026-01-01', '2026-01-31', $3::timestamptz - interval '1 day' from generate_series(1, 500)`,
        [tx.countyId, personId, tx.at],
      ),
    ),
  );
  const span = { unitId: desk.stationId, from: '2026-03-01', until: '2026-03-31' };
  await desk.done(county.as('volunteer').post('/certificate-requests', span));
  const asked = async (who: Who) => (await county.as(who).get('/certificate-requests')).body['total'];
  assert.deepEqual([await asked('station-keeper'), await asked('volunteer')], [1, 1]);
  assert.deepEqual(await cards(desk, 'station-keeper', 'certificates'), [['1 份证明', '/console/certificates', null]]);
  assert.deepEqual(
    await cards(desk, 'coordinator', 'certificates'),
    [['30+ 份证明', '/console/certificates', null]],
    'the county’s own centre is asked as well',
  );
});

test('an objection waits on the card of whoever may answer it, however many wait elsewhere', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const object = async (id: string): Promise<void> => {
    await desk.done(
      county.as('coordinator').post(`/orders/${id}/triages`, { verdict: 'refuse', reason: '修不了', nextAddress: '' }),
    );
    await desk.done(county.as('coordinator').post(`/orders/${id}/appeals`, { said: '隔壁就修好了' }));
  };
  const elsewhere = { placeId: county.placeId('village-2-1'), contacts: [{ name: '李', phone: '13800009999' }] };
  const theirs = String((await desk.done(desk.place(elsewhere, 'coordinator'))).body['orderId']);
  await object(theirs);
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `with made as (select gen_random_uuid() as id from generate_series(1, 100)),
          more as (insert into volunteering.orders select r.* from volunteering.orders o, made m, jsonb_populate_record(o, jsonb_build_object('id', m.id, 'code_hash', m.id)) r where o.county_id = $1 and o.id = $2)
         insert into volunteering.order_appeals select r.* from volunteering.order_appeals p, made m, jsonb_populate_record(p, jsonb_build_object('order_id', m.id)) r where p.county_id = $1 and p.order_id = $2`,
        [tx.countyId, theirs],
      ),
    ),
  );
  county.clock.advance({ minutes: 10 });
  const { id } = await desk.placed();
  await object(id);
  const waits = async (who: Who): Promise<string[]> =>
    ((await county.as(who).get('/me/waiting')).body['items'] as { kind: string; subjectId: string }[]).flatMap((one) =>
      one.kind === 'volunteering.order-appeal' ? [one.subjectId] : [],
    );
  assert.deepEqual(await waits('station-keeper'), [id]);
  assert.deepEqual(await waits('coordinator'), [], 'not for whoever refused');
});

test('whoever works off more than two lists has one card for all of them, which opens the most urgent', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const [entry] = (await county.as('coordinator').get('/hours')).body['items'] as { id: string }[];
  const volunteer = county.as('volunteer');
  const span = { unitId: desk.stationId, from: '2026-03-01', until: '2026-03-31' };
  await desk.done(volunteer.post('/certificate-requests', span));
  await desk.done(volunteer.post('/hour-corrections', { hourId: entry?.id, said: '还去买了零件', minutes: 70 }));
  assert.equal((await cards(desk, 'coordinator', 'certificates')).length, 1, 'two lists are two cards');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestApplication(tx, county.placeId('village-1-1'), '13900001111')),
  );
  assert.deepEqual(await cards(desk, 'coordinator', 'lists'), [
    ['1 人报名，1 份证明，1 条时长要更正', '/console/hour-corrections?open=true', '2026-03-18T15:59:00.000Z'],
  ]);
  for (const one of ['applications', 'certificates', 'corrections'])
    assert.deepEqual(await cards(desk, 'coordinator', one), [], one);
});

test('hours that nobody recorded wait from when two of the ten working days are left', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  county.clock.set('2026-03-15T02:00:00Z');
  assert.deepEqual(await cards(desk, 'station-keeper', 'unrecorded-hours'), []);
  // Wednesday 4 March; the eighth working day after it ends on Monday 16 March, the tenth on the 18th.
  county.clock.set('2026-03-17T02:00:00Z');
  const due = [['1 次上门没记时长', '/console/unrecorded-hours', '2026-03-18T15:59:00.000Z']];
  assert.deepEqual(await cards(desk, 'station-keeper', 'unrecorded-hours'), due);
  assert.deepEqual(await cards(desk, 'volunteer', 'unrecorded-hours'), []);
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  assert.deepEqual(await cards(desk, 'station-keeper', 'unrecorded-hours'), []);
});
