import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demandFigures } from '../contract.ts';
import type { DemandFigures, ServiceFacts } from '../contract.ts';
import { addTestService, openOrderDesk, refused } from '../testing.ts';

test('demand stands against supply by week, kind and place, with a forecast and the times it took; of visits, never of persons', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const figures = async (query = '', countyId: 1 | 2 = 1): Promise<DemandFigures> => {
    const answer = await county.as('coordinator', { county: countyId }).get(`/demand-figures${query}`);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(!/personId|volunteer-1|王阿姨/.test(answer.text), answer.text);
    return answer.read(demandFigures);
  };
  const empty = await figures();
  assert.deepEqual([empty.weeks.length, empty.expected, empty.kinds], [12, [], []]);
  assert.equal(empty.canGoPerWeek, 24, 'two volunteers, twelve visits each');
  const { id } = await desk.placed();
  // Three orders in each of the nine weeks before, one of them met: answered in forty minutes, somebody found after three hours.
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into volunteering.orders
         select made.*
           from volunteering.orders o, generate_series(0, 26) n, lateral (select o.happened_at - make_interval(weeks => 1 + n / 3) as at) t, jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'code_hash', 'copy-' || n, 'phone_hash', 'copy-' || n,
                 'state', case when n % 3 = 0 then 'taken' else 'cancelled' end, 'happened_at', t.at, 'place_id', case when n % 3 = 0 then o.place_id else $3::uuid end,
                 'answered_at', case when n % 3 = 0 then t.at + interval '40 minutes' end, 'taken_at', case when n % 3 = 0 then t.at + interval '220 minutes' end)) made where o.county_id = $1 and o.id = $2`,
        [tx.countyId, id, county.placeId('town-2')],
      ),
    ),
  );
  const all = await figures();
  assert.deepEqual(
    all.weeks.map(({ asked, met }) => [asked, met]),
    [[0, 0], [0, 0], ...Array.from({ length: 9 }, () => [3, 1]), [1, 0]],
  );
  assert.deepEqual(all.expected[0], { week: '2026-03-02', mean: 3, low: 0, high: 6 });
  assert.equal(all.expected.length, 4);
  const [kind] = all.kinds;
  assert.deepEqual(
    [kind?.serviceId, kind?.asked, kind?.met, kind?.expectedPerWeek, kind?.highPerWeek, kind?.canGoPerWeek],
    [desk.serviceId, 28, 9, 3, 6, 24],
  );
  assert.deepEqual(
    all.places.map(({ placeId, asked, met }) => [placeId, asked, met]),
    [
      [county.placeId('town-1'), 10, 9],
      [county.placeId('town-2'), 18, 0],
    ],
  );
  assert.deepEqual(all.spans, {
    upTo: [30, 60, 120, 240, 480, 1440, 2880, 10080],
    answered: [0, 9, 0, 0, 0, 0, 0, 0, 0],
    arranged: [0, 0, 0, 9, 0, 0, 0, 0, 0],
  });
  const town = await figures(`?placeId=${county.placeId('town-2')}`);
  assert.deepEqual([town.canGoPerWeek, town.kinds[0]?.asked, town.places.length], [0, 18, 0]);
  assert.equal((await figures('', 2)).kinds.length, 0, 'nothing crosses counties');
  const ask = (query: string) => county.as('coordinator').get(`/demand-figures${query}`);
  assert.deepEqual(refused(await ask('?from=2026-03-02&until=2026-03-01')), [400, 'BadRequest']);
  assert.deepEqual(refused(await county.as('volunteer').get('/demand-figures')), [403, 'Forbidden']);
});

test('who lacks what a dispatch asks for is no supply: papers, training, and somebody to lead each visit', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const canGo = async (facts: Partial<ServiceFacts>, slug: string): Promise<number | undefined> => {
    const service = await county.inCounty((ctx) => ctx.transaction((tx) => addTestService(tx, slug, facts)));
    await desk.placed({ serviceId: service.id });
    const { kinds } = (await county.as('coordinator').get('/demand-figures')).read(demandFigures);
    return kinds.find(({ serviceId }) => serviceId === service.id)?.canGoPerWeek;
  };
  assert.equal(await canGo({}, 'plain'), 24);
  assert.equal(await canGo({ licences: ['electrician'] }, 'wires'), 0, 'a dispatch asks whoever goes alone for it');
  assert.equal(await canGo({ insurance: true }, 'roofs'), 0);
  const untrained = await county.personId('volunteer-1-2');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update volunteering.volunteers set skills = case when person_id = $2 then '{}' else skills end where county_id = $1`,
        [tx.countyId, untrained],
      ),
    ),
  );
  assert.equal(await canGo({}, 'alone'), 12);
  assert.equal(await canGo({ peopleNeeded: 2 }, 'in-pairs'), 24, 'one leads, the other goes along');
});
