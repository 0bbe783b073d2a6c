import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderStates } from '#volunteering';
import { countyClock, localTime, momentAt } from './county-time.ts';
import { demonstrationOrders, specialOrderKeys, stateOf } from './orders.ts';
import type { OrderContent, OrderState } from './orders.ts';
import { isAvailable, mayAssist, mayLead } from './orders/diary.ts';
import { demonstrationPeople, demonstrationTeams, volunteerByKey } from './people.ts';
import { distanceKm, placeByCode } from './places.ts';
import { serviceByKey } from './services.ts';

const nextOrderStates = orderStates.transitions;
const orders = demonstrationOrders(20_261_122);
const byKey = new Map(orders.map((order) => [order.key, order]));
const actsOf = (order: OrderContent) => order.history.map((act) => ({ order, act }));
const allActs = orders.flatMap(actsOf);
const visits = allActs.flatMap(({ order, act }) => (act.state === 'taken' ? [{ order, act }] : []));

/** Visits that were not given back again. */
const keptVisits = visits.filter(
  ({ order: { history }, act }) => history[history.indexOf(act) + 1]?.state !== 'accepted',
);

function special(name: keyof typeof specialOrderKeys): OrderContent {
  const order = byKey.get(specialOrderKeys[name]);
  assert.ok(order, name);
  return order;
}

test('300 orders with keys of their own, and every state has some', () => {
  assert.equal(orders.length, 300);
  assert.equal(byKey.size, 300);
  const count = (state: string): number => orders.filter((order) => stateOf(order) === state).length;
  for (const state of Object.keys(nextOrderStates)) assert.ok(count(state) >= 1, state);
  assert.ok(count('closed') >= 150);
});

test('the same seed and clock tell the same story, another seed another', () => {
  assert.deepEqual(demonstrationOrders(20_261_122), orders);
  assert.notDeepEqual(demonstrationOrders(7), orders);
  for (const seed of [1, 2, 3, 4, 5]) assert.equal(demonstrationOrders(seed).length, 300);
});

test('every history begins with the order, goes on in time, and takes only steps that are allowed', () => {
  for (const { key, history } of orders) {
    assert.equal(history[0]?.state, 'submitted', key);
    history.slice(1).forEach((act, index) => {
      const before = history[index];
      assert.ok(
        before && nextOrderStates[before.state].includes(act.state),
        `${key}: ${before?.state} to ${act.state}`,
      );
      assert.ok(
        act.atMinutesAgo < (before.enteredMinutesAgo ?? before.atMinutesAgo),
        `${key}: ${act.state} not after ${before.state}`,
      );
    });
    for (const { atMinutesAgo, enteredMinutesAgo } of history) {
      assert.ok(
        Number.isInteger(atMinutesAgo) && atMinutesAgo >= 1 && atMinutesAgo <= 60 * 1440,
        `${key}: ${atMinutesAgo}`,
      );
      assert.ok(enteredMinutesAgo === undefined || (enteredMinutesAgo >= 1 && enteredMinutesAgo < atMinutesAgo), key);
    }
  }
});

test('every state but the last ones can be left, and none is unreachable', () => {
  const reached = new Set<string>(['submitted', ...Object.values(nextOrderStates).flat()]);
  assert.deepEqual([...reached].sort(), Object.keys(nextOrderStates).sort());
  const ended: OrderState[] = ['merged', 'helped', 'cancelled'];
  for (const state of ended) assert.equal(nextOrderStates[state].length, 0);
  // By an appeal, or where somebody wants it done again.
  for (const state of ['refused', 'closed'] as const) assert.deepEqual(nextOrderStates[state], ['accepted']);
  // By the station to which it was referred.
  assert.deepEqual(nextOrderStates.referred, ['submitted']);
});

