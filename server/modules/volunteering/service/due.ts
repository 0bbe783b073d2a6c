import { workingDayAfter } from '#places';
import type { County } from '#platform/county';
import type { Tx } from '#platform/transaction';
import type { Limits } from '../contract.ts';
import { nextMidnight, onTheWall } from '../county-day.ts';

/** By when an order that was placed, disputed or left open at `from` must be answered. */
export const answerBy = (tx: Tx, from: Date, limits: Limits): Date =>
  due(tx, from, limits.answerWithinMinutes, limits.answerWithinWorkingDays);

/** By when somebody must be found for an order accepted at `from`. */
export const arrangeBy = (tx: Tx, from: Date, limits: Limits): Date =>
  due(tx, from, limits.arrangeWithinMinutes, limits.arrangeWithinWorkingDays);

/** By when what ended at `from` stands in the ledger: within ten working days (志愿服务记录与证明出具办法 art. 11); `workingDays` names an earlier one. */
export const recordBy = (county: County, from: Date, workingDays = 10): Date =>
  endOfWorkingDay(county, from, workingDays);

// A time in working days ends with the last minute of the last of them, on the county's wall (民法典 art. 203).
function due(tx: Tx, from: Date, minutes: number, workingDays: number | null): Date {
  if (workingDays === null) return new Date(from.getTime() + minutes * 60_000);
  return endOfWorkingDay(tx.ctx.county, from, workingDays);
}

/** The last minute of the working day that is so many after `from`. */
function endOfWorkingDay(county: County, from: Date, workingDays: number): Date {
  const last = workingDayAfter(county, onTheWall(from, county.timeZone).day, workingDays);
  const noon = new Date(`${last}T12:00:00Z`);
  return new Date(endOf(last, noon, county.timeZone).getTime() - 60_000);
}

// Noon in Greenwich is the same day, the one before or the one after, as the zone has it.
function endOf(day: string, about: Date, timeZone: string): Date {
  const there = onTheWall(about, timeZone).day;
  const within = there === day ? about : new Date(about.getTime() + (there < day ? 1 : -1) * 43_200_000);
  return nextMidnight(within, timeZone);
}
