import type { Tx } from '#platform/transaction';

/** Whether a receipt holds this picture as its screenshot, now or in an earlier entry. */
export async function keepsPicture(tx: Tx, hash: string): Promise<boolean> {
  const kept = await tx.named(
    'channels.keeps-picture',
    `select 1 from channels.copies where county_id = $1 and position($2 in receipt::text) > 0 limit 1`,
    [tx.countyId, hash],
  );
  return kept.length > 0;
}
