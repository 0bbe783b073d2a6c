import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** Keeps what the other centre said of a copy last. */
export const noteSaid = (
  tx: Tx,
  copyId: string,
  { state, reason }: { readonly state: string; readonly reason: string | null },
): Promise<unknown> =>
  tx.named(
    'channels.note-contributed',
    `insert into channels.contributed_copies (county_id, copy_id, sent_at, state, reason, seen_at) values ($1, $2, $5, $3, $4, $5)
     on conflict (county_id, copy_id) do update set state = excluded.state, reason = excluded.reason, seen_at = excluded.seen_at`,
    [tx.countyId, copyId, state, reason, tx.ctx.app.clock.now()],
  );

/** Keeps what the words were with which a copy was first seen published there, by their SHA-256; answers it. */
export async function noteAdoptedWords(tx: Tx, copyId: string, hash: string): Promise<string> {
  const [row] = await tx.named<{ hash: string }>(
    'channels.note-adopted-words',
    'update channels.contributed_copies set words_hash = coalesce(words_hash, $3) where county_id = $1 and copy_id = $2 returning words_hash as hash',
    [tx.countyId, copyId, hash],
  );
  return found(row).hash;
}

/** When a copy was first taken there; real time. */
export async function sentAtOf(tx: Tx, copyId: string): Promise<Date> {
  const [row] = await tx.named<{ sentAt: Date }>(
    'channels.contributed-at',
    'select sent_at as "sentAt" from channels.contributed_copies where county_id = $1 and copy_id = $2',
    [tx.countyId, copyId],
  );
  return found(row).sentAt;
}

/** What was last said of copies, by their id. */
export async function remarks(
  tx: Tx,
  copyIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly code: string; readonly words: string | null }>> {
  const rows = await tx.named<{ id: string; code: string; words: string | null }>(
    'channels.contributed-remarks',
    'select copy_id as id, state as code, reason as words from channels.contributed_copies where county_id = $1 and copy_id = any($2::uuid[])',
    [tx.countyId, [...copyIds]],
  );
  return new Map(rows.map(({ id, code, words }) => [id, { code, words }]));
}
