import type { Tx } from '#platform/transaction';

/** Whether something published shows the picture, or once did. */
export async function isPublished(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx.named(
    'media.is-published',
    `select 1 from media.uses where county_id = $1 and item_hash = $2 and part <> 'draft' limit 1`,
    [tx.countyId, hash],
  );
  return rows.length > 0;
}

/** The pictures were published: the file that shows them to other programs is made anew with its signature, beside all other work. */
export const dueForSigning = (tx: Tx, hashes: readonly string[]): Promise<unknown> =>
  tx.named(
    'media.due-for-signing',
    'update media.pictures set renditions_at = null, renditions_tried_at = null where county_id = $1 and hash = any($2)',
    [tx.countyId, hashes],
  );
