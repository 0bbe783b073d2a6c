import { picturesByHash } from '#media';
import { tellOthers } from '#platform/events';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { draftWritten } from '../events.ts';
import { addUpdate } from './draft-queries.ts';
import { workingCopies } from './working-copies.ts';

/** What somebody wrote, checked already. */
export interface Written {
  readonly writerId: string;
  readonly update: Uint8Array;
}

/** Keeps what was written at a working copy, before anybody else sees it and before its writer is told that it is kept. `pictures`: hashes that came with it.
 *  Refuses: PictureUnknown (422) for a picture that this county has not stored. */
export async function appendUpdates(
  ctx: Ctx,
  storyId: string,
  written: readonly Written[],
  pictures: readonly string[],
): Promise<void> {
  const { joined } = await workingCopies();
  await ctx.transaction(async (tx) => {
    if (pictures.length > 0) {
      const stored = await picturesByHash(tx, [...pictures]);
      const unknown = pictures.find((hash) => !stored.has(hash));
      if (unknown !== undefined) refuse('PictureUnknown', { hash: unknown });
    }
    for (const writerId of new Set(written.map((one) => one.writerId)))
      await addUpdate(
        tx,
        storyId,
        writerId,
        joined(written.filter((one) => one.writerId === writerId).map((one) => one.update)),
      );
    await tellOthers(tx, draftWritten, { storyId });
  });
}
