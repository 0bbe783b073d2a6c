import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { readName } from '../picture/address.ts';
import type { Named } from '../picture/address.ts';
import { keepRenditions } from '../picture/keep-renditions.ts';
import { fileOf } from '../picture/picture-queries.ts';

/** `/media/<hash>.jpg` and its renditions (`address.ts`): named by content, so they may be kept for ever. `cached: false` keeps them out of the page cache; browsers and proxies hold them. */
export const picturePage: Page = {
  path: '/media/:file',
  view: 'media/picture',
  cached: false,
  async load({ ctx, params }) {
    const { hash, named } = found(readName(params['file'] ?? ''));
    const { file, bytes } = await pictureBytes(ctx, hash, named);
    return {
      raw: new Raw(file.mediaType, bytes, {
        'cache-control': 'public, max-age=31536000, immutable',
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-site',
      }),
    };
  },
};

// A file that was made anew while it was asked for is asked for again.
async function pictureBytes(ctx: Ctx, hash: string, named: Named | null) {
  const file = await pictureFile(ctx, hash, named);
  const bytes = await ctx.app.files.read(ctx.county.id, file.fileHash);
  if (bytes) return { file, bytes };
  const again = await pictureFile(ctx, hash, named);
  return { file: again, bytes: found(await ctx.app.files.read(ctx.county.id, again.fileHash)) };
}

// One that was left for later is made for its first reader.
async function pictureFile(
  ctx: Ctx,
  hash: string,
  named: Named | null,
): Promise<{ fileHash: string; mediaType: string }> {
  const there = await ctx.transaction((tx) => fileOf(tx, hash, named));
  if (there) return there;
  await keepRenditions(ctx, hash, found(named));
  return found(await ctx.transaction((tx) => fileOf(tx, hash, named)));
}
