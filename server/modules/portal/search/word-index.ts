import type { SearchDocument, WordIndex } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { learnSounds } from './learn-sounds.ts';
import { reindex } from './search-documents.ts';

interface Thing {
  readonly kind: SearchDocument['kind'];
  readonly id: string;
  readonly holds: boolean;
}

const beforeAll = '00000000-0000-0000-0000-000000000000';
/** Of so many changed names a text is not searched: every one is cut anew. */
const mostNames = 100;

/** The public search as an index of words: its documents in the order of their kind and id. */
export const searchIndex: WordIndex = {
  name: 'search',
  async count(tx) {
    const [row] = await tx.named<{ count: number }>(
      'portal.count-documents',
      'select count(distinct (kind, id))::int as count from portal.search_documents where county_id = $1',
      [tx.countyId],
    );
    return row?.count ?? 0;
  },
  async renew(tx, { after, most, spellings }) {
    if (after === null) await learnSounds(tx, spellings);
    const things = await thingsAfter(tx, after, most, spellings);
    const concerned = things.filter((thing) => thing.holds);
    for (const [kind, some] of Map.groupBy(concerned, (thing) => thing.kind))
      await reindex(
        tx,
        kind,
        some.map(({ id }) => id),
      );
    const last = things.at(-1);
    return { seen: things.length, last: last && things.length === most ? `${last.kind} ${last.id}` : null };
  },
};

function thingsAfter(tx: Tx, after: string | null, most: number, spellings: readonly string[]): Promise<Thing[]> {
  const [kind, id] = after?.split(' ') ?? ['', beforeAll];
  const patterns = spellings.length > mostNames ? null : spellings.map((one) => `%${likeOf(one)}%`);
  return tx.named<Thing>(
    'portal.documents-after',
    `select kind, id, bool_or($5::text[] is null or lower(normalize(title || ' ' || text, NFKC)) like any($5)) as holds
       from portal.search_documents
      where county_id = $1 and (kind, id) > ($2, $3::uuid)
      group by kind, id order by kind, id limit $4`,
    [tx.countyId, kind, id, most, patterns],
  );
}

const likeOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&');
