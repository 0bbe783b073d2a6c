import { randomInt } from 'node:crypto';
import { rareWord } from './prepare.ts';

/** What is looked for, as the page is asked and as the index holds it. */
export interface Question {
  readonly q: string;
  readonly words: readonly string[];
}

/** A question in a spelling of its own: answers are kept under the question as it was typed, and the search leaves commas out. */
export const spelt = (q: string): string => `${q}${' '.repeat(randomInt(1, 60))}，${'，'.repeat(randomInt(0, 60))}`;

/** A word that twenty of the `stories` hold. */
export const rareQuestion = (stories: number): Question => {
  const word = rareWord(randomInt(20, stories));
  return { q: spelt(`青菜 ${word}`), words: ['青菜', word] };
};

/** Words that every one of them holds: the most that a question can meet. */
export const commonQuestion = (): Question => ({ q: spelt('青菜 草帘'), words: ['青菜', '草帘'] });

/** Asks the public search; `more` are further parts of the address. Throws when it does not answer with a page. */
export async function searchPage(address: string, { q }: Question, more = ''): Promise<void> {
  const answer = await fetch(`${address}/search?q=${encodeURIComponent(q)}${more}`);
  if (answer.status !== 200) throw new Error(`search for ${q}: ${answer.status}`);
  await answer.text();
}

/** The hits of a question, as the database alone would find them. */
export const searchStatement = ({ words }: Question): { text: string; values: unknown[] } => ({
  text: `select kind, id from portal.search_documents where county_id = $1 and words @@ to_tsquery('english', $2) limit 1000`,
  values: [1, words.map((word) => `'${word}'`).join(' & ')],
});
