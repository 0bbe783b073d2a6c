/** How a picture may be cut: not at all, or to a shape around its focus. */
export const shapes = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const;
export type Shape = keyof typeof shapes;
export type Cut = Shape | 'whole';
/** Formats of the files, smallest first; JPEG is for programs that know no other. */
export type Format = 'avif' | 'webp' | 'jpg';
export const mediaTypes: Readonly<Record<Format, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** The point that stays in every cut, in per cent from the left and from the top. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}
export const middle: Focus = { x: 50, y: 50 };

/** A file to be made of a picture. */
export interface Planned extends Size {
  readonly cut: Cut;
  readonly format: Format;
}

// What pages and other programs ask for: the cuts of lists are shown small, so they need no large widths.
const widths: Readonly<Record<Cut, Readonly<Partial<Record<Format, readonly number[]>>>>> = {
  whole: { avif: [480, 960, 1600], webp: [480, 960, 1600] },
  '16x9': { avif: [480, 960, 1600], webp: [480, 960], jpg: [960] },
  '4x3': { avif: [480], webp: [480] },
  '1x1': { avif: [240, 480], webp: [240, 480] },
};

/** Widths of a cut in a format, narrowest first: never wider than the picture itself, at least one. */
export function widthsOf(size: Size, cut: Cut, format: Format): number[] {
  const own = cutBox(size, cut, middle).width;
  const wanted = widths[cut][format] ?? [];
  const smaller = wanted.filter((width) => width < own);
  return smaller.length < wanted.length ? [...smaller, own] : smaller;
}

/** Every file of a picture. */
export function plannedFor(size: Size): Planned[] {
  return (['whole', '16x9', '4x3', '1x1'] as const).flatMap((cut) =>
    (['avif', 'webp', 'jpg'] as const).flatMap((format) =>
      widthsOf(size, cut, format).map((width) => ({ cut, format, width, height: heightAt(size, cut, width) })),
    ),
  );
}

/** The height of a cut at a width. */
export function heightAt(size: Size, cut: Cut, width: number): number {
  const box = cutBox(size, cut, middle);
  return Math.max(1, Math.round((box.height * width) / box.width));
}

/** Where a picture is cut: the largest box of the shape, its middle as near to the focus as the edges allow. */
export function cutBox(size: Size, cut: Cut, focus: Focus): Size & { left: number; top: number } {
  if (cut === 'whole') return { left: 0, top: 0, width: size.width, height: size.height };
  const ratio = shapes[cut];
  const width = Math.max(1, Math.min(size.width, Math.round(size.height * ratio)));
  const height = Math.max(1, Math.min(size.height, Math.round(size.width / ratio)));
  const at = (whole: number, part: number, percent: number): number =>
    Math.min(whole - part, Math.max(0, Math.round((whole * percent) / 100 - part / 2)));
  return { left: at(size.width, width, focus.x), top: at(size.height, height, focus.y), width, height };
}
