import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

// The county's wall is eight hours ahead: Monday, eight in the evening.
const evening = '2026-03-02T12:00:00.000Z';
const friday = '2026-03-06T02:00:00.000Z';

const limits = {
  serviceId: null,
  level: null,
  answerWithinMinutes: 120,
  arrangeWithinMinutes: 2_880,
  offerExpiresMinutes: 240,
  confirmWithinMinutes: 10_080,
  rateWithinMinutes: 10_080,
};

/** An order taken that morning, of somebody else each time. */
async function waiting(desk: OrderDesk, urgency: 'usual' | 'urgent' = 'usual'): Promise<string> {
  desk.county.clock.set('2026-03-02T01:00:00.000Z');
  const id = await desk.accepted({ again: true, wishes: [{ on: null, part: 'any' }] });
  const say = { verdict: 'urgency', urgency };
  await desk.done(desk.county.as('station-keeper').post(`/orders/${id}/triages`, say));
  desk.county.clock.set(evening);
  return id;
}

/** When the offer of these candidates, made in the evening, ends, and when those who are silent are reminded. */
async function timesOf(
  desk: OrderDesk,
  id: string,
  candidates: object[],
  more: object = {},
): Promise<[unknown, unknown]> {
  const { county } = desk;
  const asked = await desk.done(
    county.as('coordinator').post(`/orders/${id}/dispatches`, { candidates, startsAt: friday, ...more }),
  );
  return [(asked.body['offers'] as { expiresAt: string }[])[0]?.expiresAt, await remindedAt(desk, id)];
}

const remindedAt = (desk: OrderDesk, id: string): Promise<unknown> =>
  desk.county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { rows } = await tx.client.query<{ due: Date }>(
        `select due_at as due from volunteering.reminders where county_id = $1 and order_id = $2 and kind = 'offer-ending'`,
        [tx.countyId, id],
      );
      return rows[0]?.due.toISOString();
    }),
  );

test('whoever is asked in the evening has the rest of the time in the morning, and is not reminded at night', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const one = { kind: 'volunteer', id: await county.personId('volunteer') };
  const nine = '2026-03-03T01:00:00.000Z';
  const seven = '2026-03-02T23:00:00.000Z';
  assert.deepEqual(
    await timesOf(desk, await waiting(desk), [one]),
    [nine, seven],
    'two hours before ten, two after seven',
  );

  // Whoever has set quiet hours goes by those: here from nine in the evening until eight.
  const quiet = { email: true, quietFrom: 1_260, quietUntil: 480 };
  await desk.done(county.as('volunteer').put('/notice-preferences', quiet));
  const [until] = await timesOf(desk, await waiting(desk), [one]);
  assert.equal(until, '2026-03-03T03:00:00.000Z', 'one hour before nine, three after eight');
  const team = await desk.done(
    county.as('coordinator').post('/teams', {
      name: { 'zh-CN': '水电队' },
      placeId: county.placeId('town-1'),
      memberIds: [one.id],
    }),
  );
  const all = { kind: 'team', id: String(team.body['id']) };
  assert.equal((await timesOf(desk, await waiting(desk), [all]))[0], nine, 'a team goes by the county’s night');

  const midnight = '2026-03-02T16:00:00.000Z';
  const urgent = await timesOf(desk, await waiting(desk, 'urgent'), [one]);
  assert.deepEqual(urgent, [midnight, '2026-03-02T14:00:00.000Z'], 'what is urgent does not wait for the morning');
});

test('in which hours volunteers answer is data, for a service or for all', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const one = { kind: 'volunteer', id: await county.personId('volunteer') };
  const set = (offersAnsweredFrom: number, offersAnsweredUntil: number) =>
    county.as('coordinator').put('/limits', { ...limits, offersAnsweredFrom, offersAnsweredUntil });
  assert.deepEqual(refused(await set(600, 600)), [400, 'BadRequest']);
  await desk.done(set(540, 1_260));
  const [until] = await timesOf(desk, await waiting(desk), [one]);
  assert.equal(until, '2026-03-03T04:00:00.000Z', 'an hour before nine, and three from nine in the morning');
  await desk.done(set(0, 1_440));
  const [straight] = await timesOf(desk, await waiting(desk), [one]);
  assert.equal(straight, '2026-03-02T16:00:00.000Z', 'day and night');
});

test('what is open to everybody does not close in the night, nor does the time to find somebody end there', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const open = async (id: string): Promise<unknown> => {
    county.clock.set('2026-03-02T15:24:00.000Z');
    const opened = await desk.done(coordinator.post(`/orders/${id}/openings`, { startsAt: friday }));
    return (opened.body['offers'] as { expiresAt: string }[])[0]?.expiresAt;
  };
  assert.equal(await open(await waiting(desk)), '2026-03-03T23:00:00.000Z', 'not at 23:24 the next day: at seven');
  assert.equal(await open(await waiting(desk, 'urgent')), '2026-03-03T15:24:00.000Z');

  // Accepted at 23:24: two days later at that hour nobody is there.
  const dueOf = async (urgency: 'usual' | 'urgent'): Promise<unknown> => {
    county.clock.set('2026-03-02T01:00:00.000Z');
    const { id } = await desk.placed({ again: true, wishes: [{ on: null, part: 'any' }] });
    const keeper = county.as('station-keeper');
    await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'urgency', urgency }));
    county.clock.set('2026-03-02T15:24:00.000Z');
    return (await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }))).body['dueAt'];
  };
  assert.equal(await dueOf('usual'), '2026-03-05T00:00:00.000Z', 'at eight in the morning after');
  assert.equal(await dueOf('urgent'), '2026-03-04T15:24:00.000Z');
});
