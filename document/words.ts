import type { LanguageTag } from './schema.ts';

const zh = {
  picture: '图片',
  link: '网址见文字版',
  stop: '。',
  open: '（',
  close: '）',
  colon: '：',
  comma: '，',
  item: (n: number) => `第${n}，`,
};
const en = {
  picture: 'Picture',
  link: 'see the written version for the address',
  stop: '.',
  open: '(',
  close: ')',
  colon: ': ',
  comma: ', ',
  item: (n: number) => `${n}: `,
};

/** The few words and signs that the plain and the spoken form add to a text: Chinese for a Chinese text, English otherwise. */
export function wordsFor(language: LanguageTag): typeof zh {
  return /^zh\b/.test(language) ? zh : en;
}
