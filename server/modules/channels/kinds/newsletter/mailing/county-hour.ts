import { wallAt } from '@xiangyin/document/clock';
import type { Ctx, Tx } from '#platform/transaction';

/** Whether the county's clock shows this hour of the day, or a later one. */
export const isClockHourReached = (ctx: Ctx, hour: number): boolean =>
  new Date(wallAt(ctx.now().getTime(), ctx.county.timeZone)).getUTCHours() >= hour;

/** The day of the week in the county, 1 Monday to 7 Sunday. */
export const weekdayOf = (tx: Tx): number => new Date(wallAt(tx.at.getTime(), tx.ctx.county.timeZone)).getUTCDay() || 7;
