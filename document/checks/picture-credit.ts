import type { Check } from './check.ts';

/** 图片署名: whoever made a picture is named with it (著作权法 art. 10). */
export const pictureCredit: Check = {
  id: 'picture-credit',
  languages: ['zh', 'en'],
  find: ({ kind, words }) =>
    kind === 'credit' && words.trim() === '' ? [{ from: 0, to: words.length, why: 'no-credit', suggestion: null }] : [],
};
