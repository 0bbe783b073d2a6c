/** About 90 characters of the text around the first of the words, between whole words, with an ellipsis where it is cut. */
export function excerptAround(text: string, terms: readonly string[]): string {
  const folded = text.toLowerCase();
  const first =
    terms
      .map((term) => folded.indexOf(term))
      .filter((at) => at >= 0)
      .toSorted((a, b) => a - b)[0] ?? 0;
  const from = wordEdge(text, Math.max(0, first - 30));
  const to = wordEdge(text, Math.min(text.length, from + 90));
  const piece = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}

// Chinese may be cut between any two characters, a Latin word or a number not within.
function wordEdge(text: string, at: number): number {
  let edge = at;
  while (edge > 0 && /[\p{Script=Latin}\d’']{2}/u.test(text.slice(edge - 1, edge + 1))) edge -= 1;
  return edge;
}
