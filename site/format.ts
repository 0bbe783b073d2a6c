import type { IsoDay, IsoTime } from '@xiangyin/server/contract';

/** Times and numbers in the reader's words, always in the county's zone. */
export interface Format {
  /** `11月22日`, `22 November`; with the year when it is not this one. */
  day(at: IsoTime): string;
  /** `11月22日 星期日`, `Sunday 22 November`. */
  longDay(at: IsoTime): string;
  /** `09:30`. */
  time(at: IsoTime): string;
  /** `11月22日09:30`, `22 November, 09:30`. */
  dayTime(at: IsoTime): string;
  /** `今天14:05`, `昨天09:10`, `明天08:00`, otherwise as dayTime. Only for pages that are not kept past midnight. */
  nearTime(at: IsoTime): string;
  /** The first column of a list by the clock: `19:30`, `明早`, `周二`, `12月3日`. */
  soon(at: IsoTime, wholeDay: boolean): string;
  /** A calendar day: `11月23日（周一）`. */
  calendarDay(day: IsoDay): string;
  /** `45分钟`, `1小时30分钟`; `1 hour 30 minutes`. */
  minutes(minutes: number): string;
  /** `2分10秒`. */
  seconds(seconds: number): string;
  /** The calendar's year there: 2026. */
  year(at: IsoTime): number;
  /** `1,204`. */
  number(value: number): string;
  /** A month's name: `11月`, `November`. */
  month(month: number): string;
  /** The same as the head of a narrow column: `11月`, `Nov`. */
  shortMonth(month: number): string;
}

interface Names {
  months: readonly string[];
  shortMonths: readonly string[];
  /** Sunday first. */
  weekdays: readonly string[];
  shortWeekdays: readonly string[];
  /** By how many days ahead. */
  nearDays: Readonly<Record<number, string>>;
}

const named = new Map<string, Names>();

/** The calendar's words in a language, asked of Intl once. */
function namesIn(tag: string): Names {
  const known = named.get(tag);
  if (known) return known;
  const locale = localeOf(tag);
  const list = (count: number, options: Intl.DateTimeFormatOptions, dateOf: (index: number) => number) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return Array.from({ length: count }, (_, index) => format.format(dateOf(index)));
  };
  const month = (index: number) => Date.UTC(2026, index, 15);
  const weekday = (index: number) => Date.UTC(2026, 10, 22 + index);
  const names: Names = {
    months: list(12, { month: tag === 'zh-CN' ? 'numeric' : 'long' }, month),
    shortMonths: list(12, { month: 'short' }, month),
    weekdays: list(7, { weekday: 'long' }, weekday),
    shortWeekdays: list(7, { weekday: 'short' }, weekday),
    nearDays: nearDaysIn(locale),
  };
  named.set(tag, names);
  return names;
}

// Of English the British one: the day stands before the month.
const localeOf = (tag: string): string => (tag === 'en' ? 'en-GB' : tag);

