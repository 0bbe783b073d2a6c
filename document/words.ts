import type { LanguageTag } from './schema.ts';

const zh = {
  picture: '图片',
  gallery: (n: number) => `图集，共 ${n} 张`,
  note: '注',
  notes: '注释',
  noteNumber: (n: number) => `注 ${n}`,
  backTo: (n: number) => `回到正文注 ${n} 处`,
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
  gallery: (n: number) => `Gallery of ${n} pictures`,
  note: 'Note',
  notes: 'Notes',
  noteNumber: (n: number) => `Note ${n}`,
  backTo: (n: number) => `Back to note ${n} in the text`,
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