test('services, villages, people, teams and merged orders exist', () => {
  const people = new Set(demonstrationPeople.map(({ key }) => key));
  const teams = new Set(demonstrationTeams.map(({ key }) => key));
  for (const order of orders) {
    assert.ok(serviceByKey(order.serviceKey));
    assert.equal(placeByCode(order.villageCode).level, 'village', order.key);
    assert.equal(order.takenDownBy === undefined, order.channel === 'web', order.key);
    if (order.takenDownBy !== undefined) assert.ok(people.has(order.takenDownBy));
  }
  for (const { order, act } of allActs) {
    if (act.by.kind === 'person') assert.ok(people.has(act.by.key), act.by.key);
    if (act.state === 'dispatched')
      for (const { kind, key } of act.offeredTo) assert.ok(kind === 'team' ? teams.has(key) : volunteerByKey(key));
    if (act.state === 'merged') assert.equal(byKey.get(act.into)?.serviceKey, order.serviceKey);
  }
});

test('only people who may go are sent: skilled, licensed, trained, grown up, near enough, as many as needed', () => {
  for (const { order, act } of visits) {
    const service = serviceByKey(order.serviceKey);
    const onDay = Math.ceil(act.visit.endsInMinutes / 1440);
    const [lead, second] = act.takenBy.map(volunteerByKey);
    assert.ok(lead && mayLead(lead, service, onDay), `${order.key}: ${lead?.key}`);
    if (second !== undefined) assert.ok(mayAssist(second, service, onDay), order.key);
    assert.ok(act.takenBy.length <= service.peopleNeeded, order.key);
    assert.equal(act.visit.endsInMinutes - act.visit.startsInMinutes, service.durationMinutes, order.key);
  }
  for (const { order, act } of keptVisits) {
    assert.equal(act.takenBy.length, serviceByKey(order.serviceKey).peopleNeeded, order.key);
    for (const volunteer of act.takenBy.map(volunteerByKey)) {
      assert.ok(isAvailable(countyClock, volunteer, act.visit), `${order.key}: ${volunteer.key} is not free then`);
      assert.ok(
        distanceKm(volunteer, placeByCode(order.villageCode)) <= volunteer.withinKm,
        `${order.key}: too far for ${volunteer.key}`,
      );
    }
  }
});

test('nobody is at two visits at once', () => {
  const kept = keptVisits.filter(({ order }) => stateOf(order) !== 'cancelled').map(({ act }) => act);
  for (const key of new Set(kept.flatMap(({ takenBy }) => takenBy))) {
    const spans = kept
      .filter(({ takenBy }) => takenBy.includes(key))
      .map(({ visit }) => visit)
      .sort((a, b) => a.startsInMinutes - b.startsInMinutes);
    spans.slice(1).forEach((span, index) => assert.ok(span.startsInMinutes >= (spans[index]?.endsInMinutes ?? 0), key));
  }
});

test('volunteers take an offer before it runs out and arrive after taking it', () => {
  for (const { key, history } of orders) {
    history.forEach((act, index) => {
      const before = history[index - 1];
      if (before?.state === 'dispatched' && act.state === 'taken')
        assert.ok(-act.atMinutesAgo <= before.expiresInMinutes, key);
      if (before?.state === 'taken' && act.state === 'under-way')
        assert.ok(Math.abs(before.visit.startsInMinutes + act.atMinutesAgo) <= 15, key);
      if (act.state === 'done') assert.equal(act.minutesServed, (before?.atMinutesAgo ?? 0) - act.atMinutesAgo, key);
    });
  }
});

test('minutes count from the county’s clock, one minute before seven in the evening', () => {
  assert.equal(momentAt(countyClock, 1).toISOString(), '2026-11-22T11:00:00.000Z');
  assert.deepEqual(localTime(countyClock, -1440), { month: 11, day: 21, weekday: 6, minute: 18 * 60 + 59 });
});

test('the clock may be held at any hour', () => {
  for (const now of ['2027-01-05T19:00Z', '2026-07-01T02:00Z'])
    assert.equal(demonstrationOrders(1, new Date(now)).length, 300);
});

test('people act by day, whatever the program does by night', () => {
  for (const { order, act } of allActs) {
    const { minute } = localTime(countyClock, -act.atMinutesAgo);
    if (act.by.kind !== 'system')
      assert.ok(minute >= 390 && minute <= 1350, `${order.key}: ${act.state} at minute ${minute}`);
  }
});

