import type { Tx } from '#platform/transaction';
import type { Copy } from '../copy/copy-queries.ts';

/** What one try met with. */
export interface Attempt {
  readonly id: string;
  readonly act: 'send' | 'correct' | 'withdraw' | 'look-up' | 'answer';
  readonly outcome: 'accepted' | 'published' | 'withdrawn' | 'failed' | 'unknown';
  readonly problem: string | null;
  readonly detail: object;
  /** Milliseconds. */
  readonly took: number;
}

/** Writes down a try, for good. */
export const recordAttempt = (tx: Tx, copy: Pick<Copy, 'id' | 'channelId'>, attempt: Attempt): Promise<unknown> =>
  tx.named(
    'channels.record-attempt',
    `insert into channels.attempts (county_id, id, copy_id, channel_id, act, outcome, problem, detail, took_milliseconds, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.countyId,
      attempt.id,
      copy.id,
      copy.channelId,
      attempt.act,
      attempt.outcome,
      attempt.problem,
      JSON.stringify(attempt.detail),
      Math.round(attempt.took),
      tx.at,
    ],
  );
