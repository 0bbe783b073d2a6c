import type { OtherForm } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { addressesOf } from './documents/addresses.ts';
import { mediaType } from './documents/documents.ts';

/** The Articles of a story, account by account: whoever has only the address of its page finds them by it. */
export async function otherForms(tx: Tx, storyId: string): Promise<OtherForm[]> {
  const rows = await tx.named<{ id: string; channelId: string }>(
    'channels.activitypub-forms',
    `select o.id, o.channel_id as "channelId" from channels.activitypub_objects o join channels.channels h on h.county_id = o.county_id and h.id = o.channel_id and h.kind = 'activitypub'
      where o.county_id = $1 and o.story_id = $2 and not o.is_deleted order by o.id`,
    [tx.countyId, storyId],
  );
  return rows.map(({ id, channelId }) => ({ type: mediaType, href: addressesOf(tx.ctx, channelId).object(id) }));
}