test('notes are the residents’ own words: none twice, in both languages', () => {
  const notes = orders.flatMap(({ note }) => (note === undefined ? [] : [note]));
  assert.ok(notes.length >= 220, String(notes.length));
  assert.equal(new Set(notes.map(({ zh }) => zh)).size, notes.length);
  assert.equal(new Set(notes.map(({ en }) => en)).size, notes.length);
  for (const { zh, en } of notes) {
    assert.match(zh, /\p{Script=Han}{3}/u);
    assert.doesNotMatch(en, /\p{Script=Han}/u, zh);
  }
});

test('no number could be a real one, and no name carries two numbers', () => {
  const phones = new Map<string, string>();
  const staff = new Set(demonstrationPeople.map(({ phone }) => phone));
  for (const { orderedBy } of orders) {
    assert.match(orderedBy.phone, /^1990002\d{4}$/u);
    assert.equal(staff.has(orderedBy.phone), false);
    assert.equal(phones.get(orderedBy.phone) ?? orderedBy.name, orderedBy.name);
    phones.set(orderedBy.phone, orderedBy.name);
  }
  assert.doesNotMatch(JSON.stringify(orders), /(?<!\d)1(?!9900)\d{10}(?!\d)/u);
});

test('the walk finds its orders: the tap waits, the offer runs out, the visit is due, the rating is missing', () => {
  const tap = special('leakingTap');
  assert.equal(stateOf(tap), 'accepted');
  assert.match(tap.note?.zh ?? '', /^厨房水龙头一直滴/u);
  assert.equal(placeByCode(tap.villageCode).zh, '东门社区');
  const offer = special('offerExpiring').history.at(-1);
  assert.ok(
    offer?.state === 'dispatched' && offer.expiresInMinutes === 10 && offer.offeredTo[0]?.key === 'luoxiaochuan',
  );
  const due = special('visitDue').history.at(-1);
  assert.ok(due?.state === 'taken' && due.visit.startsInMinutes === 1 && due.takenBy[0] === 'luoxiaochuan');
  assert.equal(stateOf(special('awaitingRating')), 'confirmed');
});

test('who is turned away hears why and where to go', () => {
  const refused = special('refused').history.at(-1);
  assert.ok(refused?.state === 'refused' && refused.reason.zh !== refused.nextAddress.zh);
  for (const name of ['referred', 'helped', 'disputed', 'cancelled', 'merged', 'paused'] as const)
    assert.equal(stateOf(special(name)), name);
  assert.equal(stateOf(special('visitFailed')), 'visit-failed');
  assert.ok(special('reopened').history.some((act) => act.state === 'accepted' && act.because === 'reopened'));
});

test('a desk that works has little lying about: 3 to 7 things wait for the coordinators, the keeper and the volunteer', () => {
  const waiting = (...states: OrderState[]): OrderContent[] =>
    orders.filter((order) => states.includes(stateOf(order)));
  const staff = waiting('submitted', 'accepted', 'disputed', 'visit-failed').length;
  assert.ok(staff >= 3 && staff <= 7, `coordinators: ${staff}`);
  const dongmen = waiting('submitted', 'accepted', 'done', 'confirmed').filter(
    ({ villageCode }) => placeByCode(villageCode).zh === '东门社区',
  ).length;
  assert.ok(dongmen >= 3 && dongmen <= 7, `keeper: ${dongmen}`);
  for (const key of ['luoxiaochuan', 'sunlidong']) {
    const teams = demonstrationTeams.filter(({ memberKeys }) => memberKeys.includes(key)).map((team) => team.key);
    const own = orders.filter(({ history }) => {
      const last = history.at(-1);
      if (last?.state === 'taken' || last?.state === 'under-way')
        return keptVisits.some(({ order, act }) => order.history === history && act.takenBy.includes(key));
      return (
        last?.state === 'dispatched' &&
        last.offeredTo.some((candidate) => candidate.key === key || teams.includes(candidate.key))
      );
    }).length;
    assert.ok(own >= 1 && own <= 7, `${key}: ${own}`);
  }
});
