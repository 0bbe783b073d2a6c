import type { Appearance } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import type { CopyReceipt } from '../page-contract.ts';
import { channelName } from './copy-view.ts';
import { toldState } from './told-state.ts';
import type { Told } from './told-state.ts';

interface Row extends Told {
  storyId: string;
  isWithdrawn: boolean;
  channelName: string | null;
  number: number;
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
    `select k.story_id as "storyId", s.public_state = 'withdrawn' as "isWithdrawn", h.name as "channelName", h.carrier, h.settings, k.edition_number as number, k.state, k.problem, k.due_at as "dueAt", k.published_at as "publishedAt", case when k.hash_seen = k.hash_sent then k.seen_at end as "seenAt", k.address
       from channels.copies k join newsroom.stories s on s.county_id = k.county_id and s.id = k.story_id left join channels.channels h on h.county_id = k.county_id and h.id = k.channel_id
      where k.county_id = $1 and k.story_id = any($2::uuid[]) and (k.channel_id is null or k.published_at is not null) order by k.story_id, h.name nulls first, k.edition_number`,
    [tx.countyId, storyIds],
  );
  return Map.groupBy(
    rows.map((row) => ({ storyId: row.storyId, ...appearanceOf(tx, row) })),
    (one) => one.storyId,
  );
}

const shown: Readonly<Record<CopyReceipt['state'], Appearance['state']>> = {
  waiting: 'waiting',
  accepted: 'taken',
  confirmed: 'stands',
  drifted: 'failed',
  missing: 'failed',
  failed: 'failed',
  withdrawing: 'going',
  stays: 'stays',
  followed: 'followed',
  withdrawn: 'gone',
  replaced: 'replaced',
  passed: 'replaced',
};

function appearanceOf(tx: Tx, row: Row): Appearance {
  const state = shown[toldState(row, row.isWithdrawn)];
  return {
    where: channelName(tx.ctx, row),
    version: row.number,
    state,
    seenAt: row.seenAt,
    // Nobody is led to the words of a story that is withdrawn.
    href: state === 'stands' && !row.isWithdrawn ? row.address : null,
  };
}
