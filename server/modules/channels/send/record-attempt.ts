import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Copy } from '../copy/copy-queries.ts';
import type { ChannelsTables } from '../tables.ts';

/** What one try met with. */
export interface Attempt {
  readonly id: string;
  readonly act: 'send' | 'correct' | 'withdraw' | 'look-up' | 'answer' | 'end' | 'hold';
  readonly outcome: 'accepted' | 'published' | 'withdrawn' | 'failed' | 'unknown';
  readonly problem: string | null;
  readonly detail: object;
  /** Milliseconds. */
  readonly took: number;
}

/** Writes down a try, for good. */
export const recordAttempt = (tx: Tx, copy: Pick<Copy, 'id' | 'channelId'>, attempt: Attempt): Promise<unknown> =>
  recordAttempts(tx, [{ copy, attempt }]);

/** As `recordAttempt`, for several tries in one statement. */
export const recordAttempts = (
  tx: Tx,
  tries: readonly { readonly copy: Pick<Copy, 'id' | 'channelId'>; readonly attempt: Attempt }[],
): Promise<unknown> =>
  tx
    .tables<ChannelsTables>()
    .insertInto('channels.attempts')
    .values(
      tries.map(({ copy, attempt }) => ({
        county_id: tx.countyId,
        id: attempt.id,
        copy_id: copy.id,
        channel_id: found(copy.channelId),
        act: attempt.act,
        outcome: attempt.outcome,
        problem: attempt.problem,
        detail: JSON.stringify(attempt.detail),
        took_milliseconds: Math.round(attempt.took),
        at: tx.at,
      })),
    )
    .execute();
