import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import { placesOf } from '#places';
import { cutWords } from './cut-words.ts';

/** One document of the public search. */
export interface PublicDocument {
  readonly kind: 'story' | 'service' | 'place';
  readonly id: string;
  readonly language: string;
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  /** Path without prefixes. */
  readonly href: string;
  /** Section, group or level. */
  readonly label: Words;
  readonly placeIds: readonly string[];
  readonly at: Date;
}

/** Puts a document in the index or replaces it. Very long texts are indexed by their first 40,000 characters. */
export async function indexDocument(tx: Tx, document: PublicDocument): Promise<void> {
  const names = placeNames(tx);
  const title = cutWords(tx.countyId, names, document.title).join(' ');
  const words = cutWords(tx.countyId, names, document.text.slice(0, 40_000)).join(' ');
  await tx.named(
    'portal.index-document',
    `insert into portal.search_documents (county_id, kind, id, language, title, text, href, label, place_ids, at, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, setweight(to_tsvector('simple', $11), 'A') || setweight(to_tsvector('simple', $12), 'D'))
     on conflict (county_id, kind, id) do update set language = excluded.language, title = excluded.title, text = excluded.text, href = excluded.href,
       label = excluded.label, place_ids = excluded.place_ids, at = excluded.at, words = excluded.words`,
    [tx.countyId, document.kind, document.id, document.language, document.title, document.text, document.href, JSON.stringify(document.label), document.placeIds, document.at, title, words],
  );
}

/** Takes a document out of the index. */
export const forgetDocument = (tx: Tx, kind: PublicDocument['kind'], id: string): Promise<unknown> =>
  tx.named('portal.forget-document', 'delete from portal.search_documents where county_id = $1 and kind = $2 and id = $3', [tx.countyId, kind, id]);

/** Names of places without their rank too: 大槐 for 大槐村. */
export function placeNames(tx: Tx): ReadonlySet<string> {
  return new Set(placesOf(tx).places.flatMap((place) => (place.name['zh-CN'] ? [place.name['zh-CN']] : [])));
}
