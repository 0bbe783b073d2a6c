import { placeById } from '#places';
import type { Tx } from '#platform/transaction';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import type { Besides } from '../dispatch/gates/gate.ts';
import { minutesOf } from '../dispatch/gates/room-left.ts';
import { travelMinutes } from '../dispatch/gates/when-they-can.ts';
import { qualify } from '../dispatch/qualify.ts';
import type { Qualification, Slot } from '../dispatch/qualify.ts';
import { minutesAfter } from '../order/reminders.ts';
import type { OrderRow } from '../order/order-queries.ts';

/** A stop with its time. */
export interface TimedStop {
  readonly order: OrderRow;
  readonly slot: Slot;
}

/** When each stop is visited: one after the other from the beginning on, each as long as its service lasts, with the way in between. `endsAt` counts for a single one alone. */
export function timedStops(tx: Tx, stops: readonly OrderRow[], from: { startsAt: Date; endsAt?: Date }): TimedStop[] {
  let startsAt = from.startsAt;
  const timed: TimedStop[] = [];
  for (const order of stops) {
    const before = timed.at(-1)?.order;
    if (before) startsAt = minutesAfter(startsAt, wayBetween(tx, before, order));
    const alone = stops.length === 1 ? from.endsAt : undefined;
    const endsAt = alone ?? minutesAfter(startsAt, order.facts.durationMinutes);
    timed.push({ order, slot: { startsAt, endsAt, visitId: order.visitId, order, besides: besidesOf(timed) } });
    startsAt = endsAt;
  }
  return timed;
}

/** What the stops before the next one take of somebody's day and week. */
export const besidesOf = (before: readonly TimedStop[]): Besides => ({
  visits: before.length,
  minutes: before.reduce((sum, { slot }) => sum + minutesOf(slot), 0),
});

/** From one stop to the next, in minutes. */
const wayBetween = (tx: Tx, from: OrderRow, to: OrderRow): number =>
  travelMinutes(placeById(tx, from.placeId) ?? null, placeById(tx, to.placeId) ?? null);

/** Whether each volunteer may make every stop; what speaks against one stop speaks against the round. */
export async function qualifyForAll(
  tx: Tx,
  volunteers: readonly Volunteer[],
  stops: readonly TimedStop[],
): Promise<Map<string, Qualification>> {
  const all = new Map<string, Qualification>();
  for (const { order, slot } of stops)
    for (const [id, judged] of await qualify(tx, order.facts, volunteers, slot)) {
      const before = all.get(id);
      all.set(id, before ? both(before, judged) : judged);
    }
  return all;
}

const both = (one: Qualification, other: Qualification): Qualification => ({
  leads: one.leads && other.leads,
  qualified: one.qualified && other.qualified,
  obstacles: [...new Set([...one.obstacles, ...other.obstacles])],
  blockedBy: [...new Set([...one.blockedBy, ...other.blockedBy])],
  missing: [...new Set([...one.missing, ...other.missing])],
});
