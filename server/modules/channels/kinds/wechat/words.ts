/** Words that stand in the articles themselves, in their language. */
const words = {
  zh: { correction: '更正：', publisher: '发布：', original: '原文和以后的更正：', byline: '作者：' },
  en: {
    correction: 'Correction: ',
    publisher: 'Published by: ',
    original: 'Original and later corrections: ',
    byline: 'By: ',
  },
} as const;

/** A word in the language of a text. */
export const bilingualWord = (language: string, key: keyof (typeof words)['zh']): string =>
  words[language === 'en' ? 'en' : 'zh'][key];
