import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { widthsFor } from './address.ts';
import { rendition } from './decode.ts';
import { picturesByHash } from './picture-queries.ts';

/** A smaller copy of a picture, as a stored file. */
export interface Copy {
  readonly width: number;
  readonly height: number;
  readonly fileHash: string;
  readonly bytes: number;
}

/** Makes the copies in WebP at these widths and stores their files. */
export async function makeCopies(ctx: Ctx, original: Buffer, widths: readonly number[]): Promise<Copy[]> {
  const copies: Copy[] = [];
  for (const width of widths) {
    const made = await rendition(original, width);
    copies.push({
      width,
      height: made.height,
      fileHash: await ctx.app.files.put(ctx.county.id, made.bytes),
      bytes: made.bytes.length,
    });
  }
  return copies;
}

/** Notes which file holds which copy. */
export async function recordCopies(tx: Tx, hash: string, copies: readonly Copy[]): Promise<void> {
  for (const one of copies)
    await tx.named(
      'media.record-copy',
      `insert into media.renditions (county_id, picture_hash, width, height, media_type, file_hash, bytes) values ($1, $2, $3, $4, 'image/webp', $5, $6) on conflict do nothing`,
      [tx.countyId, hash, one.width, one.height, one.fileHash, one.bytes],
    );
}

/** Makes the smaller copies that a stored picture still lacks. Refuses: NotFound (404). */
export async function keepCopies(ctx: Ctx, hash: string): Promise<void> {
  const { picture, kept } = await ctx.transaction(async (tx) => ({
    picture: found((await picturesByHash(tx, [hash])).get(hash)),
    kept: await keptWidths(tx, hash),
  }));
  const missing = widthsFor(picture.width).filter((width) => !kept.includes(width));
  if (missing.length === 0) return;
  const original = found(await ctx.app.files.read(ctx.county.id, hash));
  const copies = await makeCopies(ctx, original, missing);
  await ctx.transaction((tx) => recordCopies(tx, hash, copies));
}

async function keptWidths(tx: Tx, hash: string): Promise<number[]> {
  const rows = await tx.named<{ width: number }>(
    'media.kept-widths',
    'select width from media.renditions where county_id = $1 and picture_hash = $2',
    [tx.countyId, hash],
  );
  return rows.map((row) => row.width);
}
