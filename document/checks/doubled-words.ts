import { eachMatch, type Check } from './check.ts';

// Only words that nobody doubles on purpose: 商量商量, 热闹热闹 and 慢慢慢慢 are good Chinese.
const neverDoubled =
  '我们|你们|他们|她们|它们|自己|这个|那个|因为|所以|但是|如果|已经|正在|进行|通过|对于|关于|以及|或者|并且|而且|目前|今年|去年|明年|昨天|今天|明天|同时|其中|此外|为了|由于|根据|按照|开展|举行|全县|我县|全镇|村民|群众|居民|工作|服务|记者|老人|孩子|学生|目的|时候|没有|就是|还是|可是|成为|作为|位于|来自|组织|活动现场|负责';
const zh = new RegExp(`(${neverDoubled})\\1(?!\\p{Script=Han}?\\1)`, 'gu');
// Three and more characters: not of one sign (哈哈哈哈哈哈), no sound (轰隆隆轰隆隆).
const longer = /(\p{Script=Han}{3,8})\1/gu;
// 有目的的活动 and 目标的的确 are right.
const de = /(?<![目标打中])的的(?!确|士)/gu;
const rightTwice = new Set([
  'had',
  'that',
  'bye',
  'no',
  'very',
  'ha',
  'long',
  'many',
  'far',
  'so',
  'knock',
  'now',
  'there',
  'blah',
  'tut',
]);

/** 重复的词: the same word twice by a slip of the hand. */
export const doubledWords: Check = {
  id: 'doubled-words',
  languages: ['zh', 'en'],
  find({ plain }) {
    return [
      ...eachMatch(plain, zh, ([words, once = '']) => doubled(words, once)),
      ...eachMatch(plain, longer, ([words, once = '']) =>
        /^(.)\1+$|(.)\2$|^(.+)\3+$/u.test(once) || new RegExp(`^(?:${neverDoubled})+$`, 'u').test(words)
          ? null
          : doubled(words, once),
      ),
      ...eachMatch(plain, de, ([words]) => doubled(words, '的')),
      ...eachMatch(plain, /\b([a-zA-Z]+)[ \n]+\1\b(?![-'’])/giu, ([words, once = '']) =>
        rightTwice.has(once.toLowerCase()) || (/^[A-Z]/.test(once) && words.split(/\s+/)[1] === once)
          ? null
          : doubled(words, once),
      ),
    ];
  },
};

const doubled = (words: string, once: string) => ({
  why: 'doubled-word' as const,
  values: { words, once },
  suggestion: once,
});
