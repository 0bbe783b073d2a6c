const latin = /^[a-z]+$/;
const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A text cut at the searched words (in small letters): every second part, from the second on, is one of them. Case does not matter; longer words win over their parts; an English word is taken whole, in whichever form it stands. */
export function markedParts(text: string, words: readonly string[]): readonly string[] {
  const wanted = words.filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return [text];
  const pattern = wanted.map((word) =>
    latin.test(word) ? `(?<![\\p{Script=Latin}])${word}\\p{Script=Latin}*` : escaped(word),
  );
  return text.split(new RegExp(`(${pattern.join('|')})`, 'giu'));
}
