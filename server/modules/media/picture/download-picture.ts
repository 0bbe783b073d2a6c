import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { imprintJpeg } from '../imprint/jpeg-imprint.ts';
import { picturesByHash } from './picture-queries.ts';
import { readOriginal } from './read-original.ts';

/** The stored picture with what the library says of it now; its pixels are not encoded anew. Refuses: NotFound (404). */
export async function downloadPicture(ctx: Ctx, actor: Actor, hash: string): Promise<Buffer> {
  const picture = await ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'picture.list');
    return found((await picturesByHash(tx, [hash])).get(hash));
  });
  return imprintJpeg(found(await readOriginal(ctx, hash)), picture);
}
