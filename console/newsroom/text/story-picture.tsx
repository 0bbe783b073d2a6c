import type { FigureAttrs } from '@xiangyin/document';

/** A stored picture, in the width that fits; its files are named by its hash. */
export function StoryPicture({ figure }: { figure: Pick<FigureAttrs, 'hash' | 'alt' | 'width' | 'height'> }) {
  return (
    <img
      src={pictureAddress(figure.hash, figure.width)}
      alt={figure.alt}
      width={figure.width}
      height={figure.height}
      loading="lazy"
    />
  );
}

/** Where the copy of about 960 pixels lies. Kept are 480, 960 and 1600, and the picture's own width when that is at most 1600. */
export function pictureAddress(hash: string, width: number): string {
  return `/media/${hash}-${width < 960 ? width : 960}.webp`;
}
