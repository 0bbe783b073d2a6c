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
const zhWord = '(?<word>星期|周|礼拜)(?<day>[一二三四五六日天])';
const zhDay = '(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<date>\\d{1,2})[日号]';
// A part of the day may stand between: 7月12日上午（星期日）.
const zhDate = new RegExp(
  `(?<![农阴]历|\\d)${zhDay}(?:(?:上午|中午|下午|傍晚|晚上?|凌晨|清晨|早上?)?[（(，, ]?(?:是|为)?${zhWord}(?![年刊报至到—～]))?`,
  'gu',
);
// As most news has it: 周日（7月12日）.
const zhDateBehind = new RegExp(`${zhWord}[（(]${zhDay}`, 'gu');
const figureDate =
  /(?<![\d./-])(?<year>(?:19|20)\d{2})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<date>\d{1,2})(?![\d./-])(?:[（(，, ]?(?<word>星期|周|礼拜)(?<day>[一二三四五六日天])(?![年刊报至到—～]))?/gu;
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

// Behind a month a number may count something else: since September 57 bicycles were mended.
const enNoWeekday = [
  new RegExp(`\\b(?<date>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?:,? (?<year>\\d{4}))?\\b`, 'gu'),
  new RegExp(`\\b${month} (?<date>[12]?\\d|3[01])(?:st|nd|rd|th)?\\b(?!,? ?\\d{1,3}\\b)(?:,? (?<year>\\d{4}))?`, 'gu'),
];

/** 日期: days that do not exist, and dates that fall on another day of the week. A date without a year is read as the one nearest to the story's day. */
export const dates: Check = {
  id: 'dates',
  languages: ['zh', 'en'],
  find({ plain }, { day: storyDay }) {
    return [
      ...[zhDateBehind, zhDate, figureDate].flatMap((pattern) =>
        eachMatch(plain, pattern, ({ 0: words, groups }) => {
          const { year, month: m, date, word, day: said } = groups ?? {};
          const when = { year: year === undefined ? null : Number(year), month: Number(m), date: Number(date) };
          if (!exists(when)) return { why: 'no-such-day', values: { words }, suggestion: null };
          if (word === undefined || said === undefined) return null;
          return onAnother(when, storyDay, zhDays.indexOf(said === '天' ? '日' : said), words, (right) => ({
            right: `${word}${zhDays[right] ?? ''}`,
            suggestion: words.replace(`${word}${said}`, `${word}${zhDays[right] ?? ''}`),
          }));
        }),
      ),
      ...[enDate, enDateAmerican].flatMap((pattern) =>
        eachMatch(plain, pattern, ({ 0: words, groups }) => {
          const { day: said = '', month: name = '', date: number, year } = groups ?? {};
          const when = {
            year: year === undefined ? null : Number(year),
            month: enMonths.indexOf(name) + 1,
            date: Number(number),
          };
          if (!exists(when)) return { why: 'no-such-day', values: { words }, suggestion: null };
          return onAnother(when, storyDay, enDays.indexOf(said), words, (right) => ({
            right: enDays[right] ?? '',
            suggestion: words.replace(said, enDays[right] ?? said),
          }));
        }),
      ),
      ...enNoWeekday.flatMap((pattern) =>
        eachMatch(plain, pattern, ({ 0: words, groups }) => {
          const { month: name = '', date, year } = groups ?? {};
          const when = {
            year: year === undefined ? null : Number(year),
            month: enMonths.indexOf(name) + 1,
            date: Number(date),
          };
          return exists(when) ? null : { why: 'no-such-day', values: { words }, suggestion: null };
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
  words: string,
  rightly: (right: number) => { right: string; suggestion: string },
): Omit<Found, 'from' | 'to'> | null {
  const year = when.year ?? nearestYear(when, storyDay);
  if (year === null) return null;
  // The 29th of February of a year that has none.
  if (!exists({ ...when, year })) return { why: 'no-such-day', values: { words }, suggestion: null };
  const right = new Date(Date.UTC(year, when.month - 1, when.date)).getUTCDay();
  if (right === said) return null;
  const { suggestion, right: rightDay } = rightly(right);
  return { why: 'weekday', values: { words, right: rightDay, year: String(year) }, suggestion };
}

function nearestYear({ month, date }: When, storyDay: string | null): number | null {
  const at = storyDay === null ? Number.NaN : Date.parse(`${storyDay}T00:00:00Z`);
  if (Number.isNaN(at)) return null;
  const present = new Date(at).getUTCFullYear();
  const away = (year: number): number => Math.abs(Date.UTC(year, month - 1, date) - at);
  return [present - 1, present, present + 1].reduce((best, year) => (away(year) < away(best) ? year : best));
}
