import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyView, Retry } from '../contract.ts';
import { closeBreaker } from '../channel/breaker.ts';
import { copyForUpdate, deskCopy, noteMayBeThere } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyView } from './copy-view.ts';
import { retryOf } from './retry-of.ts';
import { turnCopy } from './turn-copy.ts';

/** Tries a copy again (`retryOf`), at the worker's next turn: has it sent, taken down, or looked at where it stands; what was counted against it begins at zero.
 *  Refuses: NotFound (404), WrongState (409) for a copy of which nothing can be tried now. */
export async function retryCopy(ctx: Ctx, actor: Actor, copyId: string): Promise<CopyView> {
  return ctx.transaction(async (tx) => {
    const copy = found(await copyForUpdate(tx, copyId));
    const about = found(await deskCopy(tx, copyId));
    mustSee(tx, actor, 'copy.list', about);
    must(tx, actor, 'copy.retry', about);
    const what = retryOf(copy) ?? refuse('WrongState', { noun: 'copy', state: copy.state, wanted: 'planned' });
    await retry(tx, copy, what, actor);
    await audit(tx, actor, {
      act: what === 'accept-no-longer' ? 'copy.accept-no-longer' : 'copy.retry',
      noun: 'copy',
      subjectId: copy.id,
      placeId: about.placeIds[0] ?? null,
    });
    return copyView(tx, actor, found(await deskCopy(tx, copyId)));
  });
}

async function retry(tx: Tx, copy: Copy, what: Retry, actor: Actor): Promise<void> {
  const dueAt = tx.ctx.app.clock.now();
  if (copy.channelId) await closeBreaker(tx, copy.channelId);
  if (what === 'hand-over') return turnCopy(tx, copy, 'manual', actor);
  if (copy.state === 'failed') return turnCopy(tx, copy, 'planned', actor, { dueAt });
  if (copy.state === 'published' && what === 'take-down')
    return turnCopy(tx, copy, 'withdrawing', actor, copy.carrier === 'program' ? { dueAt } : {});
  if (copy.state === 'drifted' && what === 'send') {
    await noteMayBeThere(tx, copy, true);
    return turnCopy(tx, copy, 'planned', actor, { dueAt, anew: true });
  }
  if (what === 'accept-no-longer') await acceptNoLonger(tx, copy);
  await tryNow(tx, copy, what === 'look' || what === 'accept-no-longer');
}

// The next look finds the other words there, and says so.
const acceptNoLonger = (tx: Tx, { id }: Copy): Promise<unknown> =>
  tx.named(
    'channels.accept-no-longer',
    'update channels.copies set accepted_hash = null, uncompared = null where county_id = $1 and id = $2',
    [tx.countyId, id],
  );

const tryNow = (tx: Tx, { id }: Copy, isLook: boolean): Promise<unknown> =>
  tx.named(
    'channels.retry',
    `update channels.copies set looks = 0, tries = 0, problem = null, look_at = case when $4::boolean then $3::timestamptz end, due_at = case when $4 then null else $3 end, changed_at = $5 where county_id = $1 and id = $2`,
    [tx.countyId, id, tx.ctx.app.clock.now(), isLook, tx.at],
  );
