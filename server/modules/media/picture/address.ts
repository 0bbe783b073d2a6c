import type { PagePicture } from '#platform/page-contract';

const widths = [480, 960, 1600];

/** The widths at which a picture is kept beside its original: never wider than itself, at least one. */
export function widthsFor(originalWidth: number): number[] {
  const smaller = widths.filter((width) => width < originalWidth);
  return originalWidth <= 1600 ? [...smaller, originalWidth] : smaller;
}

/** What is needed to show a picture: hash and pixels of the stored original. */
export interface Shown {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A picture for a page: `src` at about 960 pixels, the others in `srcset`. From the text alone, without a query: its hash names the files. */
export function pagePicture(picture: Shown): PagePicture {
  const kept = widthsFor(picture.width);
  const width = kept.findLast((one) => one <= 960) ?? kept[0] ?? picture.width;
  return {
    src: renditionPath(picture.hash, width),
    srcset: kept.length > 1 ? kept.map((one) => `${renditionPath(picture.hash, one)} ${one}w`).join(', ') : null,
    width,
    height: Math.max(1, Math.round((picture.height * width) / picture.width)),
    alt: picture.alt,
  };
}

/** `/media/<hash>-<width>.webp`. */
export const renditionPath = (hash: string, width: number): string => `/media/${hash}-${width}.webp`;

/** `/media/<hash>.jpg`: the stored original, for feeds and other programs. */
export const originalPath = (hash: string): string => `/media/${hash}.jpg`;
