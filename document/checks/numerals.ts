import { eachMatch, type Check } from './check.ts';

const han: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const worth: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000, 百: 100, 十: 10 };

/** 数字用法: one kind of numerals within a number and a date, half-width, years in full (GB/T 15835). */
export const numerals: Check = {
  id: 'numerals',
  languages: ['zh'],
  find({ plain }) {
    return [
      ...eachMatch(plain, /[０-９]+(?:[．.][０-９]+)?/gu, ([words]) => ({
        why: 'full-width-numeral',
        values: { words },
        suggestion: words.replace(/[０-９．]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
      })),
      ...eachMatch(
        plain,
        /(?<![\d.第百千万亿])(\d{1,4})([百千])(?=多?(?:元|人|名|户|亩|余|个|吨|斤|公斤|件|份|场|次|万))(?!千克)/gu,
        ([words, number = '', unit = '']) => ({
          why: 'mixed-numeral',
          values: { words },
          suggestion: number + (unit === '百' ? '00' : '000'),
        }),
      ),
      // Taken together, for half of it put right would be another number.
      ...eachMatch(
        plain,
        /(?<![\d.第])(?:\d{1,4}万)?(?:\d千)?(?:\d百)?(?:\d十)?(?=多?(?:元|人|名|户|亩|余|个|吨|斤|公斤|件|份|场|次))/gu,
        ([words]) => {
          const parts = [...words.matchAll(/(\d+)([万千百十])/gu)];
          if (parts.length < 2) return null;
          const sum = parts.reduce((all, [, count, unit = '']) => all + Number(count) * (worth[unit] ?? 0), 0);
          return { why: 'mixed-numeral', values: { words }, suggestion: String(sum) };
        },
      ),
      ...eachMatch(
        plain,
        /(?<![第\d])\d+[十百千](?:零)?[一二三四五六七八九]+(?=[元人名户亩个吨斤件份场次])/gu,
        ([words]) => ({
          why: 'mixed-numeral',
          values: { words },
          suggestion: null,
        }),
      ),
      ...eachMatch(
        plain,
        /\d{4}年([一二三四五六七八九十]{1,2})月|[〇零一二三四五六七八九]{4}年\d{1,2}月|(?<!\d)\d{1,2}月([一二三四五六七八九十]{1,3})日/gu,
        ([words]) => ({
          why: 'mixed-date',
          values: { words },
          suggestion: null,
        }),
      ),
      ...eachMatch(
        plain,
        /(?<![〇零一二三四五六七八九])([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]/gu,
        ([words, year = '', month = '', day = '']) => {
          const arabic = `${year.replace(/./gu, (sign) => han[sign] ?? sign)}年${numberOf(month)}月${numberOf(day)}日`;
          return { why: 'han-date', values: { words, arabic }, suggestion: arabic };
        },
      ),
      ...eachMatch(plain, /(?<![\d.])[’']?(\d{2})年(?=\d{1,2}月\d{1,2}日)/gu, ([words]) => ({
        why: 'short-year',
        values: { words },
        suggestion: null,
      })),
      ...eachMatch(plain, /(?<=\p{Script=Han})\.(\d+)(?=[%％]|米|公里|元|吨|公斤|亩|倍)/gu, ([words]) => ({
        why: 'leading-zero',
        values: { words },
        suggestion: `0${words}`,
      })),
      ...eachMatch(plain, /(?<!\d)\d{1,3}(?:，\d{3})+(?=元|万|人|户|亩|吨|公斤|株|米|次|件|份)/gu, ([words]) => ({
        why: 'thousands',
        values: { words },
        suggestion: words.replace(/，/gu, ','),
      })),
    ];
  },
};

/** 十二 → 12, 二十 → 20; of 1 to 99. */
function numberOf(words: string): number {
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['0', words];
  const ten = tens === '0' ? 0 : tens === '' ? 1 : Number(han[tens] ?? 0);
  return ten * 10 + (ones === '' ? 0 : Number(han[ones] ?? 0));
}
