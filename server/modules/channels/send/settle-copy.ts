import { newId } from '#platform/ids';
import { failpoint } from '#platform/failpoints';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { noteAnswer } from '../channel/breaker.ts';
import { copyForUpdate } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { isUncertain } from '../copy/states.ts';
import { supersedeEarlier } from '../copy/supersede.ts';
import { turnCopy } from '../copy/turn-copy.ts';
import { failures } from '../kinds/sending.ts';
import type { Outcome } from '../kinds/sending.ts';
import { by } from './claim-copies.ts';
import type { Claimed } from './claim-copies.ts';
import { recordAttempt } from './record-attempt.ts';

type Failed = Extract<Outcome, { outcome: 'failed' }>;

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
  await together(turnCopy(tx, copy, outcome.outcome, by), noteReceipt(tx, copy, outcome));
  await supersedeEarlier(tx, copy, by);
  // A withdrawal overtook it: the recall follows the receipt.
  if (copy.recalled) await recallNow(tx, { ...copy, state: outcome.outcome });
}

const noteReceipt = (tx: Tx, copy: Copy, outcome: Exclude<Outcome, Failed>): Promise<unknown> =>
  tx.named(
    'channels.sent',
    'update channels.copies set published_at = $3, address = coalesce($4, address), remote_id = coalesce($5, remote_id), receipt = $6, recalled = false where county_id = $1 and id = $2',
    [
      tx.countyId,
      copy.id,
      tx.at,
      outcome.outcome === 'published' ? outcome.address : null,
      outcome.outcome === 'published' ? outcome.remoteId : null,
      JSON.stringify(outcome.detail),
    ],
  );

const recallNow = (tx: Tx, copy: Copy): Promise<void> =>
  turnCopy(tx, copy, 'withdrawing', by, { dueAt: tx.ctx.app.clock.now() });

async function settleFailure(tx: Tx, copy: Copy, failed: Failed): Promise<void> {
  if (copy.recalled) {
    await tx.named(
      'channels.recalled',
      'update channels.copies set recalled = false where county_id = $1 and id = $2',
      [tx.countyId, copy.id],
    );
    // What may have arrived is recalled; what never left is simply not there.
    return isUncertain(failed.problem) ? recallNow(tx, copy) : turnCopy(tx, copy, 'withdrawn', by);
  }
  if (await hasLaterEdition(tx, copy))
    return turnCopy(tx, copy, 'superseded', by, {}, { detail: { ...failed.detail } });
  const again = nextTry(tx, copy, failed);
  const { problem } = failed;
  if (again) return turnCopy(tx, copy, 'waiting', by, { dueAt: again, waitsFor: 'retry', problem, tries: copy.tries });
  await turnCopy(tx, copy, 'failed', by, { problem, tries: copy.tries });
}

async function hasLaterEdition(tx: Tx, copy: Copy): Promise<boolean> {
  const [later] = await tx.named(
    'channels.later-edition',
    `select 1 from channels.copies where county_id = $1 and story_id = $2 and channel_id = $3 and edition_number > $4 and state <> 'superseded' limit 1`,
    [tx.countyId, copy.storyId, copy.channelId, copy.editionNumber],
  );
  return later !== undefined;
}

/** With the waits between them the last try is some six hours after the first. */
const mostTries = 12;
const longestWaitSeconds = 3_600;

// Later and later, and not all at the same moment: each wait is drawn from its second half.
function nextTry(tx: Tx, copy: Copy, { problem, afterSeconds }: Failed): Date | null {
  if (failures[problem] !== 'again' || copy.tries >= mostTries) return null;
  const wait = Math.min(longestWaitSeconds, 10 * 2 ** (copy.tries - 1)) * (0.5 + Math.random() / 2);
  return new Date(tx.ctx.app.clock.now().getTime() + Math.max(wait, afterSeconds ?? 0) * 1_000);
}
