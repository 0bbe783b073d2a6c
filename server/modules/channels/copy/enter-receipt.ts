import { storyById } from '#newsroom';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyReceiptEntry, CopyView } from '../contract.ts';
import { copyForUpdate, deskCopy, isFollowedThere } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyView } from './copy-view.ts';
import { recall } from './follow-withdrawal.ts';
import { noteReceiptPicture } from './receipt-pictures.ts';
import { supersedeEarlier, takenDown } from './supersede.ts';
import { turnCopy } from './turn-copy.ts';

/** A person says that they brought a copy to its place, or took it down there: the receipt of a channel that gives none. What was overtaken while they had it in hand stands there from now on, and is recalled, or followed by the later edition.
 *  Refuses: NotFound (404), Forbidden (403), WrongState (409) for a copy that waits for nobody. */
export async function enterReceipt(
  ctx: Ctx,
  actor: Actor,
  request: CopyReceiptEntry & { copyId: string },
): Promise<CopyView> {
  return ctx.transaction(async (tx) => {
    const copy = found(await copyForUpdate(tx, request.copyId));
    const about = found(await deskCopy(tx, copy.id));
    mustSee(tx, actor, 'copy.bring', about);
    must(tx, actor, 'copy.bring', about);
    const isRecall = copy.state === 'withdrawing' && copy.carrier === 'person';
    if (isRecall) await takenDown(tx, copy, actor);
    else await bring(tx, copy, actor, request);
    await audit(tx, actor, {
      act: isRecall ? 'copy.take-down' : 'copy.bring',
      noun: 'copy',
      subjectId: copy.id,
      placeId: about.placeIds[0] ?? null,
    });
    return copyView(tx, actor, found(await deskCopy(tx, copy.id)));
  });
}

async function bring(tx: Tx, copy: Copy, actor: Actor, request: CopyReceiptEntry): Promise<void> {
  const isLate = copy.isOvertakenInHands && !(await isFollowedThere(tx, copy));
  if (copy.state !== 'manual' && !isLate)
    refuse('WrongState', { noun: 'copy', state: copy.state, wanted: 'published' });
  await turnCopy(tx, copy, 'published', actor, lookAt(tx, request));
  await noteReceipt(tx, copy.id, request);
  await noteReceiptPicture(tx, copy.id, request.pictureHash);
  await supersedeEarlier(tx, copy, actor);
  const { publicState } = await storyById(tx, copy.storyId);
  if (isLate && publicState === 'withdrawn') await recall(tx, { ...copy, state: 'published' }, actor);
}

// At once: whoever brought it there learns whether it is what was signed while they are still at it.
const lookAt = (tx: Tx, { address }: CopyReceiptEntry): { lookAt?: Date } =>
  address === null ? {} : { lookAt: tx.ctx.app.clock.now() };

const noteReceipt = (tx: Tx, id: string, { address, pictureHash }: CopyReceiptEntry): Promise<unknown> =>
  tx.named(
    'channels.note-receipt',
    'update channels.copies set published_at = $3, address = $4, receipt = $5 where county_id = $1 and id = $2',
    [tx.countyId, id, tx.at, address, JSON.stringify({ by: 'person', picture: pictureHash })],
  );
