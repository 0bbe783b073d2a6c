import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyView } from '../contract.ts';
import { closeBreaker } from '../channel/breaker.ts';
import { capabilitiesOf } from '../kinds/registry.ts';
import { copyForUpdate, deskCopy, noteMayBeThere } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyView } from './copy-view.ts';
import { isUnseen, mayRetry } from './may-act.ts';
import { turnCopy } from './turn-copy.ts';

/** Has a copy sent again, or looked at again where it stands, at the worker's next turn; what was counted against it begins at zero.
 *  Refuses: NotFound (404), WrongState (409) for a copy of which nothing can be tried now. */
export async function retryCopy(ctx: Ctx, actor: Actor, copyId: string): Promise<CopyView> {
  return ctx.transaction(async (tx) => {
    const copy = found(await copyForUpdate(tx, copyId));
    const about = found(await deskCopy(tx, copyId));
    mustSee(tx, actor, 'copy.list', about);
    must(tx, actor, 'copy.retry', about);
    if (!mayRetry(copy)) refuse('WrongState', { noun: 'copy', state: copy.state, wanted: 'planned' });
    await retry(tx, copy, actor);
    await audit(tx, actor, { act: 'copy.retry', noun: 'copy', subjectId: copy.id, placeId: about.placeIds[0] ?? null });
    return copyView(tx, actor, found(await deskCopy(tx, copyId)));
  });
}

async function retry(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  const now = tx.ctx.app.clock.now();
  if (copy.channelId) await closeBreaker(tx, copy.channelId);
  if (copy.state === 'failed') {
    const byHand = copy.carrier === 'person';
    return turnCopy(tx, copy, byHand ? 'manual' : 'planned', actor, byHand ? {} : { dueAt: now });
  }
  // Where other words stand they are looked at again: somebody may have mended them there. What can be written over is sent anew.
  if (copy.state === 'drifted' && copy.carrier === 'program' && capabilitiesOf(copy.settings).correct === 'edit') {
    await noteMayBeThere(tx, copy, true);
    return turnCopy(tx, copy, 'planned', actor, { dueAt: now, anew: true });
  }
  const isLook = copy.channelId === null || copy.state === 'drifted' || isUnseen(copy);
  await tx.named(
    'channels.retry',
    `update channels.copies set looks = 0, tries = 0, problem = null, look_at = case when $4::boolean then $3::timestamptz end, due_at = case when $4 then null else $3 end, changed_at = $5 where county_id = $1 and id = $2`,
    [tx.countyId, copy.id, now, isLook, tx.at],
  );
}
