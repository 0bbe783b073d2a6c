import { eachMatch, type Check } from './check.ts';

/** 破折号 and 省略号: two characters wide each, no hyphens, no rows of stops (GB/T 15834). A single — may be 一字线 and is left alone. */
export const dashAndEllipsis: Check = {
  id: 'dash-ellipsis',
  languages: ['zh'],
  find({ plain }) {
    return [
      ...eachMatch(
        plain,
        /(?<=[\p{Script=Han}”》）。，！？])(?:-{2,}|－{2,}|—{3,}|―{2,}|─{2,}|—-|-—)(?!>)/gu,
        ([words]) => ({
          why: 'dash-form',
          values: { words },
          suggestion: '——',
        }),
      ),
      ...eachMatch(plain, /(?<=[\p{Script=Han}”》）！？，])(?:\.{3,}|。{3,}|·{3,}|．{3,})/gu, ([words]) => ({
        why: 'ellipsis-form',
        values: { words },
        suggestion: '……',
      })),
      // 3, 5 …: neither one ellipsis nor the double one that stands for left-out paragraphs.
      ...eachMatch(plain, /…+/gu, ([words]) =>
        words.length === 2 || words.length === 4 ? null : { why: 'ellipsis-form', values: { words }, suggestion: '……' },
      ),
    ];
  },
};
