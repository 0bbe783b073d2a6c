import ICAL from 'ical.js';
import { refuse } from './refuse.ts';

const mostCount = 400;
/** With twelve months between, the 31st of a month with thirty days would never come. */
const mostInterval = 11;
const partsOf: Readonly<Record<string, readonly string[]>> = {
  DAILY: [],
  WEEKLY: ['BYDAY'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY'],
  YEARLY: [],
};
const weekday = /^(?:MO|TU|WE|TH|FR|SA|SU)$/;
const nthWeekday = /^(?:-1|[1-5])(?:MO|TU|WE|TH|FR|SA|SU)$/;

/** A rule of repetition (RFC 5545 §3.3.10) in its settled form: every day, week, month or year, by weekdays, days of the month or the nth weekday of it, without an end, until a day or so many times. Refuses: BadRequest (400) for everything else, and for a rule that names no day. */
export function settledRule(text: string): string {
  const wrong = (): never => refuse('BadRequest', {}, [{ path: '/rule', code: 'invalid_value' }]);
  const named = new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string | undefined]),
  );
  const known = partsOf[named.get('FREQ') ?? ''] ?? wrong();
  const byDay = named.get('BYDAY')?.split(',') ?? [];
  const byMonthDay = named.get('BYMONTHDAY')?.split(',') ?? [];
  const until = named.get('UNTIL');
  const holds =
    named.size === text.split(';').length &&
    [...named.keys()].every((part) => ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', ...known].includes(part)) &&
    isBetween(named.get('INTERVAL') ?? '1', 1, mostInterval) &&
    isBetween(named.get('COUNT') ?? '1', 1, mostCount) &&
    !(named.has('COUNT') && named.has('UNTIL')) &&
    !(named.has('BYDAY') && named.has('BYMONTHDAY')) &&
    (until === undefined || isDay(until)) &&
    byDay.every((one) => (named.get('FREQ') === 'WEEKLY' ? weekday : nthWeekday).test(one)) &&
    byMonthDay.every((one) => one === '-1' || isBetween(one, 1, 31)) &&
    byDay.length + byMonthDay.length <= 31;
  return holds ? [...named].map(([part, value]) => `${part}=${value ?? ''}`).join(';') : wrong();
}

function isBetween(text: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function isDay(text: string): boolean {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return /^\d{8}$/.test(text) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
}

/** The days of a settled rule that begins on a day, between two days, both included; in order. */
export function ruleDays(rule: string, startsOn: string, from: string, until: string): string[] {
  const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(startsOn));
  const found: string[] = [];
  for (let next = days.next(); next; next = days.next()) {
    const day = next.toString().slice(0, 10);
    if (day > until) break;
    if (day >= from) found.push(day);
  }
  return found;
}

/** The same rule, ending on a day. */
export function endingOn(rule: string, day: string): string {
  const parts = rule.split(';').filter((part) => !/^(?:COUNT|UNTIL)=/.test(part));
  return [...parts, `UNTIL=${day.replaceAll('-', '')}`].join(';');
}

/** What is left of a rule that begins on a day when it is taken up on a later one: of so many times, the rest. */
export function restFrom(rule: string, startsOn: string, day: string): string {
  const count = /(?:^|;)COUNT=(\d+)/.exec(rule)?.[1];
  if (count === undefined) return rule;
  const before = ruleDays(rule, startsOn, startsOn, dayBefore(day)).length;
  return rule.replace(/(^|;)COUNT=\d+/, `$1COUNT=${Math.max(1, Number(count) - before)}`);
}

/** A day so many days after another one (YYYY-MM-DD). */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day before one. */
export const dayBefore = (day: string): string => daysAfter(day, -1);
