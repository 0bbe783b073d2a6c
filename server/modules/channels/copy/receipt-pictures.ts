import type { Keeping, StoredItem } from '#platform/manifest';
import type { Tx } from '#platform/transaction';

/** Notes that a receipt holds this picture as its screenshot, also once another one takes its place. */
export async function noteReceiptPicture(tx: Tx, copyId: string, pictureHash: string | null): Promise<void> {
  if (pictureHash === null) return;
  await tx.named(
    'channels.note-receipt-picture',
    'insert into channels.receipt_pictures (county_id, picture_hash, copy_id, entered_at) values ($1, $2, $3, $4) on conflict do nothing',
    [tx.countyId, pictureHash, copyId, tx.at],
  );
}

/** The stories of whose copies a receipt holds this picture, now or in an earlier entry. */
export const keeps = (tx: Tx, { hash }: StoredItem): Promise<Keeping[]> =>
  tx.named<Keeping>(
    'channels.keeps',
    `select 'story' as noun, c.story_id as id, min(p.entered_at) as at from channels.receipt_pictures p
       join channels.copies c on c.county_id = p.county_id and c.id = p.copy_id
      where p.county_id = $1 and p.picture_hash = $2 group by c.story_id`,
    [tx.countyId, hash],
  );
