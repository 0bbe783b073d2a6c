import { countyClock } from './county-time.ts';
import type { OrderContent } from './order-content.ts';
import { newDiary } from './orders/diary.ts';
import { notesFrom } from './orders/making.ts';
import type { Making } from './orders/making.ts';
import { mergedOrders } from './orders/merged.ts';
import { ordinaryOrders } from './orders/ordinary.ts';
import { residentsFrom } from './orders/residents.ts';
import { specialOrders } from './orders/special.ts';
import { turnedAwayOrders } from './orders/turned-away-orders.ts';
import { chanceFrom } from './random.ts';

export { stateOf } from './order-content.ts';
export type { OrderContent, OrderState } from './order-content.ts';
export { specialOrderKeys } from './orders/special-keys.ts';

/** How many orders there are. */
export const orderCount = 300;

/** The demonstration's 300 orders of the last 60 days, oldest first; the same seed and clock give the same orders.
 *  Nobody in them is at two visits at once, unqualified, or out of their hours. */
export function demonstrationOrders(seed: number, now: Date = countyClock): OrderContent[] {
  const chance = chanceFrom(seed);
  const making: Making = {
    now,
    chance,
    diary: newDiary(),
    residentIn: residentsFrom(chance),
    noteFor: notesFrom(chance),
  };
  const special = specialOrders(now);
  for (const act of special.flatMap(({ history }) => history))
    if (act.state === 'taken') making.diary.book(act.takenBy, act.visit);
  const turnedAway = turnedAwayOrders(making);
  const ordinary = ordinaryOrders(making, orderCount - special.length - turnedAway.length - 3);
  const merged = mergedOrders(chance, ordinary);
  const placedAgo = ({ history }: OrderContent): number => history[0]?.atMinutesAgo ?? 0;
  return [...special, ...turnedAway, ...ordinary, ...merged].sort((a, b) => placedAgo(b) - placedAgo(a));
}
