import type { WeekWindow } from '../contract.ts';

const dayNames = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** Opening hours in words: `周一至周六 8:30 到 17:30`; empty when nobody said. */
export const hoursInWords = (hours: readonly WeekWindow[], language: 'zh-CN' | 'en'): string =>
  hours
    .map(
      (window) =>
        `${daysInWords(window.weekdays, language)} ${clock(window.from)}${language === 'en' ? ' to ' : ' 到 '}${clock(window.to)}`,
    )
    .join(language === 'en' ? '; ' : '；');

const clock = (time: string): string => time.replace(/^0/, '');

function daysInWords(weekdays: readonly number[], language: 'zh-CN' | 'en'): string {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b);
  const name = (day: number | undefined): string => dayNames[language][(day ?? 1) - 1] ?? '';
  if (days.length === 7) return language === 'en' ? 'Every day' : '每天';
  const unbroken = days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);
  if (unbroken && days.length > 2)
    return language === 'en' ? `${name(days[0])} to ${name(days.at(-1))}` : `${name(days[0])}至${name(days.at(-1))}`;
  return days.map(name).join(language === 'en' ? ', ' : '、');
}
