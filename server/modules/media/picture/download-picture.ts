import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { imprintJpeg } from '../imprint/jpeg-imprint.ts';
import { isPublished } from '../provenance/is-published.ts';
import { picturesByHash } from './picture-queries.ts';
import { readOriginal } from './read-original.ts';

/** The stored picture with what the library says of it now, signed where it is published; its pixels are not encoded anew. Refuses: NotFound (404). */
export async function downloadPicture(ctx: Ctx, actor: Actor, hash: string): Promise<Buffer> {
  const { picture, published } = await ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'picture.list');
    const picture = found((await picturesByHash(tx, [hash])).get(hash));
    return { picture, published: await isPublished(tx, hash) };
  });
  const file = imprintJpeg(found(await readOriginal(ctx, hash)), picture);
  if (!published) return file;
  const { pictureSigner } = await import('../provenance/picture-signer.ts');
  const { signJpeg } = await import('../provenance/sign-jpeg.ts');
  const signer = await pictureSigner(ctx);
  return signer ? signJpeg(file, { hash, said: picture, cut: false }, signer.signer) : file;
}
