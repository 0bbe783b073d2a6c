import { eachMatch, type Check } from './check.ts';

const valueUnits =
  '元|万元|亿元|人|岁|米|厘米|毫米|公里|千米|℃|摄氏度|度|%|％|级|亩|吨|公斤|千克|克|斤|升|毫升|个|户|名|倍|天|小时|分钟|年|周|层|页|万|亿';
const timeUnits = '日|月|时|号';

/** 数值范围: ～ or — between the numbers, the unit with both where it would be ambiguous (GB/T 15835, GB/T 15834). */
export const numberRanges: Check = {
  id: 'number-ranges',
  languages: ['zh'],
  find({ plain }) {
    return [
      // Scores, numbers of telephones and models have no unit behind them.
      ...eachMatch(
        plain,
        new RegExp(
          `(?<![\\d.\\-–~A-Za-z])(\\d{1,6}(?:\\.\\d+)?)(?:-|–|~|--|－)(\\d{1,6}(?:\\.\\d+)?)(?=(${valueUnits}|${timeUnits})(?!\\d*[-–]))`,
          'gu',
        ),
        ([words, from = '', to = '', unit = '']) => {
          const mark = /^[日月时号]$/.test(unit) ? '—' : '～';
          return { why: 'range-mark', values: { words, mark }, suggestion: `${from}${mark}${to}` };
        },
      ),
      ...eachMatch(
        plain,
        /(?<![\d.])(\d+(?:\.\d+)?)([～~—–-])(\d+(?:\.\d+)?)(%|％|亿|万)/gu,
        ([words, from = '', , to = '', unit = '']) => {
          const right = `${from}${unit}～${to}${unit}`;
          return { why: 'range-unit', values: { words, right }, suggestion: right };
        },
      ),
      ...eachMatch(
        plain,
        /(?<![\d.年月第])(\d{1,2})(至|到|～)([二三四五六七八九十])(?=(?:个|天|人|米|岁|户|亩|名|小时|分钟|公里))/gu,
        ([words, from = '', mark = '', to = '']) => ({
          why: 'range-mixed',
          values: { words },
          suggestion: `${from}${mark}${'一二三四五六七八九十'.indexOf(to) + 1}`,
        }),
      ),
      // 三、四天 is 三四天 (§5.2.1); 第三、四天 are two of them.
      ...eachMatch(
        plain,
        /(?<![第、一二三四五六七八九十百千万\d])([两三四五六七八])、([三四五六七八九])(?=个|天|米|岁|里地|亩|斤|百|千|公里|分钟|小时)/gu,
        ([words, one = '', other = '']) =>
          '两三四五六七八九'.indexOf(other) === '两三四五六七八九'.indexOf(one) + 1
            ? { why: 'approximate-comma', values: { words }, suggestion: `${one}${other}` }
            : null,
      ),
    ];
  },
};
