import { eachMatch, type Check } from './check.ts';

const number = '(?:\\d[\\d,.]*|[一二两三四五六七八九十百千]+)(?:万|亿)?';

/** 概数: "about" and "or so", "more than" and "or so" say the same twice or contradict each other (GB/T 15835). */
export const approximations: Check = {
  id: 'approximations',
  languages: ['zh'],
  find({ plain }) {
    return [
      // 节约30元左右 saves, 最近三年左右 is a time: neither is the "about" that is meant.
      ...eachMatch(
        plain,
        new RegExp(
          `(?:大约|大概|将近|接近|超过|逾|不足|不到|至少|(?<![节预合条契签违特邀履隐简制失相公婉誓租盟续毁践立集])约|(?<![附最靠邻临接逼亲将])近)${number}(?:多|余)?[\\p{Script=Han}]{0,3}?(?:左右|上下)`,
          'gu',
        ),
        ([words]) => ({ why: 'twice-approximate', values: { words }, suggestion: null }),
      ),
      // The border is said by one of the two: more than a hundred, or a hundred and more.
      ...eachMatch(
        plain,
        new RegExp(`(?:超过|多于|高于|不少于|不低于|至少)${number}[\\p{Script=Han}]{0,3}?以上`, 'gu'),
        ([words]) => ({ why: 'twice-approximate', values: { words }, suggestion: null }),
      ),
      ...eachMatch(
        plain,
        new RegExp(
          `(?:大约|大概|不足|不到|至多|(?<![节预合条契签违特邀履隐简制失相公婉誓租盟续毁践立集])约|将近|(?<![附最靠邻临接逼亲将])近)${number}(?:多|余)(?![年天月周日个小])`,
          'gu',
        ),
        ([words]) => ({ why: 'twice-approximate', values: { words }, suggestion: null }),
      ),
    ];
  },
};
