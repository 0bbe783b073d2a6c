/** The most pixels a picture may have before it is decoded: a bomb of 2.5 MB with 196 megapixels is refused in 5 ms. */
export const maxPixels = 25_000_000;
/** What a picture may be once it is looked into. */
export const acceptedFormats = ['jpeg', 'png', 'webp'] as const;

/** A picture as we keep it: JPEG, upright, without any of its metadata (position, camera, names); copies in WebP. */
export interface Original {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Why a picture is not taken. */
export type PictureRefusal = 'UnsupportedMediaType' | 'PictureTooLarge' | 'PictureUnreadable';

/** What the worker throws for a picture that is not taken. */
export class PictureRefused extends Error {
  readonly why: PictureRefusal;
  constructor(why: PictureRefusal) {
    super(why);
    this.why = why;
  }
}

/** What the worker is asked: to encode what was sent anew (`width` null), or one of our own pictures in WebP at a width. */
export interface Asked {
  readonly bytes: Uint8Array;
  readonly width: number | null;
}

/** What the worker answers. */
export type Answered = { readonly made: Original } | { readonly refused: PictureRefusal };
