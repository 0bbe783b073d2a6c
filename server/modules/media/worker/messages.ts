import type { SaidOfItself } from './read-metadata.ts';

/** The most pixels a picture may have before it is decoded: phones take 12 to 50, two of 100. A bomb of 2.5 MB with 196 megapixels is refused in 5 ms. */
export const maxPixels = 100_000_000;
/** A progressive JPEG is held whole while it is decoded, two bytes for each value: more than this breaks the decoder under its limit (measured: 420 MB pass, 600 MB do not). */
export const maxHeldBytes = 450_000_000;
/** What a picture may be once it is looked into. */
export const acceptedFormats = ['jpeg', 'png', 'webp'] as const;

/** A picture as we keep it: JPEG, upright, without any of its metadata (position, camera, names); smaller copies in AVIF, WebP and JPEG. */
export interface Original {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What was sent said of itself; of a copy nothing is asked. */
  readonly said?: SaidOfItself;
  /** How it looks (`looks.ts`); of a copy nothing is asked. */
  readonly looks?: bigint | null;
}

/** Why a picture is not taken. */
export type PictureRefusal = 'UnsupportedMediaType' | 'PictureTooLarge' | 'PictureUnreadable';

/** What the worker throws for a picture that is not taken. */
export class PictureRefused extends Error {
  readonly why: PictureRefusal;
  /** The most pixels that one of its kind may have. */
  readonly most: number;
  constructor(why: PictureRefusal, most = maxPixels) {
    super(why);
    this.why = why;
    this.most = most;
  }
}

/** What is to be made of one of our own pictures: a box of it, at a size, in a format. */
export interface Wanted {
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  readonly format: 'avif' | 'webp' | 'jpg';
  /** What the file says of itself (XMP); a JPEG gets it afterwards, without being asked. */
  readonly xmp?: string;
}

/** The beginning of what is asked about next: long pictures come in parts. */
export interface Part {
  readonly part: Uint8Array;
}

/** What the worker is asked: to encode what was sent anew (`wanted` null), or to make something of one of our own pictures. */
export interface Asked {
  readonly bytes: Uint8Array;
  readonly wanted: Wanted | null;
}

/** What the worker answers. */
export type Answered = { readonly made: Original } | { readonly refused: PictureRefusal; readonly most?: number };
