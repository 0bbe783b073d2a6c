import type sharp from 'sharp';
import { refuse } from '#platform/refuse';

// Loaders of formats that nobody sends to a newsroom, each a way in (trust.md §2.5: SVG, GIF, TIFF, VIPS, PDF, HEIF).
const blocked = [
  'VipsForeignLoadSvg',
  'VipsForeignLoadNsgif',
  'VipsForeignLoadTiff',
  'VipsForeignLoadVips',
  'VipsForeignLoadPdf',
  'VipsForeignLoadHeif',
  'VipsForeignLoadMagick',
  'VipsForeignLoadOpenslide',
  'VipsForeignLoadJp2k',
  'VipsForeignLoadJxl',
  'VipsForeignLoadPpm',
  'VipsForeignLoadCsv',
  'VipsForeignLoadMatrix',
  'VipsForeignLoadRaw',
  'VipsForeignLoadAnalyze',
  'VipsForeignLoadFits',
  'VipsForeignLoadMat',
  'VipsForeignLoadOpenexr',
  'VipsForeignLoadRad',
  'VipsForeignLoadUltraHdr',
  'VipsForeignLoadDcraw',
];
let decoder: Promise<typeof sharp> | undefined;

// 24 MB that only pictures need; nothing is decoded before the loaders are blocked. Two cores serve readers too: one picture takes one of them.
const loadDecoder = (): Promise<typeof sharp> =>
  (decoder ??= import('sharp').then(({ default: loaded }) => {
    loaded.block({ operation: blocked });
    loaded.concurrency(1);
    return loaded;
  }));

/** The most pixels a picture may have before it is decoded: a bomb of 2.5 MB with 196 megapixels is refused in 5 ms. */
export const maxPixels = 25_000_000;
const accepted = new Set(['jpeg', 'png', 'webp']);
const longestSide = 2_400;

/** A picture as we keep it: JPEG, upright, without any of its metadata (position, camera, names). */
export interface Original {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Decodes what was sent, whatever it claims to be, and encodes it anew. Refuses: UnsupportedMediaType (415), PictureTooLarge (413), PictureUnreadable (422). */
export async function decodeAnew(sent: Buffer): Promise<Original> {
  await mustBePicture(sent);
  try {
    const made = await (
      await loadDecoder()
    )(sent, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: made.data, width: made.info.width, height: made.info.height };
  } catch (error) {
    return refuseWhy(error);
  }
}

/** The picture in WebP at a width. */
export async function rendition(original: Buffer, width: number): Promise<Original> {
  const made = await (
    await loadDecoder()
  )(original, { limitInputPixels: maxPixels })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: made.data, width: made.info.width, height: made.info.height };
}

async function mustBePicture(sent: Buffer): Promise<void> {
  if (sent.length === 0) refuseFormat();
  const { format, width, height } = await (
    await loadDecoder()
  )(sent, { limitInputPixels: false })
    .metadata()
    .catch(refuseFormat);
  if (!accepted.has(format)) refuseFormat();
  if (width * height > maxPixels) refuse('PictureTooLarge', { megapixels: maxPixels / 1_000_000 });
}

const refuseFormat = (): never => refuse('UnsupportedMediaType', { accepted: [...accepted] });

function refuseWhy(error: unknown): never {
  const words = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(words)) refuse('PictureTooLarge', { megapixels: maxPixels / 1_000_000 });
  if (/unsupported image format/i.test(words)) refuseFormat();
  refuse('PictureUnreadable');
}
