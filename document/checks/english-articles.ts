import { eachMatch, type Check } from './check.ts';

// By sound, not by letter: a one-way street, a European, an hour. Words with u and h are left to people.
const consonantSound = /^(?:one|once|eu|ew|ouija)/;

/** a and an before plain words, where the sound leaves no doubt. */
export const englishArticles: Check = {
  id: 'english-articles',
  languages: ['en'],
  find({ plain }) {
    return [
      ...eachMatch(plain, /\b([Aa]) (?=([aeio][a-z]{2,})\b(?!\.))/gu, ([words, article = '', noun = '']) =>
        consonantSound.test(noun)
          ? null
          : {
              why: 'article',
              values: { words: `${words}${noun}`, right: `${article}n ${noun}` },
              suggestion: `${article}n `,
            },
      ),
      ...eachMatch(
        plain,
        /\b([Aa])n (?=([bcdfgjklmnpqrstvwyz][a-z]{2,})\b(?!\.))/gu,
        ([words, article = '', noun = '']) => ({
          why: 'article',
          values: { words: `${words}${noun}`, right: `${article} ${noun}` },
          suggestion: `${article} `,
        }),
      ),
    ];
  },
};
