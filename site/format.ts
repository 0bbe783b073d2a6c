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
  /** A month's name: `11月`. */
  month(month: number): string;
}

const made = new Map<string, ZonedFormats>();

interface ZonedFormats {
  day: Intl.DateTimeFormat;
  dayOfYear: Intl.DateTimeFormat;
  shortDay: Intl.DateTimeFormat;
  weekday: Intl.DateTimeFormat;
  shortWeekday: Intl.DateTimeFormat;
  time: Intl.DateTimeFormat;
  month: Intl.DateTimeFormat;
  iso: Intl.DateTimeFormat;
}

// Making an Intl format costs some 30 µs, using one 1 µs: they are kept per language and zone.
function zonedFormats(language: PageLanguage, zone: string): ZonedFormats {
  const key = `${language} ${zone}`;
  const known = made.get(key);
  if (known) return known;
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const formats: ZonedFormats = {
    day: of({ month: 'long', day: 'numeric' }),
    dayOfYear: of({ year: 'numeric', month: 'long', day: 'numeric' }),
    shortDay: of({ month: 'short', day: 'numeric' }),
    weekday: of({ weekday: 'long' }),
    shortWeekday: of({ weekday: 'short' }),
    time: of({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    month: of({ month: 'long' }),
    iso: new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  };
  made.set(key, formats);
  return formats;
}

/** The formats of one page: `now` is the county's time at rendering. */
export function formatFor(language: PageLanguage, zone: string, now: IsoTime): Format {
  const f = zonedFormats(language, zone);
  const utc = zonedFormats(language, 'UTC');
  const zh = language === 'zh-CN';
  const isoDay = (at: IsoTime) => f.iso.format(new Date(at));
  const today = isoDay(now);
  const daysAhead = (at: IsoTime) => daysBetween(today, isoDay(at));

  const day = (at: IsoTime) => (isoDay(at).startsWith(today.slice(0, 4)) ? f.day : f.dayOfYear).format(new Date(at));
  const time = (at: IsoTime) => f.time.format(new Date(at));
  const joined = (left: string, right: string) => (zh ? `${left}${right}` : `${left}, ${right}`);
  const nearDays = zh ? { '-1': '昨天', '0': '今天', '1': '明天' } : { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' };

  return {
    day,
    time,
    longDay: (at) => (zh ? `${day(at)} ${f.weekday.format(new Date(at))}` : `${f.weekday.format(new Date(at))} ${day(at)}`),
    dayTime: (at) => joined(day(at), time(at)),
    nearTime(at) {
      const near = nearDays[String(daysAhead(at)) as keyof typeof nearDays];
      if (near === undefined) return joined(day(at), time(at));
      return zh ? `${near}${time(at)}` : `${near} ${time(at)}`;
    },
    soon(at, wholeDay) {
      const ahead = daysAhead(at);
      if (ahead === 0) return wholeDay ? nearDays['0'] : time(at);
      if (ahead === 1) return tomorrow(time(at), wholeDay, zh);
      if (ahead > 1 && ahead < 7) return f.shortWeekday.format(new Date(at));
      return f.shortDay.format(new Date(at));
    },
    calendarDay(isoDate) {
      const noon = new Date(`${isoDate}T12:00:00Z`);
      return zh ? `${utc.day.format(noon)}（${utc.shortWeekday.format(noon)}）` : `${utc.weekday.format(noon)} ${utc.day.format(noon)}`;
    },
    minutes(total) {
      const [hours, minutes] = [Math.floor(total / 60), total % 60];
      const parts = zh
        ? [hours ? `${hours}小时` : '', minutes ? `${minutes}分钟` : '']
        : [hours ? plural(hours, 'hour') : '', minutes ? plural(minutes, 'minute') : ''];
      return parts.filter(Boolean).join(zh ? '' : ' ');
    },
    seconds(total) {
      const [minutes, seconds] = [Math.floor(total / 60), Math.round(total % 60)];
      if (zh) return `${minutes ? `${minutes}分` : ''}${seconds || !minutes ? `${seconds}秒` : minutes ? '钟' : ''}`;
      return [minutes ? `${minutes} min` : '', seconds || !minutes ? `${seconds} s` : ''].filter(Boolean).join(' ');
    },
    number: (value) => value.toLocaleString(zh ? 'zh-CN' : 'en-GB'),
    month: (month) => utc.month.format(Date.UTC(2026, month - 1, 15)),
  };
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const daysBetween = (from: IsoDay, to: IsoDay) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function tomorrow(time: string, wholeDay: boolean, zh: boolean): string {
  if (!zh) return 'tomorrow';
  if (wholeDay) return '明天';
  if (time < '10:00') return '明早';
  if (time < '12:00') return '明天上午';
  return time < '18:00' ? '明天下午' : '明晚';
}
