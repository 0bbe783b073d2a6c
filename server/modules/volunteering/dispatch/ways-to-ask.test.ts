import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addAccount, addGrant } from '#access';
import { openTestSession } from '#access/testing';
import { addPerson } from '#people';
import { systemActor } from '#platform/actor';
import { addVolunteer } from '../volunteer/add-volunteer.ts';
import { addTestService, addTestVolunteer, openOrderDesk, refused, visitAt } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';
import type { CastName } from '#access/testing';

const offersOf = async (desk: OrderDesk, name: CastName, path = '/offers?state=open'): Promise<string[]> =>
  ((await desk.county.as(name).get(path)).body['items'] as { id: string }[]).map((offer) => offer.id);

const answer = (desk: OrderDesk, name: CastName, offer: string, said: 'accept' | 'decline' = 'accept') =>
  desk.county.as(name).post(`/offers/${offer}/answers`, { answer: said });

/** Volunteers beside the cast, each with a session. */
const crowd = (desk: OrderDesk, count: number): Promise<string[]> =>
  desk.county.inCounty(async (ctx) => {
    const logins = Array.from({ length: count }, (_, at) => `crowd-${at}`);
    await ctx.transaction(async (tx) => {
      const placeId = desk.county.placeId('village-1-1');
      for (const [at, login] of logins.entries()) {
        const person = await addPerson(tx, { name: login, phone: `1370000${String(at).padStart(4, '0')}`, placeId });
        await addAccount(tx, { personId: person.id, login });
        await addGrant(tx, systemActor('test-crowd'), { personId: person.id, role: 'volunteer', placeId });
        await addVolunteer(tx, {
          personId: person.id,
          homePlaceId: placeId,
          skills: ['water-and-lights'],
          trained: true,
        });
      }
    });
    const cookies: string[] = [];
    for (const login of logins) cookies.push(await openTestSession(ctx, login));
    return cookies;
  });

test('what is open to all is seen by those who fit alone, and of a crowd that reaches for it exactly as many win as there is to do', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const coordinator = county.as('coordinator');
  const orders: string[] = [];
  for (let at = 0; at < 3; at += 1)
    orders.push(await desk.accepted({ contacts: [{ name: '李', phone: `1380000700${at}` }] }));
  const opening = { startsAt: visitAt };
  assert.deepEqual(refused(await county.as('volunteer').post(`/orders/${orders[0]}/openings`, opening)), [
    404,
    'NotFound',
  ]);
  assert.deepEqual(
    refused(await coordinator.post(`/orders/${orders[0]}/openings`, { startsAt: '2026-03-01T02:00:00.000Z' })),
    [422, 'TimeInPast'],
  );
  for (const id of orders) await desk.done(coordinator.post(`/orders/${id}/openings`, opening));
  assert.deepEqual(refused(await coordinator.post(`/orders/${orders[0]}/openings`, opening)), [409, 'AlreadyOpen']);
  assert.equal((await offersOf(desk, 'volunteer', '/open-offers')).length, 3);
  assert.deepEqual(await offersOf(desk, 'coordinator', '/open-offers'), [], 'no volunteer, nothing to take');
  const me = await county.personId('volunteer-1-2');
  await desk.done(coordinator.patch(`/volunteers/${me}`, { version: 1, trained: false }));
  assert.deepEqual(await offersOf(desk, 'volunteer-1-2', '/open-offers'), [], 'not without the introduction');
  const offers = await offersOf(desk, 'volunteer', '/open-offers');
  assert.deepEqual(refused(await answer(desk, 'volunteer-1-2', offers[0] ?? '')), [422, 'CandidateNotQualified']);
  assert.deepEqual(
    refused(await answer(desk, 'coordinator', offers[0] ?? '')),
    [403, 'Forbidden'],
    'open to all volunteers',
  );
  // Saying no to what is open to all only takes it off one's own list.
  await desk.done(answer(desk, 'volunteer', offers[0] ?? '', 'decline'));
  assert.equal((await offersOf(desk, 'volunteer', '/open-offers')).length, 2);
  assert.equal(await desk.state(orders[0] ?? ''), 'dispatched');
  // And they may take it after all.
  const still = (await county.as('volunteer').get(`/offers/${offers[0]}`)).body;
  assert.ok((still['abilities'] as string[]).includes('offer.answer'));
  const cookies = await crowd(desk, 24);
  const answers = await Promise.all(
    cookies.map((cookie, at) =>
      county.request('POST', `/api/v1/offers/${offers[at % 3]}/answers`, { answer: 'accept' }, { cookie }),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 201).length, 3, answers.map(({ text }) => text).join('\n'));
  for (const late of answers.filter(({ status }) => status !== 201))
    assert.deepEqual(refused(late), [409, 'OfferEnded']);
  for (const id of orders) {
    const order = await coordinator.get(`/orders/${id}`);
    assert.deepEqual([order.body['state'], order.body['peopleTaken']], ['taken', 1]);
  }
  assert.deepEqual(await offersOf(desk, 'volunteer', '/open-offers'), []);
  // Nobody fits: said with how many each rule keeps away.
  const night = await desk.accepted({ contacts: [{ name: '李', phone: '13800007009' }] });
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(`update volunteering.volunteers set trained_at = null where county_id = $1`, [tx.countyId]),
    ),
  );
  const none = await coordinator.post(`/orders/${night}/openings`, opening);
  assert.deepEqual(refused(none), [422, 'NobodyFits']);
  assert.equal((none.body['detail'] as { rules: Record<string, number> }).rules['training'], 26);
});

