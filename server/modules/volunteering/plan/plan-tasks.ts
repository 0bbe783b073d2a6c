import type { Tx } from '#platform/transaction';
import { onTheWall } from '../county-day.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { stopsOf } from '../round/round-queries.ts';
import { timedStops } from '../round/round-times.ts';
import type { TimedStop } from '../round/round-times.ts';
import { timesOf } from './plan-times.ts';
import type { Slot } from './plan-times.ts';

/** What one volunteer takes as a whole: an order, or the stops of a round that wait. The plan knows it by its first order. */
interface Task {
  readonly first: OrderRow;
  readonly stops: readonly OrderRow[];
}

/** A time of a task, with the times of its stops. */
export interface TaskTime {
  readonly slot: Slot;
  readonly stops: readonly TimedStop[];
}

/** The tasks that these orders are. A round of which a stop is offered by now is left out. */
export async function tasksOf(tx: Tx, orders: readonly OrderRow[]): Promise<Task[]> {
  const tasks: Task[] = [];
  const seen = new Set<string>();
  for (const order of orders) {
    if (!order.roundId) tasks.push({ first: order, stops: [order] });
    if (!order.roundId || seen.has(order.roundId)) continue;
    seen.add(order.roundId);
    const open = (await stopsOf(tx, order.roundId)).filter(
      ({ state }) => state === 'accepted' || state === 'dispatched',
    );
    const [first] = open;
    if (first && open.every(({ state }) => state === 'accepted')) tasks.push({ first, stops: open });
  }
  return tasks;
}

/** The times of a task within a plan, as its first order wishes, on the days that all its stops wish. */
export function taskTimes(tx: Tx, { first, stops }: Task, asked: { startsOn: string; days: number }): TaskTime[] {
  const dayOf = ({ from }: Slot): string => onTheWall(from, tx.ctx.county.timeZone).day;
  const wished = stops.slice(1).map((stop) => new Set(timesOf(tx, stop, asked).map(dayOf)));
  return timesOf(tx, first, asked)
    .filter((slot) => wished.every((days) => days.has(dayOf(slot))))
    .map((slot) => {
      const timed = timedStops(tx, stops, { startsAt: slot.from, endsAt: slot.to });
      const to = timed.at(-1)?.slot.endsAt ?? slot.to;
      return {
        slot: { ...slot, to, endsAt: slot.startsAt + (to.getTime() - slot.from.getTime()) / 60_000 },
        stops: timed,
      };
    });
}
