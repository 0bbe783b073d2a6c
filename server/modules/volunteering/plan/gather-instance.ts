import { distanceKm, placeById, placeOrRefuse } from '#places';
import type { Place } from '#places';
import { atOrBelowSql } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { onTheWall } from '../county-day.ts';
import { minutesOf } from '../dispatch/gates/room-left.ts';
import { canGoAs } from '../dispatch/gates/what-they-can.ts';
import { limits } from '../matching/instance.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import { orderColumns, orderTables } from '../order/order-queries.ts';
import { urgencyPoints } from '../order/priority.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { qualifyForAll } from '../round/round-times.ts';
import type { TimedStop } from '../round/round-times.ts';
import { activeVolunteers } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { isThere } from './plan-times.ts';
import { promisedFor, roomOf } from './plan-room.ts';
import { taskTimes, tasksOf } from './plan-tasks.ts';
import type { TaskTime } from './plan-tasks.ts';
import { historyOf } from './plan-history.ts';
import type { History } from './plan-history.ts';

/** What counts, in kilometres: shown on the screen beside every plan. */
export const weights = {
  /** Of the ways that are not known. */
  unknownKm: 5,
  /** Somebody who was at this home before comes as if so much nearer. */
  continuity: -8,
  /** For each skill that the service does not need: somebody else may need it. */
  spareSkill: 0.5,
  /** For the second wish of an order, the third, … */
  laterWish: 2,
  /** A volunteer's first, second, third, fourth visit of the plan, on top. */
  fairness: [0, 4, 12, 30],
  /** An order left without anybody: at once, by what the triage says of its haste, for each day of waiting, and when the time for arranging is over. */
  unserved: 100,
  urgency: urgencyPoints,
  waitingDay: 10,
  overdue: 60,
} as const;
const travel = { leastMinutes: 30, minutesPerKm: 3 };
/** Of those who may go, the nearest are asked; the plan never needs the sixtieth. Of those who may lead so many besides. */
const nearest = 60;
const nearestLeaders = 20;

/** The problem of a plan: orders that wait for dispatch at the place and below, for the services that were chosen, a round as one, and whoever may go to each by the hard rules (`qualify`). Answers also the versions of the orders, and how many of those that wait were looked at. */
export async function gatherInstance(
  tx: Tx,
  asked: { placeId: string; serviceIds: readonly string[]; startsOn: string; days: number; behind: Behind | null },
): Promise<{ instance: DispatchInstance; versions: Map<string, number>; read: OrdersRead }> {
  const { orders, waiting } = await waitingOrders(tx, asked);
  // In one order each time: the same day and seed give the same plan.
  const volunteers = (await activeVolunteers(tx)).toSorted((a, b) => a.number.localeCompare(b.number));
  const history = await historyOf(
    tx,
    orders.map((order) => order.id),
  );
  const homes = new Map(volunteers.map((one) => [one.personId, placeOrRefuse(tx, one.homePlaceId)]));
  const tasks = await tasksOf(tx, orders);
  const mostStops = Math.max(1, ...tasks.map(({ stops }) => stops.length));
  const instance: DispatchInstance = {
    form: 'xiangyin-dispatch-1',
    travel,
    fairness: [...weights.fairness],
    orders: [],
    volunteers: await roomOf(tx, volunteers, { ...asked, mostStops }),
    candidates: [],
  };
  const promised = await promisedFor(tx, orders);
  for (const task of tasks) {
    const { first: order } = task;
    const times = taskTimes(tx, task, asked);
    if (times.length === 0) continue;
    const there = placeById(tx, order.placeId);
    instance.orders.push({
      id: order.id,
      times: times.map(({ slot: { startsAt, endsAt } }) => ({ startsAt, endsAt })),
      ...(there && there.xKm !== null && there.yKm !== null ? { at: [there.xKm, there.yKm] as [number, number] } : {}),
      people: Math.max(1, order.facts.peopleNeeded - (promised.get(order.id)?.people ?? 0)),
      lead: !promised.get(order.id)?.led,
      ...sizeOf(times),
      unservedCost: task.stops.reduce((sum, stop) => sum + unservedCost(stop, tx.at), 0),
    });
    for (const [time, at] of times.entries())
      instance.candidates.push(...(await candidatesAt(tx, order, { time, at, there }, { volunteers, homes, history })));
  }
  return {
    instance,
    read: { orders: orders.length, waiting, last: orders.at(-1) ?? null },
    versions: new Map(instance.orders.map(({ id }) => [id, orders.find((order) => order.id === id)?.version ?? 0])),
  };
}

// A round is as many visits as it has stops, and the ways between them are nobody's service.
function sizeOf([first]: readonly TaskTime[]): { visits?: number; minutes?: number } {
  if (!first || first.stops.length < 2) return {};
  const minutes = first.stops.reduce((sum, { slot }) => sum + minutesOf(slot), 0);
  return { visits: first.stops.length, minutes };
}

/** So many orders, those that are due first, are as much as one plan looks at. */
const mostOrders = limits.orders / 10;

/** The order behind which a plan begins; `lastDueAt` null: one without a time to be met, which come last. */
export interface Behind {
  readonly lastDueAt: Date | null;
  readonly lastOrderId: string;
}

