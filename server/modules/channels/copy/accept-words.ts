import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import type { CopyView } from '../contract.ts';
import { copyForUpdate, deskCopy } from './copy-queries.ts';
import { copyView } from './copy-view.ts';
import { mayAccept } from './may-act.ts';
import { copyStates } from './states.ts';

/** What somebody saw at a copy's place and lets stand, and why. */
export interface AcceptedWords {
  readonly copyId: string;
  /** The words that they saw: any others are drift again. */
  readonly hashSeen: string;
  readonly reason: string;
}

/** Lets other words stand at a copy's place, such as a line that the platform adds to every article; the receipt goes on saying that they are not those that were signed. Trying the copy again ends it (`retryOf`).
 *  Refuses: NotFound (404), Forbidden (403), WrongState (409) unless other words were seen there in a channel that is not our own site, SeenChanged (409) when still others stand there by now. */
export async function acceptWords(
  ctx: Ctx,
  actor: Actor,
  { copyId, hashSeen, reason }: AcceptedWords,
): Promise<CopyView> {
  return ctx.transaction(async (tx) => {
    const copy = found(await copyForUpdate(tx, copyId));
    const about = found(await deskCopy(tx, copyId));
    mustSee(tx, actor, 'copy.list', about);
    must(tx, actor, 'copy.accept-words', about);
    if (!mayAccept(copy)) refuse('WrongState', { noun: 'copy', state: copy.state, wanted: 'published' });
    if (copy.hashSeen !== hashSeen) refuse('SeenChanged');
    await move(tx, copyStates, copy, 'published', { by: actor, reason });
    await tx.named(
      'channels.accept-words',
      `update channels.copies set accepted_hash = $3, uncompared = 'accepted', problem = null, changed_at = $4 where county_id = $1 and id = $2`,
      [tx.countyId, copy.id, hashSeen, tx.at],
    );
    await audit(tx, actor, {
      act: 'copy.accept-words',
      noun: 'copy',
      subjectId: copy.id,
      placeId: about.placeIds[0] ?? null,
      detail: { reason },
    });
    return copyView(tx, actor, found(await deskCopy(tx, copyId)));
  });
}
