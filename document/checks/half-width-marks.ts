import { eachMatch, type Check } from './check.ts';
import type { Found } from './finding.ts';

const full: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** 半角标点: marks of Latin type between Han characters (GB/T 15834). Times, decimals, addresses and Latin phrases keep theirs. */
export const halfWidthMarks: Check = {
  id: 'half-width-marks',
  languages: ['zh'],
  find({ plain }) {
    return [...brackets(plain), ...marks(plain), ...stops(plain), ...quotes(plain)];
  },
};

const marks = (words: string): Found[] =>
  eachMatch(words, /(?<=[\p{Script=Han}”’》）])[,;:?!](?!\/\/)/gu, ([mark]) => ({
    why: 'half-width',
    values: { mark, full: full[mark] ?? mark },
    suggestion: full[mark] ?? null,
  }));

// 一.准备 is an ordinal, which takes 、 (§4.5.3.4); 完成. is the end of a sentence.
const stops = (words: string): Found[] => [
  ...eachMatch(words, /(?<=^|\n)([一二三四五六七八九十]{1,3})[.．](?=\s?\p{Script=Han})/gu, ([all, numeral = '']) => ({
    why: 'after-ordinal',
    values: { words: all },
    suggestion: `${numeral}、`,
  })),
  ...eachMatch(words, /(?<=[\p{Script=Han}]{2}[”》）]?)\.(?=[”’]?(?:$|\n))/gu, () => ({
    why: 'half-width',
    values: { mark: '.', full: '。' },
    suggestion: '。',
  })),
];

const brackets = (words: string): Found[] =>
  eachMatch(words, /\(([^()（）\n]{0,60})\)|\(([^()（）\n]{0,60})）|（([^()（）\n]{0,60})\)/gu, (match) => {
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const beside = /\p{Script=Han}/u.test(words.charAt(match.index - 1));
    // Brackets of Latin words and formulas stay as they are; a pair of two kinds is wrong everywhere.
    if (match[1] !== undefined && !(/\p{Script=Han}/u.test(inner) || (beside && inner !== ''))) return null;
    return { why: 'half-width-brackets', values: { words: match[0] }, suggestion: `（${inner}）` };
  });

// 5.5" is a measure, and an odd one leaves open which is the beginning.
function quotes(words: string): Found[] {
  if (!/\p{Script=Han}/u.test(words)) return [];
  const places = [...words.matchAll(/"/g)].map(({ index }) => index);
  if (places.some((at) => /\d/.test(words.charAt(at - 1)) && !/["“]/.test(words.slice(0, at)))) return [];
  if (places.length % 2 === 1)
    return places.map((at) => ({ from: at, to: at + 1, why: 'straight-quotes', suggestion: null }));
  const found: Found[] = [];
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [from = 0, end = 0] = places.slice(i, i + 2);
    found.push({
      from,
      to: end + 1,
      why: 'straight-quotes',
      suggestion: `“${words.slice(from + 1, end)}”`,
    });
  }
  return found;
}
