import type { Check } from './check.ts';

/** 替代文字: what a picture shows, for those who do not see it (WCAG 2.2, 1.1.1). */
export const alternativeText: Check = {
  id: 'alternative-text',
  languages: ['zh', 'en'],
  find({ kind, words }) {
    if (kind !== 'alt') return [];
    if (words.trim() === '') return [{ from: 0, to: words.length, why: 'no-alternative', suggestion: null }];
    const isFile =
      /^\s*(?:(?:IMG|DSC|mmexport|微信图片|WeChat|Screenshot|photo)[ _-]?[\w-]*|[\w-]+\.(?:jpe?g|png|heic|webp|gif))(?:\.\w{3,4})?\s*$/iu.test(
        words,
      );
    return isFile ? [{ from: 0, to: words.length, why: 'file-name', suggestion: null }] : [];
  },
};
