import { momentAtWall, wallAt } from '@xiangyin/document/clock';

/** A moment on the county's wall: its day (YYYY-MM-DD), hour, minute of the day, month (1 to 12) and ISO weekday (1 is Monday). */
export function onTheWall(
  at: Date,
  timeZone: string,
): { day: string; hour: number; minuteOfDay: number; month: number; weekday: number } {
  const wall = new Date(wallAt(at.getTime(), timeZone));
  const hour = wall.getUTCHours();
  return {
    day: wall.toISOString().slice(0, 10),
    hour,
    minuteOfDay: hour * 60 + wall.getUTCMinutes(),
    month: wall.getUTCMonth() + 1,
    weekday: wall.getUTCDay() || 7,
  };
}

/** The calendar day so many days after `day`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The moment at which the county's wall shows a day and a minute of it (0 to 1440). */
export const momentOn = (day: string, minuteOfDay: number, timeZone: string): Date =>
  new Date(momentAtWall(Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000, timeZone));

/** The first moment of a day in the county. */
export const midnightOf = (day: string, timeZone: string): Date => momentOn(day, 0, timeZone);

/** The first moment of the day after the one in which `at` lies, in the county's zone. */
export const nextMidnight = (at: Date, timeZone: string): Date =>
  midnightOf(dayAfter(onTheWall(at, timeZone).day, 1), timeZone);

/** The Monday of the week in which a calendar day lies. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return dayAfter(day, 1 - weekday);
}

/** Whole years between two calendar days. */
export const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
