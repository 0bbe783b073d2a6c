import type { Tx } from '#platform/transaction';

/** Whether the public was shown a material: an edition links to it, or one before did, or such a film names it as the one that is described in words. What was shown once stays to be had, for editions stay. */
export async function isMaterialPublic(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx.named(
    'media.is-material-public',
    `select 1 from media.uses where county_id = $1 and part in ('edition', 'past')
        and item_hash = any(array(select $2::text union all select hash from media.materials where county_id = $1 and described_hash = $2)) limit 1`,
    [tx.countyId, hash],
  );
  return rows.length > 0;
}
