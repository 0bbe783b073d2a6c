import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import type { Term } from '../contract.ts';

/** All words of the county's lists, in order. */
export const termsOf = (tx: Tx): Promise<{ kind: Term['kind']; key: string; name: Words; position: number }[]> =>
  tx.named(
    'volunteering.terms',
    'select kind, key, name, position from volunteering.terms where county_id = $1 order by kind, position, key',
    [tx.countyId],
  );

/** Names of one kind, key → words. */
export async function termNames(tx: Tx, kind: Term['kind']): Promise<Map<string, Words>> {
  return new Map((await termsOf(tx)).filter((term) => term.kind === kind).map((term) => [term.key, term.name]));
}

/** Writes a word of the county's lists, or changes it; asks nobody (verbs and seeds do). */
export const setTerm = (
  tx: Tx,
  term: { kind: Term['kind']; key: string; name: Words; position: number },
): Promise<unknown> =>
  tx.named(
    'volunteering.set-term',
    `insert into volunteering.terms (county_id, kind, key, name, position) values ($1, $2, $3, $4, $5)
     on conflict (county_id, kind, key) do update set name = excluded.name, position = excluded.position`,
    [tx.countyId, term.kind, term.key, JSON.stringify(term.name), term.position],
  );