/** How many orders a plan looked at, of how many that waited from where it began on. */
export interface OrdersRead {
  readonly orders: number;
  readonly waiting: number;
  readonly last: Pick<OrderRow, 'id' | 'dueAt'> | null;
}

async function waitingOrders(
  tx: Tx,
  { placeId, serviceIds, behind }: { placeId: string; serviceIds: readonly string[]; behind: Behind | null },
): Promise<{ orders: OrderRow[]; waiting: number }> {
  const values: unknown[] = [tx.countyId];
  const due = `coalesce(o.due_at, 'infinity'::timestamptz)`;
  const parts = [`o.county_id = $1 and o.state = 'accepted' and ${atOrBelowSql(tx, 'o.place_id', placeId, values)}`];
  if (serviceIds.length > 0) parts.push(`o.service_id = any($${values.push(serviceIds)}::uuid[])`);
  if (behind) {
    const at = values.push(behind.lastDueAt, behind.lastOrderId);
    parts.push(`(${due}, o.id) > (coalesce($${at - 1}::timestamptz, 'infinity'), $${at}::uuid)`);
  }
  const where = parts.join(' and ');
  const counted = await tx.client.query<{ count: number }>(
    `select count(*)::int as count from volunteering.orders o where ${where}`,
    values,
  );
  const { rows } = await tx.client.query(
    `select ${orderColumns} from ${orderTables} where ${where} order by ${due}, o.id limit ${mostOrders}`,
    values,
  );
  return { orders: rows as OrderRow[], waiting: counted.rows[0]?.count ?? 0 };
}

/** What it costs to leave an order: urgency and waiting. */
export function unservedCost(order: Pick<OrderRow, 'urgency' | 'happenedAt' | 'dueAt'>, at: Date): number {
  const waited = Math.max(0, Math.floor((at.getTime() - order.happenedAt.getTime()) / 86_400_000));
  const isOverdue = order.dueAt !== null && order.dueAt < at;
  const waiting = weights.waitingDay * Math.min(waited, 60) + (isOverdue ? weights.overdue : 0);
  return weights.unserved + weights.urgency[order.urgency] + waiting;
}

interface Around {
  readonly volunteers: readonly Volunteer[];
  readonly homes: ReadonlyMap<string, Place>;
  readonly history: History;
}

async function candidatesAt(
  tx: Tx,
  order: OrderRow,
  { time, at: { slot, stops }, there }: { time: number; at: TaskTime; there: Place | undefined },
  { volunteers, homes, history }: Around,
): Promise<DispatchInstance['candidates']> {
  const far = (one: Volunteer): number => {
    const home = homes.get(one.personId);
    return (home && there ? distanceKm(home, there) : null) ?? weights.unknownKm;
  };
  const could = volunteers
    .filter((one) => isThere(one.availability, slot.from, tx.ctx.county.timeZone))
    // They have said no to this order: they are not asked again. Nor is who goes already.
    .filter((one) => !history.declined(order.id, one.personId) && !history.isAsked(one.personId, slot))
    .filter((one) => !order.assignedIds.includes(one.personId) || order.visitState !== 'planned')
    .toSorted((a, b) => far(a) - far(b) || a.number.localeCompare(b.number));
  return (await nearestFit(tx, could, stops)).map(({ one, leads }) => {
    const spare = one.skills.filter((skill) => !order.facts.skills.includes(skill)).length;
    return {
      order: order.id,
      volunteer: one.personId,
      time,
      leads,
      cost: {
        distance: far(one),
        ...(history.wasThere(order.id, one.personId) ? { continuity: weights.continuity } : {}),
        ...(spare > 0 ? { spareSkill: spare * weights.spareSkill } : {}),
        ...(slot.wish > 0 ? { laterWish: slot.wish * weights.laterWish } : {}),
      },
    };
  });
}

interface Fit {
  readonly one: Volunteer;
  readonly leads: boolean;
}

// Among those whom the rules let go, not among all: of what few can do, the nearest sixty may all lack it. Looked at in growing parts, for mostly the first is enough.
async function nearestFit(tx: Tx, could: readonly Volunteer[], stops: readonly TimedStop[]): Promise<Fit[]> {
  const able = could.filter((one) =>
    stops.every(({ order, slot }) => canGoAs(one, order.facts, dayOf(tx, slot.startsAt))),
  );
  const fit: Fit[] = [];
  const leading: Fit[] = [];
  for (let from = 0, size = nearest; from < able.length; from += size, size *= 2) {
    const some = able.slice(from, from + size);
    const judged = await qualifyForAll(tx, some, stops);
    for (const one of some) {
      const judgement = judged.get(one.personId);
      if (!judgement?.qualified) continue;
      const found = { one, leads: judgement.leads };
      fit.push(found);
      if (found.leads) leading.push(found);
    }
    if (fit.length >= nearest && leading.length >= nearestLeaders) break;
  }
  const leaders = new Set(leading.slice(0, nearestLeaders));
  return fit.filter((one, at) => at < nearest || leaders.has(one));
}

const dayOf = (tx: Tx, at: Date): string => onTheWall(at, tx.ctx.county.timeZone).day;
