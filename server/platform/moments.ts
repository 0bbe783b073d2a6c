import type { Language, Tag } from './i18n.ts';
import type { Ctx } from './transaction.ts';

/** In which form moments are said: of English the British one, as on every screen; the day stands before the month. */
export const localeOf = (language: Tag): string => (language === 'en' ? 'en-GB' : language);

/** Says moments to the second, in the reader's language and the county's zone: for papers that leave the house. */
export function momentWords({ language, county }: Ctx): (moment: Date | string) => string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: county.timeZone,
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return (moment) => format.format(new Date(moment));
}

/** Says a moment without year and seconds (`12月7日 08:00`), in the reader's language and the county's zone: for lists on a screen. */
export function shortMoment({ language, county }: Ctx, moment: Date): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: county.timeZone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
}

/** Says a day (YYYY-MM-DD) without its year, in the reader's language. */
export function shortDay({ language }: Ctx, day: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(
    Date.parse(day),
  );
}

/** Says a day (YYYY-MM-DD) with its year (`2026年9月1日`, `1 September 2026`), in the language of the paper it stands on; `short` where a column is narrow. */
export function dayOfYear(language: Language, day: string, { short = false } = {}): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', dateStyle: short ? 'medium' : 'long' }).format(
    Date.parse(day),
  );
}
