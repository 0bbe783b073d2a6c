import type { Tx } from '#platform/transaction';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone, YYYY-MM-DD. */
export function dayOf(at: Date, timeZone: string): string {
  // Made once for each zone: making one costs more than all else here.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format.format(at);
}

/** The county's day at which the transaction began, YYYY-MM-DD. */
export const today = (tx: Tx): string => dayOf(tx.at, tx.ctx.county.timeZone);
