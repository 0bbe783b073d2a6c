/** When the demonstration's clock is held: one minute before the evening's notice is due. */
export const countyClock = new Date('2026-11-22T18:59:00+08:00');

/** The fictional county keeps UTC+8 all year. */
const minutesAheadOfUtc = 480;

/** A moment as the county's wall clock and calendar show it. */
export interface LocalTime {
  month: number;
  day: number;
  /** ISO: 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** Minutes since local midnight. */
  minute: number;
}

/** The local time `inMinutes` after `now` (negative: before). */
export function localTime(now: Date, inMinutes: number): LocalTime {
  const shifted = new Date(now.getTime() + (inMinutes + minutesAheadOfUtc) * 60_000);
  return {
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay() === 0 ? 7 : shifted.getUTCDay(),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/** "08:30" as minutes since midnight. */
export function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The same moment if the wall clock shows between `from` and `to`, otherwise the next time it shows `from`. All in minutes from `now`. */
export function withinHours(now: Date, inMinutes: number, from: string, to: string): number {
  const { minute } = localTime(now, inMinutes);
  if (minute >= minuteOf(from) && minute <= minuteOf(to)) return inMinutes;
  return inMinutes + minuteOf(from) - minute + (minute > minuteOf(to) ? 1440 : 0);
}

/** Minutes from `now` to a wall-clock time, `days` days later (0 is today, negative is past). */
export function minutesTo(now: Date, days: number, time: string): number {
  return days * 1440 + minuteOf(time) - localTime(now, 0).minute;
}

/** Minutes from `now` as a moment. */
export function momentAt(now: Date, inMinutes: number): Date {
  return new Date(now.getTime() + inMinutes * 60_000);
}
