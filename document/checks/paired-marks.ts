import { mostInPassage, type Check } from './check.ts';
import type { Found } from './finding.ts';

const closerOf: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '「': '」',
  '『': '』',
  '【': '】',
};
const openerOf = Object.fromEntries(Object.entries(closerOf).map(([opener, closer]) => [closer, opener]));

/** 引号、书名号、括号: paired and nested, single within double (GB/T 15834). */
export const pairedMarks: Check = {
  id: 'paired-marks',
  languages: ['zh', 'en'],
  find({ plain }) {
    const found: Found[] = [];
    const open: { mark: string; at: number }[] = [];
    for (let at = 0; at < plain.length && found.length + open.length < mostInPassage; at++) {
      const mark = plain.charAt(at);
      if (closerOf[mark] !== undefined) {
        if (open.some((one) => one.mark === mark)) found.push(...nested(plain, mark, at));
        open.push({ mark, at });
      } else if (openerOf[mark] !== undefined) {
        const i = lastIndexOf(open, openerOf[mark]);
        if (i === -1) found.push(...(isNoCloser(plain, at, mark) ? [] : [unpaired(mark, at)]));
        else
          found.push(
            ...open
              .splice(i)
              .slice(1)
              .map((one) => unpaired(one.mark, one.at)),
          );
      }
    }
    // A quotation of several paragraphs opens each of them and closes the last (§4.8.3.5).
    return [...found, ...open.filter((one) => one.at > 0 || one.mark !== '“').map((one) => unpaired(one.mark, one.at))];
  },
};

const unpaired = (mark: string, at: number): Found => ({
  from: at,
  to: at + 1,
  why: 'unpaired',
  values: { mark, other: closerOf[mark] ?? openerOf[mark] ?? '' },
  suggestion: null,
});

function nested(words: string, mark: string, at: number): Found[] {
  const inner = mark === '“' ? '‘’' : mark === '《' ? '〈〉' : null;
  const closer = closerOf[mark] ?? '';
  const end = words.indexOf(closer, at);
  if (inner === null || end === -1) return [];
  return [
    {
      from: at,
      to: end + 1,
      why: mark === '“' ? 'nested-quotes' : 'nested-titles',
      suggestion: `${inner.charAt(0)}${words.slice(at + 1, end)}${inner.charAt(1)}`,
    },
  ];
}

/** An apostrophe, and the bracket behind an ordinal: 1） 一） a）. */
function isNoCloser(words: string, at: number, mark: string): boolean {
  if (mark === '’') return /[\p{Script=Latin}\d]/u.test(words.charAt(at - 1) + words.charAt(at + 1));
  return (
    mark === '）' &&
    /(?:^|[\s，。；：、])[\p{Script=Latin}\d一二三四五六七八九十]{1,3}$/u.test(words.slice(Math.max(0, at - 4), at))
  );
}

/** Chrome 91, the oldest browser we serve, does not know Array.prototype.findLastIndex. */
function lastIndexOf(open: readonly { mark: string }[], mark: string | undefined): number {
  let i = open.length - 1;
  while (i >= 0 && open[i]?.mark !== mark) i--;
  return i;
}