test('what somebody may take is seen behind hundreds that they may not', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const open = async (more: Record<string, unknown>): Promise<string> => {
    const id = await desk.accepted(more);
    await desk.done(county.as('coordinator').post(`/orders/${id}/openings`, { startsAt: visitAt }));
    return id;
  };
  const { id: serviceId } = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const service = await addTestService(tx, 'wires', { licences: ['electrician'] });
      const licences = [{ licence: 'electrician', expiresOn: '2027-01-01' }];
      await addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-2-1'), { licences });
      return service;
    }),
  );
  const wires = await open({ serviceId });
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `with made as (select gen_random_uuid() as id from generate_series(1, 250))
         insert into volunteering.offers select more.* from volunteering.offers f, made m, jsonb_populate_record(f, jsonb_build_object('id', m.id, 'expires_at', f.expires_at - interval '1 minute')) more
          where f.county_id = $1 and f.order_id = $2`,
        [tx.countyId, wires],
      ),
    ),
  );
  const taps = await open({ contacts: [{ name: '李', phone: '13800009999' }] });
  const seen = (await county.as('volunteer').get('/open-offers')).body['items'] as { orderId: string }[];
  assert.deepEqual(
    seen.map(({ orderId }) => orderId),
    [taps],
  );
});

test('of two of whom one has promised to lead, the other place is open to who may only go along', async () => {
  await using desk = await openOrderDesk({ peopleNeeded: 2 });
  const { county } = desk;
  const id = await desk.dispatched(['volunteer', 'volunteer-1-2']);
  const offer = (name: CastName) => desk.offerTo(name);
  await desk.done(answer(desk, 'volunteer', await offer('volunteer')));
  await desk.done(answer(desk, 'volunteer-1-2', await offer('volunteer-1-2'), 'decline'));
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-2-1'), { skills: [] });
      const others = [await county.personId('volunteer'), await county.personId('volunteer-1-2')];
      await tx.client.query(
        `update volunteering.volunteers set state = 'paused' where county_id = $1 and person_id = any($2)`,
        [tx.countyId, others],
      );
    }),
  );
  const acts = [{ do: 'open', id }];
  const [opened] = (await desk.done(county.as('coordinator').post('/orders/batches', { acts }))).body['items'] as {
    done: boolean;
    code: string;
  }[];
  assert.deepEqual([opened?.done, opened?.code ?? null], [true, null], 'many at once too');
  const [theirs = ''] = await offersOf(desk, 'volunteer-2-1', '/open-offers');
  await desk.done(answer(desk, 'volunteer-2-1', theirs));
  assert.equal(await desk.state(id), 'taken', 'the first had stayed, at the time promised');
});

