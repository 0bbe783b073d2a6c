import type dayjs from 'dayjs';
import { tagNow, type Language, type Tag } from './language.ts';

/** How a day is said: with its year or without, a month or a tick on an axis. */
export type DayForm = 'day' | 'dayOfYear' | 'tick' | 'month' | 'monthOfYear';

const patterns: Readonly<Record<Language, Readonly<Record<DayForm, string>>>> = {
  'zh-CN': { day: 'YYYY年M月D日', dayOfYear: 'M月D日', tick: 'M/D', month: 'YYYY年M月', monthOfYear: 'M月' },
  en: { day: 'D MMM YYYY', dayOfYear: 'D MMM', tick: 'D MMM', month: 'MMMM YYYY', monthOfYear: 'MMM' },
};

const parts: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  dayOfYear: { day: 'numeric', month: 'short' },
  tick: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthOfYear: { month: 'short' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day of a calendar in words: by the patterns of our two languages, in a further one as Intl says it. */
export function dayWords(day: dayjs.Dayjs, form: DayForm, tag: Tag = tagNow()): string {
  if (tag === 'zh-CN' || tag === 'en') return day.format(patterns[tag === 'en' ? 'en' : 'zh-CN'][form]);
  const key = `${tag} ${form}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, { ...parts[form], timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(Date.UTC(day.year(), day.month(), day.date()));
}
