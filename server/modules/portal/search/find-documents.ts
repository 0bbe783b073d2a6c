import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import { cutWords, placeNames } from '#places';
import { everywhere as nothing } from './facets.ts';
import type { Narrowing } from './facets.ts';

/** A found document with a piece of its text around the words looked for. */
export interface FoundDocument {
  readonly kind: 'story' | 'service' | 'place';
  readonly href: string;
  readonly title: string;
  readonly language: string;
  readonly label: Words;
  readonly excerpt: string;
  readonly at: Date;
}

export interface Findings {
  readonly terms: readonly string[];
  readonly documents: readonly FoundDocument[];
  /** Counted to 400 and no further, and as many titles. */ readonly total: number;
}

export const pageSize = 20;

/** The newest that hold the words, and the newest that hold them in their titles: twenty pages of each. */
const mostFound = 400;

/** Finds documents that hold every word of the question, English words in any of their forms. A service whose name holds them comes first, then titles, newer first among equals; a service shows in the reader's language where it can. An empty question finds nothing. The `narrowing` is of `narrowingOf`. */
export async function findDocuments(
  tx: Tx,
  question: string,
  page: number,
  { words, span }: Narrowing = nothing,
): Promise<Findings> {
  const terms = [...new Set(cutWords(tx.countyId, placeNames(tx), question.slice(0, 200)))].slice(0, 12);
  return find(tx, terms, ' & ', page, { words, span });
}

/** Finds documents that hold any of these words. */
export const findAnyOf = (
  tx: Tx,
  words: readonly string[],
  page: number,
  narrowing: Narrowing = nothing,
): Promise<Findings> => find(tx, words, ' | ', page, narrowing);

async function find(
  tx: Tx,
  terms: readonly string[],
  join: ' & ' | ' | ',
  page: number,
  { words: facets, span }: Narrowing,
): Promise<Findings> {
  if (terms.length === 0) return { terms: [], documents: [], total: 0 };
  const rows = await tx.named<FoundDocument & { text: string; total: number }>(
    'portal.find-documents',
    `with hits as (select * from portal.search_hits(case when $7 = '' then to_tsquery('english', $2) else to_tsquery('english', $2) && $7::tsquery end, to_tsquery('english', $3), $6, $8, coalesce($9, '-infinity'::timestamptz), coalesce($10, 'infinity'::timestamptz)))
     select d.kind, d.href, d.title, d.language, d.label, d.text, d.at, (select count(*) from hits)::int as total
       from hits h join portal.search_documents d on d.county_id = $1 and d.kind = h.kind and d.id = h.id and d.language = h.language
      order by (h.kind = 'service' and h.titled) desc, h.titled desc, h.at desc limit $4 offset $5`,
    [
      tx.countyId,
      asking(terms, join),
      asking(terms, join, ':A'),
      pageSize,
      (page - 1) * pageSize,
      tx.ctx.language,
      facets,
      mostFound,
      span.since,
      span.until,
    ],
  );
  const marks = await marksFor(tx, terms);
  return {
    terms: marks,
    documents: rows.map((row) => ({ ...row, excerpt: excerptAround(withoutTitle(row), marks) })),
    total: rows[0]?.total ?? 0,
  };
}

// The title stands above the excerpt already.
const withoutTitle = ({ title, text }: { title: string; text: string }): string =>
  text.startsWith(title) ? text.slice(title.length).trim() || text : text;

/** The words as a question to the index: each goes through the same parser and dictionary as the texts did. */
export const asking = (terms: readonly string[], join = ' & ', weight = ''): string =>
  terms.map((term) => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}'${weight}`).join(join);

/** What is marked in the answers: the words asked for, and the stems of English ones for their other forms; words that the search leaves out (the, of) are not. */
async function marksFor(tx: Tx, terms: readonly string[]): Promise<string[]> {
  const latin = terms.filter((term) => /^[a-z]+$/.test(term));
  if (latin.length === 0) return [...terms];
  const rows = await tx.named<{ word: string; stems: string[] }>(
    'portal.stems',
    `select t.word, ts_lexize('english_stem', t.word) as stems from unnest($1::text[]) t(word)`,
    [latin],
  );
  const leftOut = rows.filter((row) => row.stems.length === 0).map((row) => row.word);
  const stems = rows.flatMap((row) => row.stems).filter((stem) => stem.length > 2);
  return [...new Set([...terms.filter((term) => !leftOut.includes(term)), ...stems])];
}

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
