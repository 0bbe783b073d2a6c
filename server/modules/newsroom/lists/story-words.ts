import { renderPlain } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { askedWords, asking, excerptAround, marksFor } from '#places';
import type { Tx } from '#platform/transaction';
import type { Hit } from '../contract.ts';

/** What a search of the desk's lists came to. `ids`: few stories hold the words, and these are all. `words`: so many do that the list is walked in its own order. `headline`: none does, and a part of a headline is looked for as it was typed. */
export type Sought = { readonly ids: readonly string[] } | { readonly words: string } | { readonly headline: string };

/** So many found stories are handed on as a list of ids; of more, every hundredth row of any order is one, and thirty are soon together. */
const mostIds = 2_000;

/** Looks for the stories whose present text, headline or body, holds every word of the question or a word that begins with it. */
export async function seek(tx: Tx, question: string): Promise<Sought> {
  const terms = askedWords(tx, question);
  if (terms.length === 0) return { headline: question };
  const words = asking(terms, ' & ', ':*');
  const [row] = await tx.named<{ ids: string[] }>(
    'newsroom.stories-with-words',
    `select newsroom.stories_with_words(to_tsquery('english', $1), $2) as ids`,
    [words, mostIds + 1],
  );
  const ids = row?.ids ?? [];
  if (ids.length > mostIds) return { words };
  return ids.length > 0 ? { ids } : { headline: question };
}

/** SQL that is true for a story `s` that was sought. */
export function soughtSql(sought: Sought, add: (value: unknown) => string): string {
  if ('ids' in sought) return `s.id = any(${add(sought.ids)}::uuid[])`;
  if ('headline' in sought) return `strpos(lower(s.title), lower(${add(sought.headline)})) > 0`;
  return `exists (select 1 from newsroom.story_words w where w.county_id = s.county_id and w.story_id = s.id and w.words @@ to_tsquery('english', ${add(sought.words)}))`;
}

/** Where each of the listed stories holds what was sought, by its id; empty without a question. */
export async function hitsIn(
  tx: Tx,
  stories: readonly { readonly id: string; readonly title: string; readonly revisionId: string }[],
  question: string | undefined,
): Promise<ReadonlyMap<string, Hit>> {
  if (question === undefined || stories.length === 0) return new Map();
  const terms = askedWords(tx, question);
  const words = terms.length > 0 ? await marksFor(tx, terms) : [question.toLowerCase()];
  const texts = await tx.named<{ id: string; text: StoryText }>(
    'newsroom.sought-texts',
    'select story_id as id, text from newsroom.revisions where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, stories.map((one) => one.revisionId)],
  );
  return new Map(texts.map(({ id, text }) => [id, { words, excerpt: excerptOf(text, words) }]));
}

// The headline stands above it already.
function excerptOf(text: StoryText, words: readonly string[]): string | null {
  const plain = renderPlain(text).slice(text.title.length).trim();
  const folded = plain.toLowerCase();
  return words.some((word) => folded.includes(word)) ? excerptAround(plain, words) : null;
}
