import { askedWords, cutWords } from '#places';
import type { Tx } from '#platform/transaction';

/** The words by which a picture or a material is found, cut as the public search cuts them. */
export const searchWords = (tx: Tx, words: readonly string[]): string => cutWords(tx, words.join('\n')).join(' ');

/** What is asked for, as a query of the index: every word must be there. Undefined: one sign alone, which is no word of the index and is looked for as it stands. */
export function searchQuery(tx: Tx, question: string): string | undefined {
  const terms = askedWords(tx, question);
  if (terms.length === 0 || [...question].length === 1) return undefined;
  return terms.map((term) => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ');
}
