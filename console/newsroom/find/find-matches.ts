/** A stretch of one of the lines. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

const manyMatches = 5_000;

/** Where words stand in a line, from left to right, none within another. Without `matchCase`, letters of both cases are alike. */
export function matchesIn(text: string, words: string, matchCase: boolean): Match[] {
  if (words === '') return [];
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), matchCase ? 'gu' : 'giu');
  const matches: Match[] = [];
  for (const found of text.matchAll(pattern)) {
    matches.push({ from: found.index, to: found.index + found[0].length });
    if (matches.length >= manyMatches) break;
  }
  return matches;
}

/** The line with the matches replaced. */
export function replacedIn(text: string, matches: readonly Match[], by: string): string {
  let result = '';
  let end = 0;
  for (const { from, to } of matches) {
    result += text.slice(end, from) + by;
    end = to;
  }
  return result + text.slice(end);
}
