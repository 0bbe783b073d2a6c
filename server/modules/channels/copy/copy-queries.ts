import type { Tx } from '#platform/transaction';
import type { CopyState } from './states.ts';

/** A copy of an edition in a channel. */
export interface Copy {
  readonly id: string;
  readonly storyId: string;
  readonly editionId: string;
  readonly editionNumber: number;
  readonly channel: string;
  readonly state: CopyState;
  readonly remoteId: string | null;
  readonly address: string | null;
  readonly hashSent: string;
  readonly hashSeen: string | null;
  readonly receipt: Record<string, unknown> | null;
  readonly attempts: number;
  readonly problem: string | null;
  readonly lookAt: Date | null;
  readonly plannedAt: Date;
  readonly publishedAt: Date | null;
  readonly seenAt: Date | null;
  readonly changedAt: Date;
}

const columns = `id, story_id as "storyId", edition_id as "editionId", edition_number as "editionNumber", channel, state, remote_id as "remoteId", address, hash_sent as "hashSent", hash_seen as "hashSeen", receipt, attempts, problem,
  look_at as "lookAt", planned_at as "plannedAt", published_at as "publishedAt", seen_at as "seenAt", changed_at as "changedAt"`;

/** The copies of a story, latest edition first. */
export const copiesOf = (tx: Tx, storyId: string): Promise<Copy[]> =>
  tx.named<Copy>(
    'channels.copies-of',
    `select ${columns} from channels.copies where county_id = $1 and story_id = $2 order by edition_number desc, channel`,
    [tx.countyId, storyId],
  );

/** The copies of a story that still stand somewhere, locked. */
export const standingCopies = (tx: Tx, storyId: string): Promise<Copy[]> =>
  tx.named<Copy>(
    'channels.standing',
    `select ${columns} from channels.copies where county_id = $1 and story_id = $2 and state <> 'replaced' order by id for update`,
    [tx.countyId, storyId],
  );

/** Copies whose turn it is to be read back, by real time. */
export const copiesToRead = (tx: Tx, realTime: Date, limit: number): Promise<Copy[]> =>
  tx.named<Copy>(
    'channels.to-read',
    `select ${columns} from channels.copies where county_id = $1 and look_at <= $2 order by look_at limit $3`,
    [tx.countyId, realTime, limit],
  );

/** A copy, locked, or undefined. */
export async function copyForUpdate(tx: Tx, id: string): Promise<Copy | undefined> {
  const [row] = await tx.named<Copy>(
    'channels.copy-for-update',
    `select ${columns} from channels.copies where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return row;
}

/** Copies that need somebody, latest change first. */
export const troubledCopies = (tx: Tx, limit: number): Promise<Copy[]> =>
  tx.named<Copy>(
    'channels.troubled',
    `select ${columns} from channels.copies where county_id = $1 and state in ('waiting', 'drifted', 'failed') order by changed_at desc limit $2`,
    [tx.countyId, limit],
  );
