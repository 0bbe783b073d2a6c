import type sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { looksOf } from './looks.ts';
import { PictureRefused, acceptedFormats, maxHeldBytes, maxPixels } from './messages.ts';
import type { Original, Wanted } from './messages.ts';
import { readMetadata } from './read-metadata.ts';

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
  const said = readMetadata(await mustBePicture(sent));
  try {
    const made = await (
      await loadDecoder()
    )(sent, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
    return {
      bytes: made.data,
      width: made.info.width,
      height: made.info.height,
      said,
      looks: looksOf(await brightness(made.data)),
    };
  } catch (error) {
    return refuseWhy(error);
  }
}

const brightness = async (picture: Buffer): Promise<Buffer> =>
  (await loadDecoder())(picture).greyscale().resize({ width: 32, height: 32, fit: 'fill' }).raw().toBuffer();

/** A copy of a picture of ours. */
export async function encodeCopy(original: Buffer, { box, width, height, format, xmp }: Wanted): Promise<Original> {
  const cut = (await loadDecoder())(original, { limitInputPixels: maxPixels })
    .extract(box)
    .resize({ width, height, fit: 'fill' });
  const said = xmp === undefined ? cut : cut.withXmp(xmp);
  const made = await encoders[format](said).toBuffer({ resolveWithObject: true });
  return { bytes: made.data, width: made.info.width, height: made.info.height };
}

// More effort takes AVIF nine times as long at 1,600 pixels and makes it no smaller (measured: 485 ms and 245 kB at 0, 4,493 ms and 259 kB at 3).
const encoders = {
  avif: (picture: Sharp): Sharp => picture.avif({ quality: 55, effort: 0 }),
  webp: (picture: Sharp): Sharp => picture.webp({ quality: 80, effort: 2 }),
  jpg: (picture: Sharp): Sharp => picture.jpeg({ quality: 82 }),
};

async function mustBePicture(sent: Buffer): Promise<Metadata> {
  if (sent.length === 0) refuseFormat();
  const metadata = await (await loadDecoder())(sent, { limitInputPixels: false }).metadata().catch(refuseFormat);
  if (!accepted.has(metadata.format)) refuseFormat();
  const most = mostPixels(metadata);
  if (metadata.width * metadata.height > most) throw new PictureRefused('PictureTooLarge', most);
  return metadata;
}

// With halved colours a pixel of three values takes half of them.
function mostPixels({ format, isProgressive, chromaSubsampling, channels }: Metadata): number {
  if (format !== 'jpeg' || !isProgressive) return maxPixels;
  const values = chromaSubsampling === '4:2:0' ? channels / 2 : channels;
  return Math.min(maxPixels, Math.floor(maxHeldBytes / (2 * values)));
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
