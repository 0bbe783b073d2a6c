/** A text with the searched words marked. Case does not matter; longer words win over their parts. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  const wanted = terms.filter((term) => term !== '').toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return <>{text}</>;
  const pattern = new RegExp(`(${wanted.map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`, 'giu');
  return <>{text.split(pattern).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}</>;
}
