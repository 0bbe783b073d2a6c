import dayjs, { type Dayjs } from 'dayjs';

/** The days of the week as RFC 5545 names them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** A rule as people choose it. */
export interface RuleChoice {
  freq: Frequency;
  interval: number;
  /** Of a week; empty: the day's own. */
  days: Weekday[];
  /** Of a month: `31`, `-1` (its last day), `2TU`, `-1FR`. */
  inMonth: string;
  ends: 'never' | 'until' | 'count';
  until: Dayjs | null;
  count: number;
}

/** The weekday of a day (YYYY-MM-DD). */
export const weekdayOf = (day: string): Weekday => weekdays[(dayjs(day).day() + 6) % 7] ?? 'MO';

/** How a day can be named within its month: by its number, by its weekday, and as the last where it is. */
export function waysInMonth(day: string): string[] {
  const at = dayjs(day);
  const nth = Math.ceil(at.date() / 7);
  const isLastWeek = at.date() + 7 > at.daysInMonth();
  return [
    String(at.date()),
    ...(at.date() === at.daysInMonth() ? ['-1'] : []),
    ...(nth < 5 ? [`${nth}${weekdayOf(day)}`] : []),
    ...(isLastWeek ? [`-1${weekdayOf(day)}`] : []),
  ];
}

/** A rule of RFC 5545 as it is chosen; without one, every week on the day's own weekday. */
export function readRule(rule: string, day: string): RuleChoice {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string | undefined]));
  const until = parts.get('UNTIL');
  const byDay = parts.get('BYDAY');
  const freq = frequencies.find((one) => one === parts.get('FREQ')) ?? 'WEEKLY';
  return {
    freq,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: freq === 'WEEKLY' ? weekdays.filter((one) => (byDay ?? weekdayOf(day)).split(',').includes(one)) : [],
    inMonth: parts.get('BYMONTHDAY') ?? (freq === 'MONTHLY' ? byDay : undefined) ?? String(dayjs(day).date()),
    ends: until ? 'until' : parts.has('COUNT') ? 'count' : 'never',
    until: until ? dayjs(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}`) : null,
    count: Number(parts.get('COUNT') ?? 10),
  };
}

/** The rule of a choice. */
export function writeRule(choice: RuleChoice): string {
  const { freq, interval, days, inMonth, ends, until, count } = choice;
  const isByNumber = /^-?\d+(?:,-?\d+)*$/.test(inMonth);
  return [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(freq === 'WEEKLY' && days.length > 0
      ? [`BYDAY=${weekdays.filter((one) => days.includes(one)).join(',')}`]
      : []),
    ...(freq === 'MONTHLY' ? [`${isByNumber ? 'BYMONTHDAY' : 'BYDAY'}=${inMonth}`] : []),
    ...(ends === 'until' && until ? [`UNTIL=${until.format('YYYYMMDD')}`] : []),
    ...(ends === 'count' ? [`COUNT=${count}`] : []),
  ].join(';');
}
