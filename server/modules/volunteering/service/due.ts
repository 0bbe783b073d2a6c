import { workingDayAfter } from '#places';
import type { County } from '#platform/county';
import type { Tx } from '#platform/transaction';
import type { Limits, Urgency } from '../contract.ts';
import { dayAfter, momentOn, onTheWall } from '../county-day.ts';

/** By when an order that was placed, disputed or left open at `from` must be answered. Minutes run only while somebody is there to answer. */
export const answerBy = (tx: Tx, from: Date, limits: Limits): Date =>
  limits.answerWithinWorkingDays === null
    ? afterAttendedMinutes(from, limits.answerWithinMinutes, limits, tx.ctx.county.timeZone)
    : endOfWorkingDay(tx.ctx.county, from, limits.answerWithinWorkingDays);

/** By when somebody must be found for an order accepted at `from`. A time in minutes that would end while nobody is there ends when somebody is again, unless the order is urgent. */
export function arrangeBy(tx: Tx, from: Date, limits: Limits, urgency: Urgency): Date {
  const { timeZone } = tx.ctx.county;
  if (limits.arrangeWithinWorkingDays !== null)
    return endOfWorkingDay(tx.ctx.county, from, limits.arrangeWithinWorkingDays);
  const end = new Date(from.getTime() + limits.arrangeWithinMinutes * 60_000);
  return urgency === 'urgent' ? end : attendedFrom(end, limits, timeZone);
}

/** By when what ended at `from` stands in the ledger: within ten working days (志愿服务记录与证明出具办法 art. 11); `workingDays` names an earlier one. */
export const recordBy = (county: County, from: Date, workingDays = 10): Date =>
  endOfWorkingDay(county, from, workingDays);

/** So many minutes after `from`, of those between `answeredFrom` and `answeredUntil` of each day. `order-figures` says the same to the database. */
function afterAttendedMinutes(
  from: Date,
  minutes: number,
  { answeredFrom, answeredUntil }: Pick<Limits, 'answeredFrom' | 'answeredUntil'>,
  timeZone: string,
): Date {
  const { day, minuteOfDay } = onTheWall(from, timeZone);
  const length = answeredUntil - answeredFrom;
  const gone = Math.min(length, Math.max(0, minuteOfDay - answeredFrom));
  const days = Math.ceil((gone + minutes) / length) - 1;
  const end = momentOn(dayAfter(day, days), answeredFrom + gone + minutes - days * length, timeZone);
  const isAttended = minuteOfDay >= answeredFrom && minuteOfDay < answeredUntil;
  return new Date(end.getTime() + (isAttended ? from.getTime() % 60_000 : 0));
}

// The last minute at which somebody is there counts as attended.
function attendedFrom(
  at: Date,
  { answeredFrom, answeredUntil }: Pick<Limits, 'answeredFrom' | 'answeredUntil'>,
  timeZone: string,
): Date {
  const { day, minuteOfDay } = onTheWall(at, timeZone);
  if (minuteOfDay < answeredFrom) return momentOn(day, answeredFrom, timeZone);
  return minuteOfDay <= answeredUntil ? at : momentOn(dayAfter(day, 1), answeredFrom, timeZone);
}

/** The last minute of the working day that is so many after `from`, on the county's wall (民法典 art. 203). */
function endOfWorkingDay(county: County, from: Date, workingDays: number): Date {
  const last = workingDayAfter(county, onTheWall(from, county.timeZone).day, workingDays);
  return momentOn(last, 1_439, county.timeZone);
}
