import type { Keeping, StoredItem } from '#platform/manifest';
import type { Tx } from '#platform/transaction';

/** The stories beside which something of the library is kept: as an attachment, as the scan of an adoption (also of one that was reversed: the ledger stays), or as the very file of a voice note. */
export const keeps = (tx: Tx, { id, hash }: StoredItem): Promise<Keeping[]> =>
  tx.named<Keeping>(
    'newsroom.keeps',
    `select 'story' as noun, k.story_id as id, min(k.at) as at from (
       select story_id, told_at as at from newsroom.attachments where county_id = $1 and material_id = $2::uuid
       union all select story_id, entered_at from newsroom.adoptions where county_id = $1 and scan_hash = $3
       union all select story_id, sent_at from newsroom.voice_notes where county_id = $1 and file_hash = $3) k group by k.story_id`,
    [tx.countyId, id === hash ? null : id, hash],
  );
