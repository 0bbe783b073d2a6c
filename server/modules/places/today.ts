import { wallAt } from '@xiangyin/document/clock';
import type { Tx } from '#platform/transaction';

/** The day of a moment in a time zone, YYYY-MM-DD. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Date(wallAt(at.getTime(), timeZone)).toISOString().slice(0, 10);

/** The county's day at which the transaction began, YYYY-MM-DD. */
export const today = (tx: Tx): string => dayOf(tx.at, tx.ctx.county.timeZone);
