import { newId } from '#platform/ids';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { copyByRemoteId, copyForUpdate } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { supersedeEarlier } from '../copy/supersede.ts';
import { turnCopy } from '../copy/turn-copy.ts';
import type { Outcome } from '../kinds/sending.ts';
import { by } from './claim-copies.ts';
import { recordAttempt } from './record-attempt.ts';
import { lookLater, noteReceipt } from './settle-copy.ts';
import { settleFailure } from './settle-failure.ts';

/** Which copy an answer is about: by the id under which the channel knows it, or by its own. */
export type Answered = { readonly channelId: string; readonly remoteId: string } | { readonly copyId: string };

/** Writes down what a channel says later of a copy that it took over (`answer`: by itself; `look-up`: it was asked). The same answer twice is harmless; one about a copy that is not taken over any more only leaves its address.
 *  Returns false where no copy is known by this id (yet): whoever calls back is told to come again. */
export const answerCopy = (
  ctx: Ctx,
  answered: Answered,
  outcome: Outcome,
  act: 'answer' | 'look-up' = 'answer',
): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const copy = await copyOf(tx, answered);
    if (!copy || copy.state === 'sending') return false;
    if (copy.state !== 'accepted') {
      if (outcome.outcome === 'published') await noteAddress(tx, copy, outcome);
      return true;
    }
    const recorded = recordAttempt(tx, copy, {
      id: newId(),
      act,
      outcome: outcome.outcome,
      problem: outcome.outcome === 'failed' ? outcome.problem : null,
      detail: outcome.detail,
      took: 0,
    });
    await together(recorded);
    await settleAnswer(tx, copy, outcome);
    return true;
  });

const noteAddress = (
  tx: Tx,
  { id }: Copy,
  { address, remoteId }: Extract<Outcome, { outcome: 'published' }>,
): Promise<unknown> =>
  tx.named(
    'channels.note-address',
    'update channels.copies set address = coalesce(address, $3), remote_id = coalesce(remote_id, $4) where county_id = $1 and id = $2',
    [tx.countyId, id, address, remoteId],
  );

const copyOf = (tx: Tx, answered: Answered): Promise<Copy | undefined> =>
  'copyId' in answered ? copyForUpdate(tx, answered.copyId) : copyByRemoteId(tx, answered.channelId, answered.remoteId);

async function settleAnswer(tx: Tx, copy: Copy, outcome: Outcome): Promise<void> {
  if (outcome.outcome === 'failed') return settleFailure(tx, copy, outcome);
  const { lookAt } = lookLater(tx, copy, outcome);
  if (outcome.outcome === 'published') {
    await together(turnCopy(tx, copy, 'published', by, lookAt ? { lookAt } : {}), noteReceipt(tx, copy, outcome));
    return supersedeEarlier(tx, copy, by);
  }
  await tx.named(
    'channels.answer-later',
    'update channels.copies set look_at = $3, looks = looks + 1 where county_id = $1 and id = $2',
    [tx.countyId, copy.id, lookAt ?? null],
  );
  if (!lookAt) await supersedeEarlier(tx, found(await copyForUpdate(tx, copy.id)), by);
}
