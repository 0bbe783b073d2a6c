import type { Ctx, Tx } from '#platform/transaction';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether the county's clock shows this hour of the day, or a later one. */
export const isClockHourReached = (ctx: Ctx, hour: number): boolean =>
  Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: ctx.county.timeZone }).format(
      ctx.now(),
    ),
  ) >= hour;

/** The day of the week in the county, 1 Monday to 7 Sunday. */
export const weekdayOf = (tx: Tx): number =>
  weekdays.indexOf(
    new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: tx.ctx.county.timeZone }).format(tx.at),
  ) + 1;
