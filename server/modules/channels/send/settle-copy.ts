import { newId } from '#platform/ids';
import { failpoint } from '#platform/failpoints';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { noteAnswer } from '../channel/breaker.ts';
import { copyForUpdate } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { supersedeEarlier } from '../copy/supersede.ts';
import { turnCopy } from '../copy/turn-copy.ts';
import { capabilitiesOf } from '../kinds/registry.ts';
import type { Failed, Outcome } from '../kinds/sending.ts';
import { by } from './claim-copies.ts';
import type { Claimed } from './claim-copies.ts';
import { recordAttempt } from './record-attempt.ts';
import { nextTry, recallNow, settleFailure } from './settle-failure.ts';

/** Writes down how a try ended, and what follows from it. A copy that somebody else has in hand by now keeps what they say; the try is written down all the same. */
export async function settleCopy(ctx: Ctx, claimed: Claimed, outcome: Outcome, took: number): Promise<void> {
  await failpoint('copy-sent-before-receipt');
  await ctx.transaction(async (tx) => {
    const copy = await copyForUpdate(tx, claimed.copy.id);
    if (!copy?.channelId) return;
    const { channelId } = copy;
    const recorded = recordAttempt(tx, copy, {
      id: newId(),
      act: claimed.act,
      outcome: outcome.outcome !== 'failed' && claimed.act === 'withdraw' ? 'withdrawn' : outcome.outcome,
      problem: outcome.outcome === 'failed' ? outcome.problem : null,
      detail: outcome.detail,
      took,
    });
    await together(recorded, noteAnswer(tx, channelId, outcome));
    if (copy.claimedUntil?.getTime() !== claimed.claimedUntil.getTime()) return;
    if (claimed.act === 'withdraw') await settleRecall(tx, copy, outcome);
    else await settleSending(tx, copy, outcome);
  });
  await failpoint('copy-after-receipt');
}

async function settleRecall(tx: Tx, copy: Copy, outcome: Outcome): Promise<void> {
  // Restored, or followed by a later edition, while the recall was on its way: what it is now goes on.
  if (copy.state !== 'withdrawing') return release(tx, copy);
  if (outcome.outcome !== 'failed') return turnCopy(tx, copy, 'withdrawn', by);
  const again = nextTry(tx, copy, outcome);
  await tx.named(
    'channels.recall-again',
    'update channels.copies set claimed_until = null, due_at = $3, problem = $4, changed_at = $5 where county_id = $1 and id = $2',
    [tx.countyId, copy.id, again, outcome.problem, tx.at],
  );
}

const release = (tx: Tx, copy: Copy): Promise<void> =>
  tx
    .named('channels.release', 'update channels.copies set claimed_until = null where county_id = $1 and id = $2', [
      tx.countyId,
      copy.id,
    ])
    .then(() => undefined);

async function settleSending(tx: Tx, copy: Copy, outcome: Outcome): Promise<void> {
  if (copy.state !== 'sending') return release(tx, copy);
  if (outcome.outcome === 'failed') return settleFailure(tx, copy, outcome);
  await together(turnCopy(tx, copy, outcome.outcome, by, lookLater(tx, copy, outcome)), noteReceipt(tx, copy, outcome));
  // What will stand there only later leaves the earlier one standing until then.
  if (isThere(outcome)) await supersedeEarlier(tx, copy, by);
  // A withdrawal overtook it: the recall follows the receipt.
  if (copy.recalled) await recallNow(tx, { ...copy, state: outcome.outcome });
}

type Taken = Exclude<Outcome, Failed>;

const isThere = (outcome: Taken): boolean => outcome.outcome === 'published' || outcome.lookAfterSeconds === undefined;

/** Soon enough to be seen by whoever published, late enough for the channel to show it. */
const readBackAfterSeconds = 5;

/** When the channel is asked what became of a copy, or a copy is read back there. */
export function lookLater(tx: Tx, { settings }: Copy, outcome: Taken): { lookAt?: Date } {
  const readsBack = outcome.outcome === 'published' && capabilitiesOf(settings).readsBack;
  const seconds =
    outcome.outcome === 'accepted' ? outcome.lookAfterSeconds : readsBack ? readBackAfterSeconds : undefined;
  return seconds === undefined ? {} : { lookAt: new Date(tx.ctx.app.clock.now().getTime() + seconds * 1_000) };
}

/** Writes what a channel gave back for a copy that it took. */
export const noteReceipt = (tx: Tx, copy: Copy, outcome: Taken): Promise<unknown> =>
  tx.named(
    'channels.sent',
    'update channels.copies set published_at = $3, address = coalesce($4, address), remote_id = coalesce($5, remote_id), receipt = $6, recalled = false where county_id = $1 and id = $2',
    [
      tx.countyId,
      copy.id,
      tx.at,
      outcome.outcome === 'published' ? outcome.address : null,
      outcome.remoteId ?? null,
      JSON.stringify(outcome.detail),
    ],
  );
