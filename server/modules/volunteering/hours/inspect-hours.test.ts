import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { newId } from '#platform/ids';
import { openOrderDesk } from '../testing.ts';
import { writeHours } from './record-hours.ts';

type Row = Record<string, unknown>;
const days = 'from=2026-03-01&until=2026-03-31';

test('a clerk who enters 500 hours in a night: none of it counts, the unit stands out, no volunteer does', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const clerk = await county.personId('station-keeper');
  const [before] = (await county.as('coordinator').get('/hours')).body['items'] as Row[];
  const person = await county.personId('volunteer');
  const visitId = await desk.visitOf(id);
  county.clock.set('2026-03-05T16:00:00.000Z');
  // Twenty-five entries of twenty hours, a minute apart.
  for (let n = 0; n < 25; n += 1) {
    county.clock.advance({ minutes: 1 });
    await county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        writeHours(
          tx,
          { kind: 'person', id: clerk, grants: [], assurance: 1 },
          {
            personId: person,
            kind: 'service',
            minutes: 1_200,
            orderId: id,
            visitId,
            serviceId: desk.serviceId,
            serviceVersion: 1,
            placeId: county.placeId('village-1-1'),
            unitId: desk.stationId,
            evidence: 'typed-in-later',
            reverses: null,
            reason: null,
            happenedAt: tx.at,
          },
        ),
      ),
    );
  }
  const own = (await county.as('volunteer').get('/hours?mine=true')).body;
  assert.deepEqual([own['totalMinutes'], own['waitingMinutes']], [before?.['minutes'], 30_000]);
  const unusual = await county.as('auditor').get(`/unusual-entries?${days}`);
  assert.deepEqual(
    (unusual.body['items'] as Row[])
      .map((one) => [one['kind'], (one['unit'] as Row)['id'], one['entries'], one['minutes']])
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    [
      ['burst', desk.stationId, 25, 30_000],
      ['day', desk.stationId, 25, 30_000],
    ],
  );
  assert.ok(!unusual.text.includes(person) && !unusual.text.includes(clerk), 'nobody is named');
  const elsewhere = await county.as('auditor').get(`/unusual-entries?${days}&placeId=${county.placeId('town-2')}`);
  assert.equal(elsewhere.body['total'], 0);

  // The sample: the same for whoever asks with the same seed, and reckoned by anybody.
  const sample = async (seed: string) =>
    (await county.as('auditor').get(`/hour-samples?${days}&size=5&seed=${seed}`)).body;
  const drawn = await sample('march');
  assert.deepEqual([drawn['population'], drawn['total']], [26, 5]);
  assert.deepEqual(await sample('march'), drawn);
  const ids = (drawn['items'] as Row[]).map((one) => String(one['hourId']));
  const ranks = ids.map((one) => createHash('sha256').update(`march${one}`).digest('hex'));
  assert.deepEqual(ranks, ranks.toSorted());
  assert.notDeepEqual(
    ((await sample('april'))['items'] as Row[]).map((one) => one['hourId']),
    ids,
  );
  assert.ok((drawn['items'] as Row[]).every((one) => !('name' in one) && String(one['number']).includes('-')));
  assert.equal((await county.as('volunteer').get(`/hour-samples?${days}&seed=x`)).status, 403);

  // The national system: a file by numbers, and its answer compared.
  const coordinator = county.as('coordinator');
  const file = (await coordinator.get(`/hour-exports?${days}`)).text;
  const lines = file.trim().split('\r\n');
  assert.equal(lines.length, 2, 'what does not count is not told');
  assert.ok(file.includes('0.83') && !file.includes('volunteer,'));
  assert.match(lines[1] ?? '', /设备或口令计时$/, 'in words of the county');
  assert.equal(lines[1]?.split(',').length, lines[0]?.split(',').length);
  const counted = lines[1]?.split(',')[0] ?? '';
  const stranger = '01890000-0000-7000-8000-000000000000';
  const reconcile = async (rows: Row[]) =>
    (
      await desk.done(
        coordinator.post('/hour-reconciliations', { ...Object.fromEntries(new URLSearchParams(days)), rows }),
      )
    ).body;
  const none = await reconcile([]);
  assert.deepEqual(
    (none['missing'] as Row[]).map((one) => one['hourId']),
    [counted],
  );
  const wrong = await reconcile([
    { hourId: counted, reference: 'Q-1', minutes: 60 },
    { hourId: stranger, reference: 'Q-2', minutes: 60 },
  ]);
  assert.deepEqual(
    [wrong['matched'], (wrong['differing'] as Row[]).map((one) => one['theirs']), wrong['unknown']],
    [0, [60], [{ hourId: stranger, reference: 'Q-2' }]],
  );
  assert.equal((await reconcile([{ hourId: counted, reference: 'Q-1', minutes: 50 }]))['matched'], 1);
  const request = await desk.done(
    county
      .as('volunteer')
      .post('/certificate-requests', { unitId: desk.stationId, from: '2026-03-01', until: '2026-03-31' }),
  );
  const issued = await desk.done(
    coordinator.post(`/certificate-requests/${String(request.body['id'])}/certificates`, {}),
  );
  assert.deepEqual((issued.body['facts'] as Row)['national'], { matched: 1, of: 1 });
});

test('of more unusual entries than are handed out all are counted', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  const [personId, visitId] = [await county.personId('volunteer'), await desk.visitOf(id)];
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      // Each by another hand.
      for (let n = 0; n < 501; n += 1)
        await writeHours(
          tx,
          { kind: 'person', id: newId<'person'>(), grants: [], assurance: 1 },
          {
            personId,
            kind: 'service',
            minutes: 600,
            orderId: id,
            visitId,
            serviceId: desk.serviceId,
            serviceVersion: 1,
            placeId: county.placeId('village-1-1'),
            unitId: desk.stationId,
            evidence: 'typed-in-later',
            reverses: null,
            reason: null,
            happenedAt: tx.at,
          },
        );
    }),
  );
  const { body } = await county.as('auditor').get(`/unusual-entries?${days}`);
  assert.deepEqual([(body['items'] as Row[]).length, body['total']], [500, 501]);
});

test('visits typed in all at once stand out, however slowly others confirm them', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const orders: string[] = [];
  for (const phone of ['13800001111', '13800002222'])
    orders.push(await desk.accepted({ contacts: [{ name: '李', phone }] }));
  county.clock.set('2026-03-05T13:00:00.000Z');
  for (const [n, name] of (['volunteer', 'volunteer-1-2'] as const).entries()) {
    const visit = { from: '2026-03-03T02:00:00.000Z', until: '2026-03-03T08:00:00.000Z', note: '补' };
    await desk.done(
      keeper.post(`/orders/${orders[n]}/past-visits`, { ...visit, personIds: [await county.personId(name)] }),
    );
  }
  for (const id of orders) {
    county.clock.advance({ hours: 30 });
    await desk.done(county.as('coordinator').post(`/orders/${id}/confirmations`, {}));
  }
  const unusual = await county.as('auditor').get(`/unusual-entries?${days}`);
  assert.deepEqual(
    (unusual.body['items'] as Row[]).map((one) => [one['kind'], one['entries'], one['minutes'], one['fromAt']]),
    [['burst', 2, 720, '2026-03-05T13:00:00.000Z']],
  );
});
