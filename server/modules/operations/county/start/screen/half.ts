import type { Language } from '#platform/i18n';

/** The half of a text of the terminal (`zh · en` on each line) that is in this language; a line with one half is whole. */
export const half = (words: string, language: Language): string =>
  words
    .split('\n')
    .map((line) => {
      const at = line.indexOf(' · ');
      if (at === -1) return line;
      return language === 'en' ? line.slice(at + 3) : line.slice(0, at);
    })
    .map((line) => line.trim())
    .join('\n');
