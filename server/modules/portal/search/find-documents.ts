import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import { askedWords, asking, excerptAround, marksFor } from '#places';
import { everywhere as nothing } from './facets.ts';
import type { Narrowing } from './facets.ts';

/** A found document with a piece of its text around the words looked for. */
export interface FoundDocument {
  readonly kind: 'story' | 'notice' | 'service' | 'place';
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

/** The newest that hold the words, and the newest that hold them in their titles: twenty pages of each. Who reaches it may have found more. */
export const mostFound = 400;

/** Finds documents that hold every word of the question, English words in any of their forms. A service whose name holds them comes first, then titles, newer first among equals; a service shows in the reader's language where it can. An empty question finds nothing. The `narrowing` is of `narrowingOf`. */
export async function findDocuments(
  tx: Tx,
  question: string,
  page: number,
  { words, span }: Narrowing = nothing,
): Promise<Findings> {
  return findOneOfEach(
    tx,
    askedWords(tx, question).map((word) => [word]),
    page,
    { words, span },
  );
}

/** Finds documents that hold one word of each group. */
export async function findOneOfEach(
  tx: Tx,
  groups: readonly (readonly string[])[],
  page: number,
  { words: facets, span }: Narrowing = nothing,
): Promise<Findings> {
  const terms = groups.flat();
  if (terms.length === 0) return { terms: [], documents: [], total: 0 };
  const rows = await tx.named<FoundDocument & { text: string; total: number }>(
    'portal.find-documents',
    `with hits as (select * from portal.search_hits(case when $7 = '' then to_tsquery('english', $2) else to_tsquery('english', $2) && $7::tsquery end, to_tsquery('english', $3), $6, $8, coalesce($9, '-infinity'::timestamptz), coalesce($10, 'infinity'::timestamptz)))
     select case when d.words @@ '''§kind:notice'''::tsquery then 'notice' else d.kind end as kind, d.href, d.title, d.language, d.label, d.text, d.at, (select count(*) from hits)::int as total
       from hits h join portal.search_documents d on d.county_id = $1 and d.kind = h.kind and d.id = h.id and d.language = h.language
      order by (h.kind = 'service' and h.titled) desc, h.titled desc, h.at desc limit $4 offset $5`,
    [
      tx.countyId,
      oneOfEach(groups),
      oneOfEach(groups, ':A'),
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

const oneOfEach = (groups: readonly (readonly string[])[], suffix = ''): string =>
  groups
    .map((words) => (words.length === 1 ? asking(words, '', suffix) : `(${asking(words, ' | ', suffix)})`))
    .join(' & ');

// The title stands above the excerpt already.
const withoutTitle = ({ title, text }: { title: string; text: string }): string =>
  text.startsWith(title) ? text.slice(title.length).trim() || text : text;
