import type { IsoDay, IsoTime, PageLanguage } from '@xiangyin/server/contract';

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
}

const named = new Map<PageLanguage, Names>();

/** The calendar's words in a language, asked of Intl once. */
function namesIn(language: PageLanguage): Names {
  const known = named.get(language);
  if (known) return known;
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const list = (count: number, options: Intl.DateTimeFormatOptions, dateOf: (index: number) => number) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return Array.from({ length: count }, (_, index) => format.format(dateOf(index)));
  };
  const month = (index: number) => Date.UTC(2026, index, 15);
  const weekday = (index: number) => Date.UTC(2026, 10, 22 + index);
  const names: Names = {
    months: language === 'en' ? list(12, { month: 'long' }, month) : list(12, { month: 'numeric' }, month),
    shortMonths: list(12, { month: 'short' }, month),
    weekdays: list(7, { weekday: 'long' }, weekday),
    shortWeekdays: list(7, { weekday: 'short' }, weekday),
  };
  named.set(language, names);
  return names;
}

/** The formats of one page: `now` is the county's time at rendering. */
export function formatFor(language: PageLanguage, zone: string, now: IsoTime): Format {
  const names = namesIn(language);
  const zh = language === 'zh-CN';
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
  const nearDays: Readonly<Record<number, string>> = zh
    ? { [-1]: '昨天', 0: '今天', 1: '明天' }
    : { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

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
      if (ahead === 1) return tomorrow(time(at), wholeDay, zh);
      if (ahead > 1 && ahead < 7) return weekday(isoDay(at), names.shortWeekdays);
      return dayWords(isoDay(at), zh ? names.months : names.shortMonths);
    },
    calendarDay(date) {
      const words = dayWords(date, names.months);
      return zh ? `${words}（${weekday(date, names.shortWeekdays)}）` : `${weekday(date, names.weekdays)} ${words}`;
    },
    minutes: (total) => (zh ? minutesInChinese(total) : minutesInEnglish(total)),
    seconds(total) {
      const [minutes, seconds] = [Math.floor(total / 60), Math.round(total % 60)];
      const parts = zh
        ? [minutes && (seconds ? `${minutes}分` : `${minutes}分钟`), seconds && `${seconds}秒`]
        : [minutes && `${minutes} min`, seconds && `${seconds} s`];
      return parts.filter(Boolean).join(zh ? '' : ' ');
    },
    number: (value) => value.toLocaleString(zh ? 'zh-CN' : 'en-GB'),
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

function minutesInEnglish(total: number): string {
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  return [hours && plural(hours, 'hour'), minutes && plural(minutes, 'minute')].filter(Boolean).join(' ');
}

function tomorrow(time: string, wholeDay: boolean, zh: boolean): string {
  if (!zh) return 'tomorrow';
  if (wholeDay) return '明天';
  if (time < '10:00') return '明早';
  // What ends at noon ends with the morning.
  if (time <= '12:00') return '明天上午';
  return time <= '18:00' ? '明天下午' : '明晚';
}
