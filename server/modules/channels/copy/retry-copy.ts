import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import type { CopyView } from '../contract.ts';
import { copyForUpdate, deskCopy } from './copy-queries.ts';
import { copyView } from './read-copies.ts';
import { copyStates } from './states.ts';

/** Has a failed copy sent again and any other looked at again, at the worker's next turn; what was counted against it begins at zero.
 *  Refuses: NotFound (404), WrongState (409) for a copy that waits already or no longer stands. */
export async function retryCopy(ctx: Ctx, actor: Actor, copyId: string): Promise<CopyView> {
  return ctx.transaction(async (tx) => {
    const copy = found(await copyForUpdate(tx, copyId));
    const about = found(await deskCopy(tx, copyId));
    mustSee(tx, actor, 'copy.list', about);
    must(tx, actor, 'copy.retry', about);
    if (copy.state === 'failed') await move(tx, copyStates, copy, 'planned', { by: actor });
    else if (copy.state !== 'published' && copy.state !== 'drifted')
      refuse('WrongState', { noun: 'copy', state: copy.state, wanted: 'planned' });
    await tx.named(
      'channels.retry',
      'update channels.copies set looks = 0, problem = null, look_at = $3, changed_at = $4 where county_id = $1 and id = $2',
      [tx.countyId, copy.id, ctx.app.clock.now(), tx.at],
    );
    await audit(tx, actor, { act: 'copy.retry', noun: 'copy', subjectId: copy.id, placeId: about.placeIds[0] ?? null });
    return copyView(tx, actor, found(await deskCopy(tx, copyId)));
  });
}
