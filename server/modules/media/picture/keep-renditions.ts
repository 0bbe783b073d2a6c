import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { imprintHash } from '../imprint/imprint.ts';
import type { Imprint } from '../imprint/imprint.ts';
import { imprintJpeg } from '../imprint/jpeg-imprint.ts';
import { xmpPacket } from '../imprint/xmp.ts';
import { cutBox, heightAt, mediaTypes, middle, plannedFor } from './cuts.ts';
import type { Focus, Planned } from './cuts.ts';
import type { Named } from './address.ts';
import { rendition } from './decode.ts';
import { picturesByHash } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';
import { isPublished } from '../provenance/is-published.ts';
import type { PictureSigner } from '../provenance/picture-signer.ts';

/** A smaller file of a picture. */
export interface Rendition extends Named {
  readonly height: number;
  readonly fileHash: string;
  readonly bytes: number;
  /** Of what it says of itself (`imprintHash`), and of the certificate under which it is signed. */
  readonly said: string;
}

type Source = Pick<Picture, 'hash' | 'width' | 'height' | 'focus'>;
/** A picture with what its files say of it. */
export type Said = Source & Imprint;

/** The files of a picture as it is now: cuts lie around its focus. */
export const namedFor = (picture: Source): Named[] => plannedFor(picture).map((one) => namedAt(one, picture.focus));

const namedAt = ({ cut, format, width }: Planned, focus: Focus): Named => ({
  cut,
  format,
  width,
  focus: cut === 'whole' ? middle : focus,
});

/** The few that show a picture at once: the whole of it in WebP. The others are made a little later, or for their first reader. */
export const firstOf = (picture: Source): Named[] =>
  namedFor(picture).filter((one) => one.cut === 'whole' && one.format === 'webp');

/** Makes these files of a picture and stores them, JPEG signed where there is a signer; fewer when `signal` says to stop. Not to be called inside a transaction. */
export async function makeRenditions(
  ctx: Ctx,
  picture: Said,
  original: Buffer,
  wanted: readonly Named[],
  {
    signal,
    signer,
    whose,
  }: { signal?: AbortSignal | undefined; signer?: PictureSigner | undefined; whose?: string | undefined } = {},
): Promise<Rendition[]> {
  const renditions: Rendition[] = [];
  const xmp = xmpPacket(picture);
  for (const one of wanted) {
    if (signal?.aborted) break;
    const made = await rendition(
      original,
      {
        box: cutBox(picture, one.cut, one.focus),
        width: one.width,
        height: heightAt(picture, one.cut, one.width),
        format: one.format,
        ...(one.format === 'jpg' ? {} : { xmp }),
      },
      whose,
    );
    const file = one.format === 'jpg' ? await jpegFile(made.bytes, picture, one, signer) : made.bytes;
    renditions.push({
      ...one,
      height: made.height,
      fileHash: await ctx.app.files.put(ctx.county.id, file),
      bytes: file.length,
      said: saidBy(picture, one, signer),
    });
  }
  return renditions;
}

async function jpegFile(jpeg: Buffer, picture: Said, { cut }: Named, signer?: PictureSigner): Promise<Buffer> {
  const file = imprintJpeg(jpeg, picture);
  if (!signer) return file;
  const { signJpeg } = await import('../provenance/sign-jpeg.ts');
  return signJpeg(file, { hash: picture.hash, said: picture, cut: cut !== 'whole' }, signer.signer);
}

// What a file says, and under which certificate; only JPEG is signed.
const saidBy = (picture: Said, { format }: Named, signer?: PictureSigner): string =>
  imprintHash(picture) + (format === 'jpg' && signer ? ` ${signer.id}` : '');

/** Notes which file holds what. */
export async function recordRenditions(tx: Tx, hash: string, renditions: readonly Rendition[]): Promise<void> {
  for (const one of renditions)
    await tx.named(
      'media.record-rendition',
      `insert into media.renditions (county_id, picture_hash, cut, focus_x, focus_y, width, height, media_type, file_hash, bytes, said)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (county_id, picture_hash, cut, focus_x, focus_y, width, media_type) do update set file_hash = excluded.file_hash, bytes = excluded.bytes, said = excluded.said`,
      [
        tx.countyId,
        hash,
        one.cut,
        one.focus.x,
        one.focus.y,
        one.width,
        one.height,
        mediaTypes[one.format],
        one.fileHash,
        one.bytes,
        one.said,
      ],
    );
}

/** Makes what a picture still lacks of `wanted`, or what says of it what is said no more: the few for a first look, all, or one. Refuses: NotFound (404), also where a name is none of the picture's. */
export async function keepRenditions(
  ctx: Ctx,
  hash: string,
  wanted: 'first' | 'all' | Named,
  signal?: AbortSignal,
): Promise<void> {
  const { picture, kept, published } = await ctx.transaction(async (tx) => ({
    picture: found((await picturesByHash(tx, [hash])).get(hash)),
    kept: await keptFiles(tx, hash),
    published: await isPublished(tx, hash),
  }));
  const planned = planOf(picture, wanted);
  const isSigned = published && planned.some((one) => one.format === 'jpg');
  // Loaded with its first use.
  const signer = isSigned ? await (await import('../provenance/picture-signer.ts')).pictureSigner(ctx) : undefined;
  const making = planned.filter((one) => kept.get(keyOf(one))?.said !== saidBy(picture, one, signer));
  if (making.length === 0) return;
  const original = found(await ctx.app.files.read(ctx.county.id, hash));
  const made = await makeRenditions(ctx, picture, original, making, { signal, signer });
  await ctx.transaction((tx) => recordRenditions(tx, hash, made));
  const replaced = made.flatMap((one) => {
    const before = kept.get(keyOf(one))?.fileHash;
    return before === undefined || before === one.fileHash ? [] : [before];
  });
  await forgetFiles(ctx, replaced);
}

// A file is named by its bytes: another picture may have the same.
async function forgetFiles(ctx: Ctx, fileHashes: readonly string[]): Promise<void> {
  if (fileHashes.length === 0) return;
  const rows = await ctx.transaction((tx) =>
    tx.named<{ hash: string }>(
      'media.files-in-use',
      'select file_hash as hash from media.renditions where county_id = $1 and file_hash = any($2)',
      [tx.countyId, fileHashes],
    ),
  );
  const inUse = new Set(rows.map((row) => row.hash));
  for (const hash of fileHashes) if (!inUse.has(hash)) await ctx.app.files.remove(ctx.county.id, hash);
}

// Nobody makes the program cut a picture around ten thousand points: only those around its present one are made.
function planOf(picture: Source, wanted: 'first' | 'all' | Named): Named[] {
  if (wanted === 'first') return firstOf(picture);
  const all = namedFor(picture);
  return wanted === 'all' ? all : [found(all.find((one) => keyOf(one) === keyOf(wanted)))];
}

const keyOf = ({ cut, focus, width, format }: Named): string =>
  [cut, focus.x, focus.y, width, mediaTypes[format]].join(' ');

async function keptFiles(tx: Tx, hash: string): Promise<Map<string, { fileHash: string; said: string }>> {
  const rows = await tx.named<{ key: string; fileHash: string; said: string }>(
    'media.kept-renditions',
    `select cut || ' ' || focus_x || ' ' || focus_y || ' ' || width || ' ' || media_type as key, file_hash as "fileHash", said from media.renditions where county_id = $1 and picture_hash = $2`,
    [tx.countyId, hash],
  );
  return new Map(rows.map(({ key, ...file }) => [key, file]));
}
