import type { Tx } from '#platform/transaction';
import { wordsOfQuestion } from './cut-words.ts';
import { askedNames } from './own-words.ts';

const mostAsked = 12;

/** The words of a question, each once, cut as the texts were, the county's own names whole; at most twelve. */
export const askedWords = (tx: Tx, question: string): string[] =>
  [...new Set(wordsOfQuestion(askedNames(tx), question.slice(0, 200)))].slice(0, mostAsked);

/** Words as a question to an index of PostgreSQL: each goes through the same parser and dictionary as the texts did. `suffix`: a weight (`:A`) or, for words begun (`:*`). */
export const asking = (terms: readonly string[], join = ' & ', suffix = ''): string =>
  terms.map((term) => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}'${suffix}`).join(join);

/** What is marked in the answers: the words asked for, and the stems of English ones for their other forms; words that the search leaves out (the, of) are not. */
export async function marksFor(tx: Tx, terms: readonly string[]): Promise<string[]> {
  const latin = terms.filter((term) => /^[a-z]+$/.test(term));
  if (latin.length === 0) return [...terms];
  const rows = await tx.named<{ word: string; stems: string[] }>(
    'places.stems',
    `select t.word, ts_lexize('english_stem', t.word) as stems from unnest($1::text[]) t(word)`,
    [latin],
  );
  const leftOut = rows.filter((row) => row.stems.length === 0).map((row) => row.word);
  const stems = rows.flatMap((row) => row.stems).filter((stem) => stem.length > 2);
  return [...new Set([...terms.filter((term) => !leftOut.includes(term)), ...stems])];
}
