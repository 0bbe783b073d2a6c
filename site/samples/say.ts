import type { PageLanguage } from '@xiangyin/server/contract';

/** Chooses the words of a sample by the page's language. */
export type Say = <T>(zh: T, en: T) => T;

export const sayIn =
  (language: PageLanguage): Say =>
  (zh, en) =>
    language === 'en' ? en : zh;

/** Times of the sample county: the day's hour and minute in its zone (UTC+8), `day` days from Sunday 22 November 2026. */
export const at = (hour: number, minute = 0, day = 0) =>
  new Date(Date.UTC(2026, 10, 22 + day, hour - 8, minute)).toISOString();
