import type { Appearance } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import type { Copy } from './copy-queries.ts';
import { channelName } from './copy-view.ts';

interface Row {
  storyId: string;
  channelName: string | null;
  number: number;
  state: Copy['state'];
  seenAt: Date | null;
  address: string | null;
}

/** Where these stories appeared, copy by copy, in the reader's language. */
export async function appearances(
  tx: Tx,
  noun: string,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, Appearance[]>> {
  if (noun !== 'story') return new Map();
  const rows = await tx.named<Row>(
    'channels.appearances',
    `select k.story_id as "storyId", h.name as "channelName", k.edition_number as number, k.state, case when k.hash_seen = k.hash_sent then k.seen_at end as "seenAt", k.address
       from channels.copies k left join channels.channels h on h.county_id = k.county_id and h.id = k.channel_id
      where k.county_id = $1 and k.story_id = any($2::uuid[]) and (k.channel_id is null or k.published_at is not null) order by k.story_id, h.name nulls first, k.edition_number`,
    [tx.countyId, storyIds],
  );
  return Map.groupBy(
    rows.map((row) => ({ storyId: row.storyId, ...appearanceOf(tx, row) })),
    (one) => one.storyId,
  );
}

const shown: Readonly<Record<Copy['state'], Appearance['state']>> = {
  planned: 'waiting',
  waiting: 'waiting',
  sending: 'waiting',
  manual: 'waiting',
  accepted: 'stands',
  published: 'stands',
  drifted: 'failed',
  failed: 'failed',
  withdrawing: 'stands',
  withdrawn: 'gone',
  superseded: 'replaced',
};

const appearanceOf = (tx: Tx, row: Row): Appearance => ({
  where: channelName(tx.ctx, row),
  version: row.number,
  state: shown[row.state],
  seenAt: row.seenAt,
  href: row.state === 'published' ? row.address : null,
});
