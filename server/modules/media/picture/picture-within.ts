import type { Ctx } from '#platform/transaction';
import { imprintJpeg } from '../imprint/jpeg-imprint.ts';
import { cutBox, heightAt, middle } from './cuts.ts';
import { rendition } from './decode.ts';
import { picturesByHash } from './picture-queries.ts';
import { readOriginal } from './read-original.ts';

/** Widths that are tried one after the other until the file is small enough. */
const widths = [1_600, 1_080, 720, 480] as const;

/** A picture as JPEG of at most so many bytes, for a channel that takes no larger one: the original where it fits, else the widest copy that does. It says of itself what the library says. Undefined when it is gone, or none fits. Not to be called inside a transaction. */
export async function pictureWithin(ctx: Ctx, hash: string, mostBytes: number): Promise<Buffer | undefined> {
  const picture = (await ctx.transaction((tx) => picturesByHash(tx, [hash]))).get(hash);
  const original = picture && (await readOriginal(ctx, hash));
  if (!original) return undefined;
  const whole = imprintJpeg(original, picture);
  if (whole.length <= mostBytes) return whole;
  for (const width of widths.filter((one) => one < picture.width)) {
    const { bytes } = await rendition(original, {
      box: cutBox(picture, 'whole', middle),
      width,
      height: heightAt(picture, 'whole', width),
      format: 'jpg',
    });
    const file = imprintJpeg(bytes, picture);
    if (file.length <= mostBytes) return file;
  }
  return undefined;
}
