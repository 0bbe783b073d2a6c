import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import { cutWords } from './cut-words.ts';
import { placeNames } from './search-documents.ts';

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
  /** Counted to 1,000 and no further. */ readonly total: number;
}

export const pageSize = 20;

/** Finds documents that hold every word of the question; titles weigh more, newer first among equals. An empty question finds nothing. */
export async function findDocuments(tx: Tx, question: string, page: number): Promise<Findings> {
  const terms = [...new Set(cutWords(tx.countyId, placeNames(tx), question.slice(0, 200)))].slice(0, 12);
  if (terms.length === 0) return { terms: [], documents: [], total: 0 };
  const asked = terms.map((term) => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ');
  const rows = await tx.named<{
    kind: FoundDocument['kind'];
    href: string;
    title: string;
    language: string;
    label: Words;
    text: string;
    at: Date;
    total: number;
  }>(
    'portal.find-documents',
    `with hits as (
       select kind, id, at, ts_rank(words, $2::tsquery) as rank from portal.search_documents where county_id = $1 and words @@ $2::tsquery limit 1000)
     select d.kind, d.href, d.title, d.language, d.label, d.text, d.at, (select count(*) from hits)::int as total
       from hits h join portal.search_documents d on d.county_id = $1 and d.kind = h.kind and d.id = h.id
      order by h.rank > 0.5 desc, h.at desc limit $3 offset $4`,
    [tx.countyId, asked, pageSize, (page - 1) * pageSize],
  );
  return {
    terms,
    documents: rows.map((row) => ({ ...row, excerpt: excerptAround(row.text, terms) })),
    total: rows[0]?.total ?? 0,
  };
}

/** About 90 characters of the text around the first of the words, cut at the edges with an ellipsis. */
export function excerptAround(text: string, terms: readonly string[]): string {
  const folded = text.toLowerCase();
  const first =
    terms
      .map((term) => folded.indexOf(term))
      .filter((at) => at >= 0)
      .toSorted((a, b) => a - b)[0] ?? 0;
  const from = Math.max(0, first - 30);
  const piece = text
    .slice(from, from + 90)
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${piece}${from + 90 < text.length ? '…' : ''}`;
}
