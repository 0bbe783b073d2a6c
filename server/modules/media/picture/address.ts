import type { PageCut, PagePicture } from '#platform/page-contract';
import type { MachineMark } from '../contract.ts';
import { heightAt, middle, widthsOf } from './cuts.ts';
import type { Cut, Focus, Format, Shape, Size } from './cuts.ts';

/** What is needed to show a picture: hash and pixels of the stored original. */
export interface Shown extends Size {
  readonly hash: string;
  readonly alt: string;
}

/** A picture for a page: `src` at about 960 pixels, other widths and formats in source sets, cut around its focus. Without a query: hash, pixels and focus name the files. */
export function pagePicture(picture: Shown, showing: Focus & { machine?: MachineMark | null } = middle): PagePicture {
  const { machine, x, y } = showing;
  const focus = { x, y };
  return {
    ...(machine ? { machine } : {}),
    ...cutOf(picture, 'whole', focus, 960),
    alt: picture.alt,
    wide: cutOf(picture, '16x9', focus, 960),
    square: cutOf(picture, '1x1', focus, 480),
    share: renditionPath(picture.hash, {
      cut: '16x9',
      focus,
      width: widthsOf(picture, '16x9', 'jpg')[0] ?? picture.width,
      format: 'jpg',
    }),
  };
}

/** The smallest 4:3 cut, for cards. */
export const cardPath = (picture: Shown, focus: Focus): string => cutOf(picture, '4x3', focus, 480).src;

function cutOf(picture: Shown, cut: Cut, focus: Focus, usual: number): PageCut {
  const set = (format: Format): string | null => {
    const kept = widthsOf(picture, cut, format);
    return kept.length === 0
      ? null
      : kept.map((one) => `${renditionPath(picture.hash, { cut, focus, width: one, format })} ${one}w`).join(', ');
  };
  const kept = widthsOf(picture, cut, 'webp');
  const width = kept.findLast((one) => one <= usual) ?? kept[0] ?? picture.width;
  return {
    src: renditionPath(picture.hash, { cut, focus, width, format: 'webp' }),
    srcset: kept.length > 1 ? set('webp') : null,
    avif: set('avif'),
    width,
    height: heightAt(picture, cut, width),
  };
}

/** A file of a picture as its address names it. */
export interface Named {
  readonly cut: Cut;
  readonly focus: Focus;
  readonly width: number;
  readonly format: Format;
}

/** `/media/<hash>-<width>.webp` for the whole picture, `/media/<hash>-16x9-50-33-<width>.avif` for a cut around a point. */
export const renditionPath = (hash: string, { cut, focus, width, format }: Named): string =>
  `/media/${hash}-${cut === 'whole' ? '' : `${cut}-${focus.x}-${focus.y}-`}${width}.${format}`;

/** What an address asks for: null stands for the stored original; undefined when it is none of ours. */
export function readName(file: string): { hash: string; named: Named | null } | undefined {
  const read = /^([0-9a-f]{64})(?:-(?:(16x9|4x3|1x1)-(\d{1,3})-(\d{1,3})-)?(\d{1,5})\.(avif|webp|jpg)|\.jpg)$/.exec(
    file,
  );
  if (!read) return undefined;
  const [, hash = '', shape, x, y, width, format] = read;
  if (!width) return { hash, named: null };
  const focus = shape ? { x: Number(x), y: Number(y) } : middle;
  const cut = (shape as Shape | undefined) ?? 'whole';
  return { hash, named: { cut, focus, width: Number(width), format: format as Format } };
}

/** `/media/<hash>.jpg`: the stored original, for feeds and other programs. */
export const originalPath = (hash: string): string => `/media/${hash}.jpg`;
