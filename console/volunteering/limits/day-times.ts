import dayjs, { type Dayjs } from 'dayjs';

/** A minute of the day as the clock shows it: `08:00`. */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A minute of the day as a field holds it. The field knows no 24:00; 23:59 stands for it. */
export const momentAt = (minutes: number): Dayjs => dayjs('2026-01-01').add(Math.min(minutes, 1_439), 'minute');

/** What a field holds, as the minute of the day. */
export const minutesOf = (at: Dayjs): number =>
  at.hour() * 60 + at.minute() === 1_439 ? 1_440 : at.hour() * 60 + at.minute();
