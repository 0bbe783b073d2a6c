import type { SearchDocument } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { cutWords } from '#places';
import { facetWords } from './facets.ts';
import { learnSounds } from './learn-sounds.ts';

/** How words are cut now; raised whenever that changes, and everything is indexed anew (`renewSearch`). */
export const searchForm = 4;

/** Puts a document in the index or replaces it. Very long texts are indexed by their first 40,000 characters. */
export async function indexDocument(tx: Tx, document: SearchDocument): Promise<void> {
  const titleWords = cutWords(tx, document.title);
  const words = cutWords(tx, document.text.slice(0, 40_000)).join(' ');
  await tx.named(
    'portal.index-document',
    `insert into portal.search_documents (county_id, kind, id, language, title, text, href, label, place_ids, at, words, form)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, setweight(to_tsvector('english', $11), 'A') || setweight(to_tsvector('english', $12), 'D') || array_to_tsvector($14::text[]), $13)
     on conflict (county_id, kind, id, language) do update set title = excluded.title, text = excluded.text, href = excluded.href,
       label = excluded.label, place_ids = excluded.place_ids, at = excluded.at, words = excluded.words, form = excluded.form`,
    [
      tx.countyId,
      document.kind,
      document.id,
      document.language,
      document.title,
      document.text,
      document.href,
      JSON.stringify(document.label),
      document.placeIds,
      document.at,
      titleWords.join(' '),
      words,
      searchForm,
      facetWords(tx, document),
    ],
  );
  await learnSounds(tx, titleWords);
}

/** Takes a thing out of the index, in every language. */
export const forgetDocument = (tx: Tx, kind: SearchDocument['kind'], id: string): Promise<unknown> =>
  tx.named(
    'portal.forget-document',
    'delete from portal.search_documents where county_id = $1 and kind = $2 and id = $3',
    [tx.countyId, kind, id],
  );

/** Brings the index up to date for these things: those that are no longer public leave it. */
export async function reindex(tx: Tx, kind: SearchDocument['kind'], ids: readonly string[]): Promise<void> {
  for (const searchable of tx.ctx.app.modules
    .flatMap((module) => module.searchable ?? [])
    .filter((one) => one.kind === kind)) {
    const documents = await searchable.documents(tx, ids);
    // Also what has lost one of its languages leaves it in that language.
    for (const id of ids) await forgetDocument(tx, kind, id);
    for (const document of documents) await indexDocument(tx, document);
  }
}
