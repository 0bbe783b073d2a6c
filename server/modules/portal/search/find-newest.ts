import { askedWords, asking, excerptAround } from '#places';
import type { Tx } from '#platform/transaction';
import type { FoundDocument } from './find-documents.ts';

/** The newest stories that hold every word of the question, in their own languages: for those who follow a question rather than ask it once. */
export async function findNewest(tx: Tx, question: string, most: number): Promise<FoundDocument[]> {
  const terms = askedWords(tx, question);
  if (terms.length === 0) return [];
  const rows = await tx.named<FoundDocument & { text: string }>(
    'portal.find-newest',
    `select d.kind, d.href, d.title, d.language, d.label, d.text, d.at
       from portal.newest_hits(to_tsquery('english', $2), $3) h
       join portal.search_documents d on d.county_id = $1 and d.kind = 'story' and d.id = h.id and d.language = h.language
      order by d.at desc, d.id desc`,
    [tx.countyId, asking(terms), most],
  );
  return rows.map((row) => ({ ...row, excerpt: excerptAround(row.text, terms) }));
}
