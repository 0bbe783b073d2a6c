import type { OrderLine, Urgency } from '../contract.ts';
import type { OrderRow } from './order-queries.ts';
import { waitsForPeople } from './states.ts';

/** Points for what the triage says of an order. */
export const urgencyPoints: Readonly<Record<Urgency, number>> = { usual: 0, soon: 40, urgent: 100 };
/** One point for each whole hour since it was ordered, at most so many. */
export const mostWaitingPoints = 120;
/** Points for one whose time for answering or arranging is over. */
export const latePoints = 60;

const hourMilliseconds = 3_600_000;

/** In what order people are found: urgency + hours waited + lateness. Its parts stand on the screen; nothing about a person counts, only the order and the clock. */
export function priorityOf(
  order: Pick<OrderRow, 'urgency' | 'happenedAt' | 'dueAt'>,
  at: Date,
): NonNullable<OrderLine['priority']> {
  const waited = Math.floor((at.getTime() - order.happenedAt.getTime()) / hourMilliseconds);
  const urgency = urgencyPoints[order.urgency];
  const waiting = Math.min(mostWaitingPoints, Math.max(0, waited));
  const late = order.dueAt !== null && order.dueAt < at ? latePoints : 0;
  return { points: urgency + waiting + late, urgency, waiting, late };
}

/** The same in SQL, for orders `o` at the time of the parameter; -1 where nobody is to be found any more: those stand last. */
export const prioritySql = (at: string): string =>
  `case when o.state not in (${[...waitsForPeople].map((state) => `'${state}'`).join(', ')}) then -1 else (case o.urgency when 'urgent' then ${urgencyPoints.urgent} when 'soon' then ${urgencyPoints.soon} else ${urgencyPoints.usual} end
    + least(${mostWaitingPoints}, greatest(0, floor(extract(epoch from (${at}::timestamptz - o.happened_at)) / 3600)))::int
    + case when o.due_at < ${at}::timestamptz then ${latePoints} else 0 end) end`;
