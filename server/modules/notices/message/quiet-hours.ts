import { wallAt } from '@xiangyin/document/clock';

/** A person's quiet hours as minutes of the day in the county's zone; both null: none. May pass midnight (22:00 to 7:00). */
export interface QuietHours {
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
}

/** The first moment from `at` on that lies outside the quiet hours. */
export function earliestAllowed(at: Date, hours: QuietHours, timeZone: string): Date {
  const { quietFrom: from, quietUntil: until } = hours;
  if (from === null || until === null || from === until) return at;
  const now = minuteOfDay(at, timeZone);
  const quiet = from < until ? now >= from && now < until : now >= from || now < until;
  if (!quiet) return at;
  const wait = (until - now + 1_440) % 1_440;
  const morning = new Date(at.getTime() + wait * 60_000 - (at.getTime() % 60_000));
  // Where the clock was put on or back in between, the morning comes an hour earlier or later.
  const shift = ((until - minuteOfDay(morning, timeZone) + 2_160) % 1_440) - 720;
  return new Date(morning.getTime() + shift * 60_000);
}

const minuteOfDay = (at: Date, timeZone: string): number => Math.floor(wallAt(at.getTime(), timeZone) / 60_000) % 1_440;
