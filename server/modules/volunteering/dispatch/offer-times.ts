import { earliestAllowed, quietHoursOf } from '#notices';
import type { QuietHours } from '#notices';
import type { Tx } from '#platform/transaction';
import type { Limits } from '../contract.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { minutesAfter } from '../order/reminders.ts';
import { limitsFor } from '../service/limits.ts';
import { awakeMinutesAfter } from './awake-time.ts';

/** When an offer is made, when those who have not answered are reminded, and when it ends. */
export interface OfferTimes {
  readonly at: Date;
  readonly halfAt: Date;
  readonly expiresAt: Date;
}

/** When somebody is not expected to answer; null: it cannot wait, the time runs at night too. */
export type Quiet = QuietHours | null;

/** The time that somebody has to answer, from `at` on, and never beyond `before`. Their quiet hours do not count, and nobody is reminded in them. */
export function offerTimes(tx: Tx, minutes: number, span: { at: Date; before: Date; quiet: Quiet }): OfferTimes {
  const { at, before, quiet } = span;
  const zone = tx.ctx.county.timeZone;
  return timesUntil(tx, quiet ? awakeMinutesAfter(at, minutes, quiet, zone) : minutesAfter(at, minutes), span, before);
}

/** How long an order stands open to everybody: `minutes`, and into the morning where they would end in the night. */
export function openTimes(tx: Tx, minutes: number, span: { at: Date; before: Date; quiet: Quiet }): OfferTimes {
  const end = minutesAfter(span.at, minutes);
  return timesUntil(tx, awake(tx, end, span.quiet), span, span.before);
}

function timesUntil(tx: Tx, end: Date, { at, quiet }: { at: Date; quiet: Quiet }, before: Date): OfferTimes {
  const expiresAt = earlier(end, before);
  const half = new Date((at.getTime() + expiresAt.getTime()) / 2);
  return { at, halfAt: earlier(awake(tx, half, quiet), expiresAt), expiresAt };
}

const awake = (tx: Tx, at: Date, quiet: Quiet): Date =>
  quiet ? earliestAllowed(at, quiet, tx.ctx.county.timeZone) : at;

/** Of two moments the first. */
export const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** When nobody is expected to answer who has set no quiet hours: outside the hours that the limits name for offers. */
export const nightOf = ({ offersAnsweredFrom: from, offersAnsweredUntil: until }: Limits): QuietHours =>
  until - from === 1_440 ? { quietFrom: null, quietUntil: null } : { quietFrom: until % 1_440, quietUntil: from };

/** Whose quiet hours an order's offers respect: their own, or the night of the order's limits, which also holds for a team and for everybody (no person). What is urgent respects none. */
export async function quietFor(
  tx: Tx,
  order: Pick<OrderRow, 'serviceId' | 'level' | 'urgency'>,
  personIds: readonly string[],
  urgent = order.urgency === 'urgent',
): Promise<(personId?: string) => Quiet> {
  if (urgent) return () => null;
  const night = nightOf(await limitsFor(tx, order.serviceId, order.level));
  const own = await quietHoursOf(tx, personIds);
  return (personId) => (personId ? own.get(personId) : undefined) ?? night;
}
