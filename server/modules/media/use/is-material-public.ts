import type { Tx } from '#platform/transaction';

/** Whether the public was shown a material: an edition links to it, or one before did. What was shown once stays to be had, for editions stay. */
export async function isMaterialPublic(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx.named(
    'media.is-material-public',
    `select 1 from media.uses where county_id = $1 and item_hash = $2 and part in ('edition', 'past') limit 1`,
    [tx.countyId, hash],
  );
  return rows.length > 0;
}
