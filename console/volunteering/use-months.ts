import { useTag } from '../kit/language.ts';

/** The names of the twelve months, January first. */
export function useMonths(): string[] {
  const format = new Intl.DateTimeFormat(useTag(), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => format.format(new Date(Date.UTC(2026, at, 15))));
}
