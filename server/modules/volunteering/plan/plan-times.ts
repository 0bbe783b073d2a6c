import type { Tx } from '#platform/transaction';
import { dayAfter, midnightOf, onTheWall } from '../county-day.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { isInSeason } from '../service/season.ts';
import type { Window } from '../volunteer/volunteer-queries.ts';

/** A time at which an order could be served: in minutes since the plan's first midnight, and as moments. `wish`: which of the order's wishes it answers, from 0. */
export interface Slot {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly from: Date;
  readonly to: Date;
  readonly wish: number;
}

const minute = 60_000;
const hours: Readonly<Record<string, readonly number[]>> = {
  morning: [9],
  afternoon: [14],
  evening: [18],
  any: [9, 14],
};
const most = 8;

/** The times of an order within a plan, best wish first: at nine, two or six on the days wished that lie in the service's season, or on every such day of the plan where none was. Where somebody has promised already, that time alone. */
export function timesOf(
  tx: Tx,
  order: Pick<OrderRow, 'wishes' | 'facts' | 'visitState' | 'visitStartsAt' | 'visitEndsAt' | 'assignedIds'>,
  asked: { startsOn: string; days: number },
): Slot[] {
  const midnight = midnightOf(asked.startsOn, tx.ctx.county.timeZone);
  const promised = promisedTime(order);
  if (promised) return isWithin(tx, promised, asked) ? [slotAt(midnight, promised)] : [];
  const days = Array.from({ length: asked.days }, (_, n) => dayAfter(asked.startsOn, n));
  const wishes = order.wishes.length > 0 ? order.wishes : [{ on: null, part: 'any' as const }];
  const slots: Slot[] = [];
  for (const [wish, { on, part }] of wishes.entries())
    for (const [n, day] of days.entries()) {
      if ((on !== null && on !== day) || !isInSeason(order.facts.season, day)) continue;
      for (const hour of hours[part] ?? []) {
        const startsAt = n * 1_440 + hour * 60;
        const from = new Date(midnight.getTime() + startsAt * minute);
        if (from <= tx.at || slots.some((slot) => slot.startsAt === startsAt)) continue;
        const endsAt = startsAt + order.facts.durationMinutes;
        slots.push({ startsAt, endsAt, from, to: new Date(midnight.getTime() + endsAt * minute), wish });
      }
    }
  return slots.slice(0, most);
}

/** When the others of a visit that some have promised are to come; undefined: nobody has. */
export function promisedTime({
  visitState,
  visitStartsAt,
  visitEndsAt,
  assignedIds,
}: Pick<OrderRow, 'visitState' | 'visitStartsAt' | 'visitEndsAt' | 'assignedIds'>):
  | { from: Date; to: Date }
  | undefined {
  if (visitState !== 'planned' || assignedIds.length === 0 || !visitStartsAt || !visitEndsAt) return undefined;
  return { from: visitStartsAt, to: visitEndsAt };
}

function isWithin(tx: Tx, { from }: { from: Date }, { startsOn, days }: { startsOn: string; days: number }): boolean {
  const { day } = onTheWall(from, tx.ctx.county.timeZone);
  return from > tx.at && startsOn <= day && day < dayAfter(startsOn, days);
}

function slotAt(midnight: Date, { from, to }: { from: Date; to: Date }): Slot {
  const minutesTo = (at: Date): number => (at.getTime() - midnight.getTime()) / minute;
  return { startsAt: minutesTo(from), endsAt: minutesTo(to), from, to, wish: 0 };
}

/** Whether somebody can come at that moment; without any windows they can always. */
export function isThere(windows: readonly Window[], at: Date, timeZone: string): boolean {
  if (windows.length === 0) return true;
  const { weekday, minuteOfDay } = onTheWall(at, timeZone);
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return windows.some(
    (window) =>
      window.weekdays.includes(weekday) && minutes(window.from) <= minuteOfDay && minuteOfDay < minutes(window.to),
  );
}
