import { distanceKm, placeById, placeOrRefuse } from '#places';
import type { Place } from '#places';
import { atOrBelowSql } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { limits } from '../matching/instance.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import { orderColumns, orderTables } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { qualifyForAll } from '../round/round-times.ts';
import { activeVolunteers } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { isThere } from './plan-times.ts';
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
  /** An order left without anybody: at once, for each day of waiting, and when the time for arranging is over. */
  unserved: 100,
  waitingDay: 10,
  overdue: 60,
} as const;
const mostVisits = 4;
const mostPerDay = 2;
const travel = { leastMinutes: 30, minutesPerKm: 3 };
/** Of those who could come, the nearest are asked; the plan never needs the sixtieth. */
const nearest = 60;

/** The problem of a plan: orders that wait for dispatch at the place and below, a round as one, and whoever may go to each by the hard rules (`qualify`). Answers also the versions of the orders. */
export async function gatherInstance(
  tx: Tx,
  asked: { placeId: string; startsOn: string; days: number },
): Promise<{ instance: DispatchInstance; versions: Map<string, number> }> {
  const orders = await waitingOrders(tx, asked.placeId);
  const volunteers = await activeVolunteers(tx);
  const history = await historyOf(
    tx,
    orders.map((order) => order.id),
  );
  const homes = new Map(volunteers.map((one) => [one.personId, placeOrRefuse(tx, one.homePlaceId)]));
  const instance: DispatchInstance = {
    form: 'xiangyin-dispatch-1',
    travel,
    fairness: [...weights.fairness],
    orders: [],
    volunteers: volunteers.map((one) => ({ id: one.personId, mostVisits, mostPerDay })),
    candidates: [],
  };
  for (const task of await tasksOf(tx, orders)) {
    const { first: order } = task;
    const times = taskTimes(tx, task, asked);
    if (times.length === 0) continue;
    const there = placeById(tx, order.placeId);
    instance.orders.push({
      id: order.id,
      times: times.map(({ slot: { startsAt, endsAt } }) => ({ startsAt, endsAt })),
      ...(there && there.xKm !== null && there.yKm !== null ? { at: [there.xKm, there.yKm] as [number, number] } : {}),
      people: order.facts.peopleNeeded,
      lead: true,
      unservedCost: task.stops.reduce((sum, stop) => sum + unservedCost(stop, tx.at), 0),
    });
    for (const [time, at] of times.entries())
      instance.candidates.push(...(await candidatesAt(tx, order, { time, at, there }, { volunteers, homes, history })));
  }
  return {
    instance,
    versions: new Map(instance.orders.map(({ id }) => [id, orders.find((order) => order.id === id)?.version ?? 0])),
  };
}

async function waitingOrders(tx: Tx, placeId: string): Promise<OrderRow[]> {
  const values: unknown[] = [tx.countyId];
  const inPlace = atOrBelowSql(tx, 'o.place_id', placeId, values);
  const { rows } = await tx.client.query(
    `select ${orderColumns} from ${orderTables} where o.county_id = $1 and o.state = 'accepted' and ${inPlace} order by coalesce(o.due_at, 'infinity'::timestamptz), o.id limit ${limits.orders / 10}`,
    values,
  );
  return rows as OrderRow[];
}

/** What it costs to leave an order: urgency and waiting. */
export function unservedCost(order: Pick<OrderRow, 'happenedAt' | 'dueAt'>, at: Date): number {
  const waited = Math.max(0, Math.floor((at.getTime() - order.happenedAt.getTime()) / 86_400_000));
  const isOverdue = order.dueAt !== null && order.dueAt < at;
  return weights.unserved + weights.waitingDay * Math.min(waited, 60) + (isOverdue ? weights.overdue : 0);
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
    .filter((one) => one.withinKm === null || far(one) <= one.withinKm)
    // They have said no to this order: they are not asked again.
    .filter((one) => !history.declined(order.id, one.personId) && !history.isAsked(one.personId, slot))
    .toSorted((a, b) => far(a) - far(b) || a.number.localeCompare(b.number))
    .slice(0, nearest);
  const judged = await qualifyForAll(tx, could, stops);
  return could.flatMap((one) => {
    const judgement = judged.get(one.personId);
    if (!judgement?.qualified) return [];
    const spare = one.skills.filter((skill) => !order.facts.skills.includes(skill)).length;
    return {
      order: order.id,
      volunteer: one.personId,
      time,
      leads: judgement.leads,
      cost: {
        distance: far(one),
        ...(history.wasThere(order.id, one.personId) ? { continuity: weights.continuity } : {}),
        ...(spare > 0 ? { spareSkill: spare * weights.spareSkill } : {}),
        ...(slot.wish > 0 ? { laterWish: slot.wish * weights.laterWish } : {}),
      },
    };
  });
}
