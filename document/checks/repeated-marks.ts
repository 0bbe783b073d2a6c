import { eachMatch, type Check } from './check.ts';

/** 重复标点: two commas, a comma behind a full stop, four exclamation marks (GB/T 15834). */
export const repeatedMarks: Check = {
  id: 'repeated-marks',
  languages: ['zh'],
  find({ plain }) {
    return [
      ...eachMatch(plain, /([，、；：])\1+|。。(?!。)(?<!。。。)/gu, ([marks]) => ({
        why: 'repeated-mark',
        values: { marks },
        suggestion: marks.charAt(0),
      })),
      // Which of two different marks was meant, a person knows.
      ...eachMatch(plain, /[，、；：][。，、；：！？]|[。！？][，、；：]/gu, ([marks]) =>
        marks.charAt(0) === marks.charAt(1) ? null : { why: 'repeated-mark', values: { marks }, suggestion: null },
      ),
      ...eachMatch(plain, /！{4,}|？{4,}/gu, ([marks]) => ({
        why: 'too-many-marks',
        values: { mark: marks.charAt(0) },
        suggestion: marks.slice(0, 3),
      })),
      ...eachMatch(plain, /。[”’]。/gu, ([marks]) => ({
        why: 'stop-twice',
        values: { marks },
        suggestion: marks.slice(0, 2),
      })),
    ];
  },
};
