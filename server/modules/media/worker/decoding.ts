import type sharp from 'sharp';
import { PictureRefused, acceptedFormats, maxPixels } from './messages.ts';
import type { Original } from './messages.ts';

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

// Nothing is decoded before the loaders are blocked. Two cores serve readers too: one picture takes one of them.
const loadDecoder = (): Promise<typeof sharp> =>
  (decoder ??= import('sharp').then(({ default: loaded }) => {
    loaded.block({ operation: blocked });
    loaded.concurrency(1);
    return loaded;
  }));

const accepted = new Set<string>(acceptedFormats);
const longestSide = 2_400;

/** Decodes what was sent, whatever it claims to be, and encodes it anew. Throws PictureRefused. */
export async function encodeAnew(sent: Buffer): Promise<Original> {
  await mustBePicture(sent);
  try {
    const made = await (
      await loadDecoder()
    )(sent, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
    return { bytes: made.data, width: made.info.width, height: made.info.height };
  } catch (error) {
    return refuseWhy(error);
  }
}

/** A picture of ours in WebP at a width. */
export async function encodeCopy(original: Buffer, width: number): Promise<Original> {
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
  if (width * height > maxPixels) throw new PictureRefused('PictureTooLarge');
}

function refuseFormat(): never {
  throw new PictureRefused('UnsupportedMediaType');
}

function refuseWhy(error: unknown): never {
  const words = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(words)) throw new PictureRefused('PictureTooLarge');
  if (/unsupported image format/i.test(words)) refuseFormat();
  throw new PictureRefused('PictureUnreadable');
}
