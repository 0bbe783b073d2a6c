import { cursorOf, readCursor } from '#platform/keyset';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { PublicChange } from '../contract.ts';
import { changeChain } from './change-hash.ts';
import type { ChangeKind } from './change-hash.ts';

interface Row {
  seq: number;
  id: string;
  storyId: string;
  slug: string;
  language: string;
  kind: ChangeKind;
  number: number | null;
  fingerprint: string | null;
  at: Date;
  hash: string;
  link: string;
}

/** A page of the feed, oldest first, with where to go on; `next` is what was given where nothing new is there. */
export interface ChangePage {
  readonly items: PublicChange[];
  readonly next: string | null;
  readonly more: boolean;
}

/** What became of published texts, in the order in which it was committed. Nothing ever appears before what was read already: the numbers are given by one sealer at a time, after the commit.
 *  Refuses: BadRequest (400), CursorGone (410) for a cursor whose change this county does not have: it was restored from a backup, and a copy must be made anew. */
export async function readChanges(tx: Tx, after: string | undefined, limit: number): Promise<ChangePage> {
  const from = after === undefined ? 0 : await seqOf(tx, after);
  const rows = await tx.named<Row>(
    'newsroom.public-changes',
    `select x.seq::int as seq, c.id, c.story_id as "storyId", s.slug, s.language, c.kind, e.number, e.text_hash as fingerprint, c.at, x.row_hash as hash, x.chain_hash as link
       from platform.seals x join newsroom.public_changes c on c.county_id = $1 and c.id = x.row_id join newsroom.stories s on s.county_id = $1 and s.id = c.story_id
       left join newsroom.editions e on e.county_id = $1 and e.id = c.edition_id
      where x.county_id = $1 and x.chain = $2 and x.seq > $3 order by x.seq limit $4`,
    [tx.countyId, changeChain, from, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => viewOf(tx, row)),
    next: last ? cursorOf(String(last.seq), last.id) : (after ?? null),
    more: rows.length > limit,
  };
}

/** Where the feed ends now; null while there is nothing in it. */
export async function endOfChanges(tx: Tx): Promise<string | null> {
  const [row] = await tx.named<{ seq: string; id: string }>(
    'newsroom.end-of-changes',
    'select x.seq::text as seq, x.row_id as id from platform.seals x where x.county_id = $1 and x.chain = $2 order by x.seq desc limit 1',
    [tx.countyId, changeChain],
  );
  return row ? cursorOf(row.seq, row.id) : null;
}

async function seqOf(tx: Tx, cursor: string): Promise<number> {
  const { value, id } = readCursor(cursor);
  if (!/^[1-9]\d{0,15}$/.test(value ?? '')) refuse('BadRequest', {}, [{ path: '/query/after', code: 'invalid' }]);
  const [row] = await tx.named<{ id: string }>(
    'newsroom.change-at',
    'select row_id as id from platform.seals where county_id = $1 and chain = $2 and seq = $3',
    [tx.countyId, changeChain, value],
  );
  return row?.id === id ? Number(value) : refuse('CursorGone');
}

const viewOf = (tx: Tx, row: Row): PublicChange => ({
  id: row.id,
  cursor: cursorOf(String(row.seq), row.id),
  kind: row.kind,
  at: row.at.toISOString(),
  county: tx.ctx.county.ledgerNumber,
  story: { id: row.storyId, slug: row.slug, language: row.language },
  edition: row.number,
  fingerprint: row.fingerprint,
  hash: row.hash,
  link: row.link,
});
