import { eachMatch, type Check } from './check.ts';
import { sentenceAt } from './passages.ts';

/** 并列的引号或书名号之间: no 、 between them, unless something else stands between, such as a bracket (GB/T 15834 §4.5.3.5). */
export const marksBetweenTitles: Check = {
  id: 'marks-between-titles',
  languages: ['zh'],
  find({ plain }) {
    return eachMatch(plain, /(?<=([”》]))、(?=([“《]))/gu, ({ index, 1: before, 2: after }) => {
      if (/[”》]（[^）]*）、|、[^“”《》、。]{1,12}[“《]/u.test(sentenceAt(plain, index, index + 1))) return null;
      return {
        from: index - 1,
        to: index + 2,
        why: before === '》' && after === '《' ? 'between-titles' : 'between-quotes',
        suggestion: `${before}${after}`,
      };
    });
  },
};
