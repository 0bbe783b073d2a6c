import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { ownUpload, uploadForUpdate } from './upload-queries.ts';

/** Gives an upload up: what has arrived of it goes. What was kept already stays in the library. Not to be called inside a transaction. Refuses: WrongState (409) while it is being put away. */
export async function endUpload(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await ownUpload(tx, actor.id, id);
    const upload = await uploadForUpdate(tx, id);
    if (upload?.state === 'arrived') refuse('WrongState', { noun: 'upload', state: upload.state });
    await removeUpload(tx, id);
  });
  await ctx.app.files.removePieces(ctx.county.id, id);
}

/** Removes the rows of an upload; its pieces in the file store go afterwards. */
export async function removeUpload(tx: Tx, id: string): Promise<void> {
  await tx.named('media.remove-pieces', 'delete from media.upload_pieces where county_id = $1 and upload_id = $2', [
    tx.countyId,
    id,
  ]);
  await tx.named('media.remove-upload', 'delete from media.uploads where county_id = $1 and id = $2', [
    tx.countyId,
    id,
  ]);
}