/** The formats of one page: `now` is the county's time at rendering. */
export function formatFor(tag: string, zone: string, now: IsoTime): Format {
  const names = namesIn(tag);
  const zh = tag === 'zh-CN';
  const local = localTimesIn(zone);
  const isoDay = (at: IsoTime) => local(at).slice(0, 10);
  const today = isoDay(now);
  const daysAhead = (at: IsoTime) => daysBetween(today, isoDay(at));
  const weekdayOf = (date: IsoDay) => new Date(date).getUTCDay();

  const dayWords = (date: IsoDay, months: readonly string[]) => {
    const month = months[Number(date.slice(5, 7)) - 1] ?? '';
    const day = Number(date.slice(8, 10));
    // A day is read in one go: it stays in one line.
    return zh ? `${month}${day}日` : `${day}\u00a0${month}`;
  };
  const day = (at: IsoTime) => {
    const [date, year] = [isoDay(at), isoDay(at).slice(0, 4)];
    const words = dayWords(date, names.months);
    if (year === today.slice(0, 4)) return words;
    return zh ? `${year}年${words}` : `${words} ${year}`;
  };
  const time = (at: IsoTime) => local(at).slice(11, 16);
  const weekday = (date: IsoDay, of: readonly string[]) => of[weekdayOf(date)] ?? '';
  const joined = (left: string, right: string) => (zh ? `${left}${right}` : `${left}, ${right}`);
  const { nearDays } = names;

  return {
    day,
    time,
    longDay: (at) =>
      zh ? `${day(at)} ${weekday(isoDay(at), names.weekdays)}` : `${weekday(isoDay(at), names.weekdays)} ${day(at)}`,
    dayTime: (at) => joined(day(at), time(at)),
    nearTime(at) {
      const near = nearDays[daysAhead(at)];
      if (near === undefined) return joined(day(at), time(at));
      return zh ? `${near}${time(at)}` : `${near} ${time(at)}`;
    },
    soon(at, wholeDay) {
      const ahead = daysAhead(at);
      if (ahead === 0) return wholeDay ? (nearDays[0] ?? '') : time(at);
      if (ahead === 1) return zh ? tomorrow(time(at), wholeDay) : (nearDays[1] ?? '');
      if (ahead > 1 && ahead < 7) return weekday(isoDay(at), names.shortWeekdays);
      return dayWords(isoDay(at), zh ? names.months : names.shortMonths);
    },
    calendarDay(date) {
      const words = dayWords(date, names.months);
      return zh ? `${words}（${weekday(date, names.shortWeekdays)}）` : `${weekday(date, names.weekdays)} ${words}`;
    },
    minutes: (total) => (zh ? minutesInChinese(total) : minutesIn(tag, total)),
    seconds(total) {
      const [minutes, seconds] = [Math.floor(total / 60), Math.round(total % 60)];
      const parts = zh
        ? [minutes && (seconds ? `${minutes}分` : `${minutes}分钟`), seconds && `${seconds}秒`]
        : [minutes && lengthIn(tag, minutes, 'minute', 'short'), seconds && lengthIn(tag, seconds, 'second', 'short')];
      return parts.filter(Boolean).join(zh ? '' : ' ');
    },
    year: (at) => Number(isoDay(at).slice(0, 4)),
    number: (value) => value.toLocaleString(localeOf(tag)),
    month: (month) => names.months[month - 1] ?? '',
    shortMonth: (month) => (zh ? names.months : names.shortMonths)[month - 1] ?? '',
  };
}

const zones = new Map<string, (at: IsoTime) => string>();

/** `2026-11-22 18:42` in a zone. Asking Intl costs some microseconds and a page asks a hundred times, so the last few thousand answers are kept. */
function localTimesIn(zone: string): (at: IsoTime) => string {
  const known = zones.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const kept = new Map<IsoTime, string>();
  const local = (at: IsoTime) => {
    const answer = kept.get(at) ?? format.format(new Date(at));
    if (kept.size > 5000) kept.clear();
    kept.set(at, answer);
    return answer;
  };
  zones.set(zone, local);
  return local;
}

const daysBetween = (from: IsoDay, to: IsoDay) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const minutesInChinese = (total: number) =>
  `${total >= 60 ? `${Math.floor(total / 60)}小时` : ''}${total % 60 ? `${total % 60}分钟` : ''}`;

function minutesIn(tag: string, total: number): string {
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  return [hours && lengthIn(tag, hours, 'hour', 'long'), minutes && lengthIn(tag, minutes, 'minute', 'long')]
    .filter(Boolean)
    .join(' ');
}

const lengths = new Map<string, Intl.NumberFormat>();
const shortInEnglish = { hour: 'h', minute: 'min', second: 's' };

function lengthIn(
  tag: string,
  count: number,
  unit: keyof typeof shortInEnglish,
  unitDisplay: 'long' | 'short',
): string {
  // As timetables write them, without a plural.
  if (tag === 'en' && unitDisplay === 'short') return `${count} ${shortInEnglish[unit]}`;
  const key = `${tag} ${unit} ${unitDisplay}`;
  const format = lengths.get(key) ?? new Intl.NumberFormat(localeOf(tag), { style: 'unit', unit, unitDisplay });
  lengths.set(key, format);
  return format.format(count);
}

function nearDaysIn(locale: string): Readonly<Record<number, string>> {
  const days = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return { [-1]: days.format(-1, 'day'), 0: days.format(0, 'day'), 1: days.format(1, 'day') };
}

function tomorrow(time: string, wholeDay: boolean): string {
  if (wholeDay) return '明天';
  if (time < '10:00') return '明早';
  // What ends at noon ends with the morning.
  if (time <= '12:00') return '明天上午';
  return time <= '18:00' ? '明天下午' : '明晚';
}
