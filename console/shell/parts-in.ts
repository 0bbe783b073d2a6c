import type { Locale } from 'antd/es/locale/index.js';
import enGB from 'antd/es/locale/en_GB.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { Language } from '../kit/language.ts';

/** Ant Design's own words. In English days stand as everywhere on the screen (22 Nov 2026), and weeks begin on Monday. */
export const partsIn: Readonly<Record<Language, Locale>> = {
  'zh-CN': withDays(zhCN, 'YYYY-MM-DD'),
  en: withDays(enGB, 'D MMM YYYY'),
};

function withDays(words: Locale, day: string): Locale {
  if (!words.DatePicker) return words;
  const lang = { ...words.DatePicker.lang, fieldDateFormat: day, fieldDateTimeFormat: `${day} HH:mm` };
  return { ...words, DatePicker: { ...words.DatePicker, lang } };
}
