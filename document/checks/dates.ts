import { eachMatch, type Check } from './check.ts';
import type { Found } from './finding.ts';

const zhDays = ['日', '一', '二', '三', '四', '五', '六'];
const enDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const enMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const zhDate =
  /(?<![农阴]历|\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号](?:(?<gap>[（(，, ]?)(?<word>星期|周|礼拜)(?<day>[一二三四五六日天])(?![年刊报至到—～]))?/gu;
const day = `(?<day>${enDays.join('|')})`;
const month = `(?<month>${enMonths.join('|')})`;
const enDate = new RegExp(
  `\\b${day},? (?:the )?(?<date>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?:,? (?<year>\\d{4}))?\\b`,
  'gu',
);
const enDateAmerican = new RegExp(
  `\\b${day},? ${month} (?<date>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<year>\\d{4}))?`,
  'gu',
);

/** 日期: days that do not exist, and dates that fall on another day of the week. A date without a year is read as the one nearest to the story's day. */
export const dates: Check = {
  id: 'dates',
  languages: ['zh', 'en'],
  find({ plain }, { day: storyDay }) {
    return [
      ...eachMatch(plain, zhDate, ({ 0: words, 1: y, 2: m, 3: d, groups }) => {
        const when = { year: y === undefined ? null : Number(y), month: Number(m), date: Number(d) };
        if (!exists(when)) return { why: 'no-such-day', values: { words }, suggestion: null };
        const { word, day: said } = groups ?? {};
        if (word === undefined || said === undefined) return null;
        return onAnother(when, storyDay, zhDays.indexOf(said === '天' ? '日' : said), (right) => ({
          words,
          right: `${word}${zhDays[right] ?? ''}`,
          suggestion: words.slice(0, -1) + (zhDays[right] ?? ''),
        }));
      }),
      ...[enDate, enDateAmerican].flatMap((pattern) =>
        eachMatch(plain, pattern, ({ 0: words, groups }) => {
          const { day: said = '', month: name = '', date: number, year } = groups ?? {};
          const when = {
            year: year === undefined ? null : Number(year),
            month: enMonths.indexOf(name) + 1,
            date: Number(number),
          };
          if (!exists(when)) return { why: 'no-such-day', values: { words }, suggestion: null };
          return onAnother(when, storyDay, enDays.indexOf(said), (right) => ({
            words,
            right: enDays[right] ?? '',
            suggestion: words.replace(said, enDays[right] ?? said),
          }));
        }),
      ),
    ];
  },
};

interface When {
  readonly year: number | null;
  readonly month: number;
  readonly date: number;
}

function exists({ year, month, date }: When): boolean {
  const found = new Date(Date.UTC(year ?? 2024, month - 1, date));
  return month >= 1 && month <= 12 && date >= 1 && found.getUTCMonth() === month - 1;
}

/** The day of the week is another than was said; null when it fits or the year cannot be known. */
function onAnother(
  when: When,
  storyDay: string | null,
  said: number,
  words: (right: number) => { words: string; right: string; suggestion: string },
): Omit<Found, 'from' | 'to'> | null {
  const year = when.year ?? nearestYear(when, storyDay);
  if (year === null || !exists({ ...when, year })) return null;
  const right = new Date(Date.UTC(year, when.month - 1, when.date)).getUTCDay();
  if (right === said) return null;
  const { suggestion, ...values } = words(right);
  return { why: 'weekday', values: { ...values, year: String(year) }, suggestion };
}

function nearestYear({ month, date }: When, storyDay: string | null): number | null {
  const at = storyDay === null ? Number.NaN : Date.parse(`${storyDay}T00:00:00Z`);
  if (Number.isNaN(at)) return null;
  const present = new Date(at).getUTCFullYear();
  const away = (year: number): number => Math.abs(Date.UTC(year, month - 1, date) - at);
  return [present - 1, present, present + 1].reduce((best, year) => (away(year) < away(best) ? year : best));
}
