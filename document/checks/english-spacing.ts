import { eachMatch, type Check } from './check.ts';

const half: Readonly<Record<string, string>> = {
  '，': ', ',
  '。': '. ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '！': '! ',
  '（': ' (',
  '）': ') ',
};

/** Spaces and marks of an English text: one space, none before a comma, one behind it, no full-width marks. */
export const englishSpacing: Check = {
  id: 'english-spacing',
  languages: ['en'],
  find({ plain }) {
    return [
      ...eachMatch(plain, /(?<=\S) {2,}(?=\S)/gu, () => ({ why: 'space-doubled', suggestion: ' ' })),
      ...eachMatch(plain, /(?<=[\p{L}\d]) +(?=[,;:!?](?:\s|$))/gu, () => ({ why: 'space-before', suggestion: '' })),
      ...eachMatch(plain, /(?<=\p{Script=Latin}{2})[,;](?=\p{Script=Latin})/gu, ([mark]) => ({
        why: 'space-missing',
        values: { mark },
        suggestion: `${mark} `,
      })),
      ...eachMatch(plain, /(?<=[\p{Script=Latin}\d]) ?[，。；：？！（）] ?(?=[\p{Script=Latin}\d]|$)/gu, ([words]) => ({
        why: 'full-width-in-english',
        values: { mark: words.trim() },
        suggestion: half[words.trim()] ?? null,
      })),
    ];
  },
};
