import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { waitingIn } from '../copy/copy-queries.ts';
import { turnCopies } from '../copy/turn-copy.ts';

/** A channel was turned off: what waits for it, or for its keeper, is owed from now on, and the ledger says why. What is just being sent ends first. Answers how many. */
export async function oweCopies(tx: Tx, channelId: string, actor: Actor): Promise<number> {
  const waiting = await waitingIn(tx, channelId, ['planned', 'waiting', 'manual']);
  await turnCopies(tx, waiting, 'failed', actor, { problem: 'channel-off' });
  return waiting.length;
}
