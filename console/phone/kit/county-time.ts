import { momentAtWall, wallAt } from '@xiangyin/document/clock';
import { tagNow } from './language.ts';

let drift = 0;
let zone = 'Asia/Shanghai';

/** Learns the county's clock (a demonstration keeps its own) and zone from an answer. */
export function learnCountyTime(county: { readonly now: string; readonly timeZone: string }): void {
  drift = Date.parse(county.now) - Date.now();
  zone = county.timeZone;
}

/** What is to be remembered of it, for a phone that opens without a line: how far the phone's own clock is off, in milliseconds. */
export const driftNow = (): number => drift;

/** Goes by what was remembered until an answer says it anew. */
export function recallCountyTime(remembered: { readonly drift: number; readonly timeZone: string }): void {
  drift = remembered.drift;
  zone = remembered.timeZone;
}

/** The county's time in milliseconds. */
export const countyNow = (): number => Date.now() + drift;

/** A moment that this phone's own clock wrote down, by the county's. */
export const fromPhoneClock = (iso: string): string => new Date(Date.parse(iso) + drift).toISOString();

/** `18:05`. */
export const clockOf = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(Date.parse(iso));

/** `2026-11-20`: the day in the county. */
export const dateOf = (iso: string): string => new Date(dayNumber(Date.parse(iso))).toISOString().slice(0, 10);

/** `今天`, `明天`, `11月20日`, with the year when it is another. */
export function dayOf(iso: string): string {
  const away = Math.round((dayNumber(Date.parse(iso)) - dayNumber(countyNow())) / 86_400_000);
  if (Math.abs(away) <= 1) return new Intl.RelativeTimeFormat(tagNow(), { numeric: 'auto' }).format(away, 'day');
  return writtenDay(iso);
}

function writtenDay(iso: string): string {
  const year = (at: number): number => new Date(dayNumber(at)).getUTCFullYear();
  return new Intl.DateTimeFormat(localeNow(), {
    ...(year(Date.parse(iso)) === year(countyNow()) ? {} : { year: 'numeric' }),
    month: tagNow() === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
    timeZone: zone,
  }).format(Date.parse(iso));
}

/** The same of a day that is written `2026-11-20`. */
export const dayOfDate = (on: string): string => dayOf(momentOfWall(`${on}T12:00`));

/** `11月20日`, also when that is today: for what is kept longer than the day. */
export const dateInWords = (on: string): string => writtenDay(momentOfWall(`${on}T12:00`));

/** Today as a heading: `11月22日星期日`, `Sunday 22 November`. */
export const todayLine = (): string =>
  new Intl.DateTimeFormat(localeNow(), { month: 'long', day: 'numeric', weekday: 'long', timeZone: zone }).format(
    countyNow(),
  );

// Days are written in English as the public pages write them.
const localeNow = (): string => (tagNow() === 'en' ? 'en-GB' : tagNow());

// Midnight of that day in the county, as UTC, so that days can be subtracted.
const dayNumber = (at: number): number => Math.floor(wallAt(at, zone) / 86_400_000) * 86_400_000;

/** `今天 18:05`. */
export const momentOf = (iso: string): string => `${dayOf(iso)} ${clockOf(iso)}`;

/** Whole minutes from now until then, by the county's clock; negative when it has passed. */
export const minutesUntil = (iso: string): number => Math.round((Date.parse(iso) - countyNow()) / 60_000);

/** `2026-11-22T18:05`: what the county's clocks show at a moment, as a field for date and time takes it. */
export const wallOf = (iso: string): string => new Date(wallAt(Date.parse(iso), zone)).toISOString().slice(0, 16);

/** The moment at which the county's clocks show this, wherever the phone is. */
export const momentOfWall = (wall: string): string =>
  new Date(momentAtWall(Date.parse(`${wall.slice(0, 16)}:00Z`), zone)).toISOString();