test('in turn: the next is asked when one declines or lets the time pass, nights do not count, and at the end the desk has it back', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await addTestVolunteer(tx, 'volunteer-2-1', county.placeId('village-1-1'));
      await addTestVolunteer(tx, 'volunteer-2-2', county.placeId('village-1-1'), { trained: false });
    }),
  );
  const names = ['volunteer', 'volunteer-1-2', 'volunteer-2-1'] as const;
  const personIds = await Promise.all(names.map((name) => county.personId(name)));
  const id = await desk.accepted();
  const coordinator = county.as('coordinator');
  const wrong = await coordinator.post(`/orders/${id}/waterfalls`, {
    personIds: [...personIds, await county.personId('volunteer-2-2')],
    startsAt: visitAt,
  });
  assert.deepEqual(refused(wrong), [422, 'CandidateNotQualified']);
  // Monday at 20:00: two of the four hours lie before the night.
  county.clock.set('2026-03-02T12:00:00.000Z');
  const begun = await desk.done(coordinator.post(`/orders/${id}/waterfalls`, { personIds, startsAt: visitAt }));
  assert.deepEqual(begun.body['askedNext'], ['volunteer-1-2', 'volunteer-2-1']);
  const [first] = begun.body['offers'] as { personName: string; expiresAt: string }[];
  assert.deepEqual(
    [first?.personName, first?.expiresAt],
    ['volunteer', '2026-03-03T01:00:00.000Z'],
    'nine in the morning',
  );
  assert.deepEqual(refused(await coordinator.post(`/orders/${id}/waterfalls`, { personIds, startsAt: visitAt })), [
    409,
    'AlreadyAsked',
  ]);
  assert.deepEqual(await offersOf(desk, 'volunteer-1-2'), []);
  const mine = await desk.offerTo('volunteer');
  await desk.done(answer(desk, 'volunteer', mine, 'decline'));
  assert.deepEqual(refused(await answer(desk, 'volunteer', mine)), [409, 'OfferEnded'], 'the next is asked');
  assert.equal(await desk.state(id), 'dispatched');
  assert.equal((await offersOf(desk, 'volunteer-1-2')).length, 1, 'at once the next');
  county.clock.set('2026-03-03T01:00:01.000Z');
  await county.tick('volunteering.reminders');
  assert.deepEqual(await offersOf(desk, 'volunteer-1-2'), []);
  assert.equal((await offersOf(desk, 'volunteer-2-1')).length, 1, 'silence is a no as well');
  await desk.done(answer(desk, 'volunteer-2-1', await desk.offerTo('volunteer-2-1'), 'decline'));
  assert.equal(await desk.state(id), 'accepted', 'back to the desk');
  // It cannot wait: twenty minutes, at night as well; and whoever does not fit any more is passed over.
  county.clock.set('2026-03-03T15:00:00.000Z');
  const again = { personIds: personIds.toReversed(), startsAt: '2026-03-05T02:00:00.000Z', urgent: true };
  const urgent = await desk.done(coordinator.post(`/orders/${id}/waterfalls`, again));
  const open = (urgent.body['offers'] as { state: string; expiresAt: string }[]).filter(
    ({ state }) => state === 'open',
  );
  assert.deepEqual(
    open.map(({ expiresAt }) => expiresAt),
    ['2026-03-03T15:20:00.000Z'],
  );
  await desk.done(coordinator.patch(`/volunteers/${personIds[1]}`, { version: 1, state: 'paused' }));
  await desk.done(answer(desk, 'volunteer-2-1', await desk.offerTo('volunteer-2-1'), 'decline'));
  await desk.done(answer(desk, 'volunteer', await desk.offerTo('volunteer')));
  assert.equal(await desk.state(id), 'taken');
});

