import { randomUUID } from 'node:crypto';
import type { TestWorld } from '../world.ts';
import { asked, cookieOf } from './act.ts';
import type { Act, Ground } from './act.ts';

const newOrder = (ground: Ground, phone: string) => ({
  serviceId: ground.service,
  placeId: ground.place,
  channel: 'phone',
  contacts: [{ name: '王秀英', phone }],
  address: '柳河村3号',
  note: '龙头滴水',
  consentRead: true,
});

let orders = 0;
const nextPhone = (): string => `1381234${String((orders += 1)).padStart(4, '0')}`;

/** An order by telephone; answers its id. */
async function placeOrder(county: TestWorld, ground: Ground): Promise<string> {
  return String((await asked(county, 'coordinator', '/orders', newOrder(ground, nextPhone()))).body['orderId']);
}

/** An order by telephone. It is told from all others by its note. */
export async function prepareOrder(county: TestWorld, ground: Ground): Promise<Act> {
  const note = `龙头滴水 ${randomUUID()}`;
  const order = '(select order_id::text from volunteering.order_details where note = $1)';
  return {
    path: '/orders',
    body: { ...newOrder(ground, nextPhone()), note },
    cookie: await cookieOf(county, 'coordinator'),
    key: randomUUID(),
    effects: [
      { what: 'order', sql: `select count(*) from volunteering.orders where id::text in ${order}`, values: [note] },
      {
        what: 'event',
        sql: `select count(*) from platform.events where name = 'order.submitted' and subject_id in ${order}`,
        values: [note],
      },
      {
        what: 'audit row',
        sql: `select count(*) from platform.audit where noun = 'order' and subject_id in ${order}`,
        values: [note],
      },
    ],
  };
}

/** An order that was accepted: it waits for dispatch. */
async function acceptedOrder(county: TestWorld, ground: Ground): Promise<string> {
  const order = await placeOrder(county, ground);
  await asked(county, 'coordinator', `/orders/${order}/triages`, { verdict: 'accept' });
  return order;
}

/** An order for which somebody is asked to go. */
export const prepareDispatch = async (county: TestWorld, ground: Ground): Promise<Act> =>
  dispatchOf(county, ground, await acceptedOrder(county, ground), 48 + orders * 5);

async function dispatchOf(county: TestWorld, ground: Ground, order: string, hoursAhead: number): Promise<Act> {
  // A time of its own for each order, so that one volunteer may be asked again and again.
  const startsAt = new Date(county.clock.now().getTime() + hoursAhead * 3_600_000).toISOString();
  return {
    path: `/orders/${order}/dispatches`,
    body: { candidates: [{ kind: 'volunteer', id: ground.volunteer }], startsAt },
    cookie: await cookieOf(county, 'coordinator'),
    key: randomUUID(),
    effects: [
      { what: 'offer', sql: 'select count(*) from volunteering.offers where order_id = $1', values: [order] },
      { what: 'visit', sql: 'select count(*) from volunteering.visits where order_id = $1', values: [order] },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'order.dispatched'",
        values: [order],
      },
    ],
  };
}

/** An offer that its volunteer accepts. */
export async function prepareAcceptance(county: TestWorld, ground: Ground): Promise<Act> {
  const order = await acceptedOrder(county, ground);
  return acceptanceOf(county, ground, order, 48 + orders * 5);
}

async function acceptanceOf(county: TestWorld, ground: Ground, order: string, hoursAhead: number): Promise<Act> {
  const dispatch = await dispatchOf(county, ground, order, hoursAhead);
  await asked(county, 'coordinator', dispatch.path, dispatch.body);
  const seen = await county.as('coordinator').get(`/orders/${order}`);
  const offer = String(Object(seen.body['offers'])[0]?.id);
  return {
    path: `/offers/${offer}/answers`,
    body: { answer: 'accept' },
    cookie: await cookieOf(county, 'volunteer'),
    key: randomUUID(),
    effects: [
      {
        what: 'assignment',
        sql: 'select count(*) from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id where v.order_id = $1',
        values: [order],
      },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'order.taken'",
        values: [order],
      },
      {
        what: 'move to taken',
        sql: "select count(*) from platform.moves where subject_id = $1 and noun = 'order' and to_state = 'taken'",
        values: [order],
      },
    ],
  };
}

/** A visit that is due, and its volunteer is at the door. The visits of one volunteer lie apart: the county's time goes on between them. */
export async function prepareArrival(county: TestWorld, ground: Ground): Promise<Act> {
  const { order, visit } = await dueVisit(county, ground);
  return {
    path: `/visits/${visit}/check-ins`,
    body: {},
    cookie: await cookieOf(county, 'volunteer'),
    key: randomUUID(),
    effects: [
      {
        what: 'visit that has begun',
        sql: "select count(*) from volunteering.visits where id = $1 and state = 'under-way' and checked_in_at is not null",
        values: [visit],
      },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'visit.begun'",
        values: [order],
      },
      {
        what: 'move of the visit',
        sql: "select count(*) from platform.moves where subject_id = $1 and noun = 'visit' and to_state = 'under-way'",
        values: [visit],
      },
    ],
  };
}

/** A visit that is over, and whoever ordered says that it was done. */
export async function prepareConfirmation(county: TestWorld, ground: Ground): Promise<Act> {
  const { order, visit } = await dueVisit(county, ground);
  await asked(county, 'volunteer', `/visits/${visit}/check-ins`, {});
  await asked(county, 'volunteer', `/visits/${visit}/completions`, { minutesServed: 30 });
  return {
    path: `/orders/${order}/confirmations`,
    body: {},
    cookie: await cookieOf(county, 'coordinator'),
    key: randomUUID(),
    effects: [
      { what: 'entry of hours', sql: 'select count(*) from volunteering.hours where visit_id = $1', values: [visit] },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'order.confirmed'",
        values: [order],
      },
      {
        what: 'move to confirmed',
        sql: "select count(*) from platform.moves where subject_id = $1 and noun = 'order' and to_state = 'confirmed'",
        values: [order],
      },
    ],
  };
}

// In half an hour: from two hours before, its volunteer may arrive.
async function dueVisit(county: TestWorld, ground: Ground): Promise<{ order: string; visit: string }> {
  const order = await acceptedOrder(county, ground);
  const acceptance = await acceptanceOf(county, ground, order, 0.5);
  await asked(county, 'volunteer', acceptance.path, acceptance.body);
  const seen = await county.as('coordinator').get(`/orders/${order}`);
  return { order, visit: String(Object(seen.body['visits'])[0]?.id) };
}
