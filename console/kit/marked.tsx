const latin = /^[a-z]+$/;
const escaped = (term: string): string => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A text with the searched words marked. Case does not matter; longer words win over their parts. An English word is marked whole, in whichever form it stands. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const wanted = words.filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return <>{text}</>;
  const pattern = new RegExp(
    `(${wanted.map((word) => (latin.test(word) ? `(?<![\\p{Script=Latin}])${word}\\p{Script=Latin}*` : escaped(word))).join('|')})`,
    'giu',
  );
  return <>{text.split(pattern).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}</>;
}
