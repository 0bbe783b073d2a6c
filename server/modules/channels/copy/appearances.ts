import type { Appearance } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import type { Copy } from './copy-queries.ts';
import { channelName } from './read-copies.ts';

interface Row {
  storyId: string;
  channel: string;
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
    `select story_id as "storyId", channel, edition_number as number, state, case when hash_seen = hash_sent then seen_at end as "seenAt", address
       from channels.copies where county_id = $1 and story_id = any($2::uuid[]) order by story_id, channel, edition_number`,
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
  where: channelName(tx.ctx, row.channel),
  version: row.number,
  state: shown[row.state],
  seenAt: row.seenAt,
  href: row.state === 'published' ? row.address : null,
});
