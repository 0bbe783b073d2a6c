import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyReceiptEntry, CopyView, FormerReceipt } from '../contract.ts';
import { copyForUpdate, deskCopy } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { copyView } from './copy-view.ts';
import { formerReceiptsOf, hasHandReceipt, pictureOf } from './hand-receipt.ts';
import { noteReceiptPicture } from './receipt-pictures.ts';
import { copyStates } from './states.ts';

/** Mends the address and the screenshot of a receipt that a person entered; the earlier ones stay with it, and what stands at the new address is read from the beginning.
 *  Refuses: NotFound (404), Forbidden (403), WrongState (409) for a copy that does not stand, or whose receipt no person entered. */
export async function mendReceipt(
  ctx: Ctx,
  actor: Actor,
  { copyId, ...entry }: CopyReceiptEntry & { copyId: string },
): Promise<CopyView> {
  return ctx.transaction(async (tx) => {
    const copy = found(await copyForUpdate(tx, copyId));
    const about = found(await deskCopy(tx, copyId));
    mustSee(tx, actor, 'copy.bring', about);
    must(tx, actor, 'copy.bring', about);
    if (!hasHandReceipt(copy)) refuse('WrongState', { noun: 'copy', state: copy.state, wanted: 'published' });
    // What drifted stood at an address that is no longer said to be its own.
    if (copy.state === 'drifted') await move(tx, copyStates, copy, 'published', { by: actor });
    await noteMended(tx, copy, entry);
    await noteReceiptPicture(tx, copy.id, entry.pictureHash);
    await audit(tx, actor, {
      act: 'copy.mend-receipt',
      noun: 'copy',
      subjectId: copy.id,
      placeId: about.placeIds[0] ?? null,
    });
    return copyView(tx, actor, found(await deskCopy(tx, copyId)));
  });
}

// That a recall was given up stays said, and whatever its words are, it should not stand there: nobody looks.
const noteMended = (tx: Tx, copy: Copy, { address, pictureHash }: CopyReceiptEntry): Promise<unknown> =>
  tx.named(
    'channels.mend-receipt',
    `update channels.copies set address = $3, receipt = $4, look_at = $5, changed_at = $6, hash_seen = null, seen_at = null, looks = 0, uncompared = null, accepted_hash = null,
       problem = case when problem = 'not-withdrawn' then problem end where county_id = $1 and id = $2`,
    [
      tx.countyId,
      copy.id,
      address,
      JSON.stringify({ by: 'person', picture: pictureHash, former: formerReceipts(copy, tx.at) }),
      address === null || copy.problem === 'not-withdrawn' ? null : tx.ctx.app.clock.now(),
      tx.at,
    ],
  );

const formerReceipts = (copy: Copy, until: Date): FormerReceipt[] => [
  ...formerReceiptsOf(copy.receipt),
  { address: copy.address, pictureHash: pictureOf(copy.receipt), until: until.toISOString() },
];