test('a visit is handed over to a team-mate who fits and says yes; until then the first one goes', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const own = county.as('volunteer');
  const mate = await county.personId('volunteer-1-2');
  const id = await desk.taken();
  const visit = await desk.visitOf(id);
  assert.deepEqual((await own.get(`/visits/${visit}/stand-ins`)).body['items'], [], 'strangers are nobody’s to choose');
  assert.equal((await own.post(`/visits/${visit}/hand-overs`, { personId: mate })).status, 404);
  await desk.done(
    county.as('coordinator').post('/teams', {
      name: { 'zh-CN': '修理队' },
      placeId: county.placeId('town-1'),
      memberIds: [await county.personId('volunteer'), mate],
    }),
  );
  assert.deepEqual((await own.get(`/visits/${visit}/stand-ins`)).body['items'], [
    { personId: mate, name: 'volunteer-1-2' },
  ]);
  assert.equal((await county.as('volunteer-1-2').get(`/visits/${visit}/stand-ins`)).status, 404);
  await desk.done(own.post(`/visits/${visit}/hand-overs`, { personId: mate }));
  assert.deepEqual(refused(await own.post(`/visits/${visit}/hand-overs`, { personId: mate })), [409, 'HandOverAsked']);
  const line = (await own.get(`/visits/${visit}`)).body['handOver'] as { name: string; expiresAt: string } | null;
  assert.equal(line?.name, 'volunteer-1-2');
  assert.equal((await county.as('coordinator').get(`/visits/${visit}`)).body['handOver'], null, 'mine to know');
  const takenBack = await desk.offerTo('volunteer-1-2');
  assert.equal((await county.as('volunteer-1-2').delete(`/visits/${visit}/hand-overs`)).status, 404);
  assert.equal((await desk.done(own.delete(`/visits/${visit}/hand-overs`))).body['handOver'], null);
  assert.deepEqual(refused(await own.delete(`/visits/${visit}/hand-overs`)), [409, 'OfferEnded']);
  assert.deepEqual(refused(await answer(desk, 'volunteer-1-2', takenBack)), [409, 'OfferEnded']);
  await desk.done(own.post(`/visits/${visit}/hand-overs`, { personId: mate }));
  const offer = await desk.offerTo('volunteer-1-2');
  const asked = await county.as('volunteer-1-2').get(`/offers/${offer}`);
  assert.equal(asked.body['insteadOfName'], 'volunteer');
  await desk.done(answer(desk, 'volunteer-1-2', offer, 'decline'));
  assert.equal((await own.get(`/visits/${visit}`)).status, 200, 'still mine');
  await desk.done(own.post(`/visits/${visit}/hand-overs`, { personId: mate }));
  await desk.done(answer(desk, 'volunteer-1-2', await desk.offerTo('volunteer-1-2')));
  const order = await county.as('coordinator').get(`/orders/${id}`);
  const [seen] = order.body['visits'] as { people: { name: string; leads: boolean; state: string }[] }[];
  assert.deepEqual(
    [order.body['state'], seen?.people.map((one) => [one.name, one.leads, one.state])],
    [
      'taken',
      [
        ['volunteer', true, 'given-back'],
        ['volunteer-1-2', true, 'assigned'],
      ],
    ],
  );
  assert.equal((await own.get(`/visits/${visit}`)).status, 404, 'address and phone are no longer theirs to see');
  assert.equal((await county.as('volunteer-1-2').get(`/visits/${visit}`)).status, 200);
  const calendarOf = async (name: CastName): Promise<string> => {
    const { path } = (await county.as(name).post('/me/calendar-feed', {})).body;
    return (await county.request('GET', String(path))).text.replaceAll('\r\n ', '');
  };
  assert.match(await calendarOf('volunteer'), /STATUS:CANCELLED/, 'struck out in the calendar of the first');
  const mine = await calendarOf('volunteer-1-2');
  assert.match(mine, /SUMMARY:修水管电灯[\s\S]*STATUS:CONFIRMED/);
  assert.doesNotMatch(mine, /王阿姨|13800001234|东头/, 'nobody’s name, phone or address');
  // A first visit beside somebody is the last that needs a mentor.
  await desk.done(county.as('coordinator').patch(`/volunteers/${mate}`, { version: 1, needsMentor: true }));
  county.clock.set(visitAt);
  await desk.done(county.as('volunteer-1-2').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer-1-2').post(`/visits/${visit}/completions`, { report: '' }));
  assert.equal((await county.as('coordinator').get(`/volunteers/${mate}`)).body['needsMentor'], false);
});
