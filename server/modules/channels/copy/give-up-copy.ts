import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may, must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyView } from '../contract.ts';
import { copyForUpdate, deskCopy } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyView } from './copy-view.ts';
import { mayGiveUp } from './may-act.ts';
import { turnCopy } from './turn-copy.ts';

/** Gives a copy up: it is not sent, and nobody is reminded of it. A recall that is given up leaves the copy standing, and the ledger says so until it is taken up again. Whoever keeps a channel may give up what is in their hands.
 *  Refuses: NotFound (404), Forbidden (403), WrongState (409) for a copy that stands, is just being sent, or waits for nothing. */
export async function giveUpCopy(ctx: Ctx, actor: Actor, copyId: string): Promise<CopyView> {
  return ctx.transaction(async (tx) => {
    const copy = found(await copyForUpdate(tx, copyId));
    const about = found(await deskCopy(tx, copyId));
    if (!may(tx, actor, 'copy.bring', about)) mustSee(tx, actor, 'copy.list', about);
    must(tx, actor, 'copy.give-up', about);
    if (!mayGiveUp(tx, copy)) refuse('WrongState', { noun: 'copy', state: copy.state, wanted: 'failed' });
    await giveUp(tx, copy, actor);
    await audit(tx, actor, {
      act: 'copy.give-up',
      noun: 'copy',
      subjectId: copy.id,
      placeId: about.placeIds[0] ?? null,
    });
    return copyView(tx, actor, found(await deskCopy(tx, copyId)));
  });
}

async function giveUp(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  if (copy.state === 'withdrawing') return turnCopy(tx, copy, 'published', actor, { problem: 'not-withdrawn' });
  if (copy.state !== 'failed') return turnCopy(tx, copy, 'failed', actor, { problem: 'given-up' });
  await tx.named(
    'channels.give-up',
    `update channels.copies set problem = 'given-up', changed_at = $3 where county_id = $1 and id = $2`,
    [tx.countyId, copy.id, tx.at],
  );
}
