import type { Ctx } from '#platform/transaction';

/** The stored bytes of a picture, as its hash names them; undefined when they are gone. */
export const readOriginal = (ctx: Ctx, hash: string): Promise<Buffer | undefined> =>
  ctx.app.files.read(ctx.county.id, hash);
