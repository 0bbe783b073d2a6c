import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { useMe } from './session.ts';
import { dayWords } from './day-words.ts';
import { useTag, type Tag } from './language.ts';
import { wordsIn, type SameWords } from './texts.ts';
import { timeTexts } from './time-texts.ts';
import { wallClock } from './wall-clock.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Times of the record in the county's zone and the reader's language. */
export interface Times {
  /** `今天 18:05`, `11月20日 18:05`, with the year when it is another. */
  at(iso: string): string;
  /** `2026年11月20日 18:05`: for paper, where "today" soon says nothing. */
  dated(iso: string): string;
  /** The day alone. */
  on(iso: string): string;
  /** A day of the calendar (YYYY-MM-DD) in words. */
  day(day: string): string;
  /** `18:05`. */
  clock(iso: string): string;
  /** `还有 12 分钟`, `现在到时间`, `晚了 2 小时`. */
  until(iso: string): string;
  /** Milliseconds until then, by the county's clock; negative when past. */
  left(iso: string): number;
  /** `30 分钟`, `2 小时`. */
  span(minutes: number): string;
  /** The county's time now. */
  now(): dayjs.Dayjs;
  /** A time of the record in the county's zone. */
  zoned(iso: string): dayjs.Dayjs;
}

let drift = 0;

/** The county may keep its own clock (the demonstration does): learns how far it is from this machine's. */
export function learnCountyTime(now: string): void {
  drift = Date.parse(now) - Date.now();
}

/** Milliseconds of the county's clock. */
export const countyNow = (): number => Date.now() + drift;

/** The times of the signed-in person's county. Sessions, codes and tokens count in real time: `real` for them. */
export function useTimes(clock: 'county' | 'real' = 'county'): Times {
  const zone = useMe().county.timeZone;
  const tag = useTag();
  return timesFor(zone, tag, clock === 'real' ? Date.now : countyNow);
}

function timesFor(zone: string, tag: Tag, clockNow: () => number): Times {
  const words = wordsIn(timeTexts, tag);
  const zoned = (iso: string | number) => dayjs(iso).tz(zone);
  const wall = (iso: string) => wallClock(Date.parse(iso), zone);
  const now = () => zoned(clockNow());
  const left = (iso: string) => Date.parse(iso) - clockNow();
  const dayOf = (iso: string): string => dayName(wall(iso));
  const dayName = (then: dayjs.Dayjs): string => {
    const today = wallClock(clockNow(), zone);
    const days = then.startOf('day').diff(today.startOf('day'), 'day');
    const known = [words.yesterday, words.today, words.tomorrow][days + 1];
    return known ?? dayWords(then, then.year() === today.year() ? 'dayOfYear' : 'day', tag);
  };
  const span = (minutes: number) => spanIn(words, minutes);
  return {
    zoned,
    now,
    left,
    span,
    on: dayOf,
    day: (day) => dayName(dayjs.utc(day)),
    clock: (iso) => wall(iso).format('HH:mm'),
    dated: (iso) => `${dayWords(wall(iso), 'day', tag)} ${wall(iso).format('HH:mm')}`,
    at: (iso) => `${dayOf(iso)} ${wall(iso).format('HH:mm')}`,
    until: (iso) => {
      const minutes = Math.round(left(iso) / 60_000);
      if (minutes === 0) return words.dueNow;
      return minutes > 0 ? words.left(span(minutes)) : words.late(span(-minutes));
    },
  };
}

function spanIn(words: SameWords<(typeof timeTexts)['zh-CN']>, minutes: number): string {
  if (minutes < 90) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.round(minutes / 60));
  return words.days(Math.round(minutes / 1_440));
}

/** What was picked on a calendar, meant in the county's zone, as the API takes it. */
export const fromCounty = (picked: dayjs.Dayjs, zone: string): string =>
  dayjs.tz(picked.format('YYYY-MM-DDTHH:mm:ss'), zone).toISOString();

/** A time of the record as a calendar shows it. */
export const toCounty = (iso: string, zone: string): dayjs.Dayjs =>
  dayjs(dayjs(iso).tz(zone).format('YYYY-MM-DDTHH:mm:ss'));
