import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Wish } from '../contract.ts';
import { dayAfter, onTheWall } from '../county-day.ts';

/** How far ahead one may order, in days. */
export const daysAhead = 60;

/** So far a clock may be wrong. */
const clockMilliseconds = 5 * 60_000;

/** Whether one moment was before another by more than a clock may be wrong. */
export const isBefore = (one: Date, other: Date): boolean => other.getTime() - one.getTime() > clockMilliseconds;

/** When something happened that is entered now. Refuses: TimeInFuture (422) beyond a few minutes of a wrong clock. */
export function whenHappened(tx: Tx, happenedAt: Date | undefined): Date {
  if (!happenedAt) return tx.at;
  if (happenedAt.getTime() > tx.at.getTime() + clockMilliseconds)
    refuse('TimeInFuture', {}, [{ path: '/happenedAt', code: 'in_future' }]);
  return happenedAt;
}

/** The same of an order: nothing became of it before it was given. Refuses besides: BadRequest (400), `before_order`. */
export function whenHappenedTo(tx: Tx, order: { readonly happenedAt: Date }, happenedAt: Date | undefined): Date {
  const at = whenHappened(tx, happenedAt);
  if (at < order.happenedAt && happenedAt) refuse('BadRequest', {}, [{ path: '/happenedAt', code: 'before_order' }]);
  return at;
}

/** The same of an offer: nobody answered before they were asked. By a clock that is a few minutes behind it was answered at once. Refuses besides: BadRequest (400), `before_offer`. */
export function whenAnswered(
  tx: Tx,
  order: { readonly happenedAt: Date },
  offer: { readonly madeAt: Date },
  answeredAt: Date | undefined,
): Date {
  const at = whenHappened(tx, answeredAt);
  if (!answeredAt || at >= offer.madeAt) return at;
  if (!isBefore(at, offer.madeAt)) return offer.madeAt;
  whenHappenedTo(tx, order, answeredAt);
  return refuse('BadRequest', {}, [{ path: '/happenedAt', code: 'before_offer' }]);
}

const endOfPart = { morning: 13, afternoon: 19, evening: 24, any: 24 } as const;

/** Refuses wishes that lie in the past (TimeInPast, 422) or too far ahead (TimeTooFar, 422). `at` is when the order was given: on paper, earlier than it is typed in. */
export function mustBeInTime(tx: Tx, wishes: readonly Wish[], at: Date): void {
  const now = onTheWall(at, tx.ctx.county.timeZone);
  const latest = dayAfter(now.day, daysAhead);
  wishes.forEach((wish, index) => {
    if (wish.on === null) return;
    const over = wish.on < now.day || (wish.on === now.day && now.hour >= endOfPart[wish.part]);
    if (over) refuse('TimeInPast', {}, [{ path: `/wishes/${index}/on`, code: 'in_past' }]);
    if (wish.on > latest) refuse('TimeTooFar', { days: daysAhead }, [{ path: `/wishes/${index}/on`, code: 'too_far' }]);
  });
}
