import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { keepCopies } from '../picture/keep-copies.ts';
import { fileOf } from '../picture/picture-queries.ts';

/** `/media/<hash>-<width>.webp` and `/media/<hash>.jpg`: named by content, so they may be kept for ever. `cached: false` keeps them out of the page cache; browsers and proxies hold them. */
export const picturePage: Page = {
  path: '/media/:file',
  view: 'media/picture',
  cached: false,
  async load({ ctx, params }) {
    const name = found(/^([0-9a-f]{64})(?:-(\d{1,5})\.webp|\.jpg)$/.exec(params['file'] ?? ''));
    const [, hash = '', width] = name;
    const file = await pictureFile(ctx, hash, width ? Number(width) : null);
    const bytes = found(await ctx.app.files.read(ctx.county.id, file.fileHash));
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

// A copy that was left for later is made for its first reader.
async function pictureFile(
  ctx: Ctx,
  hash: string,
  width: number | null,
): Promise<{ fileHash: string; mediaType: string }> {
  const there = await ctx.transaction((tx) => fileOf(tx, hash, width));
  if (there) return there;
  if (width !== null) await keepCopies(ctx, hash);
  return found(await ctx.transaction((tx) => fileOf(tx, hash, width)));
}
