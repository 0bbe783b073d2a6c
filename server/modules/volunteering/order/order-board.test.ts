import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderBoard, orderMap } from '../contract.ts';
import type { OrderBoard, OrderLine } from '../contract.ts';
import { openOrderDesk, refused } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

interface Outcome {
  id: string;
  done: boolean;
  code: string | null;
  back: object | null;
}

// Copies of an order that was placed at the desk, at two places in turn, each due a minute after the one before.
const copyOrders = (desk: OrderDesk, id: string, count: number): Promise<unknown> =>
  desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into volunteering.orders
         select made.*
           from volunteering.orders o, generate_series(1, $3) n, jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'code_hash', 'copy-' || n, 'phone_hash', 'copy-' || n,
                 'place_id', case when n % 2 = 0 then o.place_id else $4::uuid end, 'due_at', o.due_at + make_interval(mins => n))) made where o.county_id = $1 and o.id = $2`,
        [tx.countyId, id, count, desk.county.placeId('village-1-2')],
      ),
    ),
  );

test('the open orders on a map are villages with numbers, of what one may list, and of nobody’s name or door', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const first = await desk.accepted();
  await desk.placed({ placeId: county.placeId('village-1-2'), contacts: [{ name: '李伯', phone: '13800005678' }] });
  const ended = await desk.placed({ contacts: [{ name: '李伯', phone: '13800005678' }] });
  await desk.done(county.as('coordinator').post(`/orders/${ended.id}/cancellations`, { reason: '不要了' }));
  const [one, two] = [county.placeId('village-1-1'), county.placeId('village-1-2')];
  const spots = async (name: 'coordinator' | 'town-coordinator', query = ''): Promise<[string, number, number][]> => {
    const answer = await county.as(name).get(`/order-map${query}`);
    assert.equal(answer.status, 200, answer.text);
    assert.doesNotMatch(answer.text, /13800|王阿姨|李伯|第二家|滴水/);
    assert.equal(
      (answer.body['landmarks'] as unknown[]).length > 0,
      !query.includes(two),
      'what lies below says where one is',
    );
    return answer.read(orderMap).spots.map(({ place, at, orders, late }) => {
      assert.ok(at, 'the test county says where its villages lie');
      return [place.id, orders, late];
    });
  };
  const sorted = (rows: [string, number, number][]) => rows.toSorted(([a], [b]) => a.localeCompare(b));
  const both: [string, number, number][] = [
    [one, 1, 0],
    [two, 1, 0],
  ];
  assert.deepEqual(sorted(await spots('coordinator')), sorted(both));
  assert.deepEqual(sorted(await spots('town-coordinator')), sorted(both));
  assert.deepEqual(await spots('coordinator', '?state=accepted'), [[one, 1, 0]]);
  assert.deepEqual(await spots('coordinator', `?placeId=${two}`), [[two, 1, 0]]);
  assert.deepEqual(await spots('coordinator', `?placeId=${county.placeId('town-2')}`), []);
  county.clock.advance({ days: 3 });
  assert.deepEqual(await spots('coordinator', '?overdue=true&state=accepted'), [[one, 1, 1]]);
  const volunteer = await county.as('volunteer').get('/order-map');
  assert.deepEqual(refused(volunteer), [403, 'Forbidden']);

  const at = (placeId: string) => county.as('coordinator').get(`/orders?state=accepted,submitted&atPlaceId=${placeId}`);
  assert.deepEqual(
    ((await at(one)).body['items'] as OrderLine[]).map(({ id }) => id),
    [first],
  );
  assert.equal((await at(county.placeId('town-1'))).body['total'], 0, 'none below it');
});

test('a coordinator with 300 open orders answers them on a Monday: alike together, many at once, said beforehand, and taken back within ten minutes', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const me = county.as('coordinator');
  const left = await me.get('/order-board');
  const { id } = await desk.placed();
  await copyOrders(desk, id, 299);
  const board = async (): Promise<OrderBoard> => {
    const answer = await me.get(`/order-board?since=${String(left.body['at'])}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.read(orderBoard);
  };
  const none = { waiting: 0, arranging: 0, offered: 0, late: 0, today: 0 };
  const at = '2026-03-02T01:00:00.000Z';
  assert.deepEqual(await board(), { ...none, at, waiting: 300, fresh: 0 }, 'nothing is new in the same moment');
  const since = '2026-03-02T00:59:59.000Z';
  assert.equal((await me.get(`/order-board?since=${since}`)).body['fresh'], 300);
  assert.equal((await me.get(`/orders?since=${since}&limit=1`)).body['total'], 300);

  const walk = async (sort: string): Promise<OrderLine[]> => {
    const lines: OrderLine[] = [];
    let cursor = '';
    do {
      const page = await me.get(`/orders?state=submitted&sort=${sort}&limit=100${cursor && `&cursor=${cursor}`}`);
      assert.equal(page.status, 200, page.text);
      lines.push(...(page.body['items'] as OrderLine[]));
      cursor = (page.body['next'] as string | null) ?? '';
    } while (cursor);
    return lines;
  };
  const alike = await walk('alike');
  assert.equal(new Set(alike.map((line) => line.id)).size, 300, 'pages lose and double nothing');
  const places = alike.map((line) => line.place.id);
  assert.equal(places.filter((place, n) => place !== places[n - 1]).length, 2, 'each place stands together');
  assert.equal(alike[0]?.id, id, 'the place with the nearest limit comes first');
  const byDue = await walk('due');
  assert.deepEqual(
    byDue.map((line) => line.dueAt),
    byDue.map((line) => line.dueAt).toSorted((a, b) => (a ?? '').localeCompare(b ?? '')),
  );

  const batch = async (acts: readonly object[], rehearse = false): Promise<Outcome[]> => {
    const answer = await me.post('/orders/batches', { acts, rehearse });
    assert.equal(answer.status, 201, answer.text);
    return answer.body['items'] as Outcome[];
  };
  const accept = (lines: readonly { id: string }[]) => lines.map((line) => ({ do: 'accept', id: line.id }));
  const foreseen = await batch([...accept(alike.slice(0, 5)), { do: 'resume', id: alike[5]?.id }], true);
  assert.deepEqual(
    foreseen.map(({ done, code }) => code ?? done),
    [true, true, true, true, true, 'WrongState'],
  );
  assert.equal((await board()).waiting, 300, 'a rehearsal does nothing');
  const done: Outcome[] = [];
  for (const from of [0, 100, 200]) done.push(...(await batch(accept(alike.slice(from, from + 100)))));
  assert.ok(done.every((one) => one.done));
  assert.deepEqual(await board(), { ...none, at, arranging: 300, fresh: 0 });

  // One is taken back, with the time it had; one that somebody has touched since is not; and ten minutes later none is.
  const [first, second, third] = done;
  const due = alike[0]?.dueAt;
  assert.deepEqual(
    (await batch([first?.back ?? {}])).map((one) => one.done),
    [true],
  );
  const again = (await me.get(`/orders/${id}`)).body;
  assert.deepEqual([again['state'], again['dueAt']], ['submitted', due]);
  await desk.done(
    county.as('station-keeper').post(`/orders/${second?.id}/triages`, { verdict: 'pause', reason: '等' }),
  );
  const code = async (one: Outcome | undefined, as: 'coordinator' | 'station-keeper' = 'coordinator') =>
    ((await county.as(as).post('/orders/batches', { acts: [one?.back] })).body['items'] as Outcome[])[0]?.code;
  assert.equal(await code(second), 'StaleVersion');
  assert.equal(await code(third, 'station-keeper'), 'TooLateToTakeBack', 'nobody takes back what another did');
  county.clock.advance({ minutes: 11 });
  assert.equal(await code(third), 'TooLateToTakeBack');
  assert.equal(await code(first), 'StaleVersion', 'and not twice');

  // One that was accepted by itself has the same way back, said with the answer: for whoever gave it, for ten minutes.
  const single = alike[20]?.id ?? '';
  const until = async (as: 'coordinator' | 'station-keeper' = 'coordinator'): Promise<unknown> =>
    (await county.as(as).get(`/orders/${single}`)).body['takeBackUntil'];
  assert.equal(await until(), null, 'eleven minutes ago');
  await desk.done(me.post(`/orders/${single}/triages`, { verdict: 'pause', reason: '等' }));
  const resumed = await desk.done(me.post(`/orders/${single}/triages`, { verdict: 'resume' }));
  const { takeBackUntil, version } = resumed.body;
  assert.equal(Date.parse(String(takeBackUntil)), county.clock.now().getTime() + 600_000);
  assert.deepEqual([await until(), await until('station-keeper')], [takeBackUntil, null]);
  const undone = await batch([{ do: 'take-back', id: single, version }]);
  assert.deepEqual([undone[0]?.done, await desk.state(single), await until()], [true, 'paused', null]);
  await desk.done(me.post(`/orders/${single}/triages`, { verdict: 'resume' }));

  // What was waited for before the answer is waited for again.
  county.clock.advance({ minutes: 240 });
  await county.tick('volunteering.reminders');
  await county.deliver();
  const told = (await county.as('station-keeper').get('/notices')).body['items'] as { href: string }[];
  assert.ok(told.some((notice) => notice.href.endsWith(id)));
  assert.equal((await board()).late, 1);

  // A refusal leaves the house, so it has no way back; opening asks at the time that was wished.
  const [refusal, opened] = await batch([
    { do: 'refuse', id, reason: '这项我们做不了' },
    { do: 'open', id: third?.id },
  ]);
  assert.deepEqual([refusal?.done, refusal?.back, opened?.done, opened?.back], [true, null, true, null]);
  assert.equal((await board()).offered, 1);
  county.clock.set('2026-03-04T00:30:00.000Z');
  assert.equal((await board()).today, 1, 'the visit stands in the day’s count');
  assert.equal((await me.get('/orders?today=true')).body['total'], 1);

  const other = county.as('coordinator', { county: 2 });
  assert.equal((await other.get('/order-board')).body['arranging'], 0, 'nothing crosses counties');
  const across = await other.post('/orders/batches', { acts: accept([{ id: alike[9]?.id ?? '' }]) });
  assert.equal((across.body['items'] as Outcome[])[0]?.code, 'NotFound');
  assert.deepEqual(refused(await me.get('/orders?sort=alike&cursor=bm9uc2Vuc2U')), [400, 'BadRequest']);
  assert.deepEqual(refused(await county.as('correspondent').get('/order-board')), [403, 'Forbidden']);
});
